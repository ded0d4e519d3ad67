import { createHash } from 'node:crypto';
import { DAY_MS, dayOf, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { type Actor, dutyAt, inDuty, mustBeOwn, maySee, supervising } from '../core/actor';
import { audited } from '../core/ledger';
import { mustBeMadeWithin } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import * as waitings from '../code/waiting';
import { actingOn, resulted } from './resulting';
import { countsOf, sampleShown, tubeShown } from './shown';
import { spread } from './spreading';
import * as samples from './store';
import { repeated, tookOne } from './taking';

/** What waited on a phone without network is recorded however late; its time is believed for a day. */
const LONGEST_QUEUE_MS = 8 * DAY_MS;
/** To take back a slip: the person is still there. */
const UNDO_WITHIN_MS = 2 * MINUTE_MS;

const hashOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url');

export const handler = serve(sampleContract, {
  async take({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['sampler']);
    mustBeMadeWithin(LONGEST_QUEUE_MS, body.id, now);
    const hash = hashOf(body);
    const before = await repeated(actor, body, hash);
    if (before) return before;
    if (body.whom.by === 'hand' && !body.whom.consented)
      throw wrongField('whom.consented', 'consent');
    return untilCommitted(() => tookOne(actor, duty, body, hash, now));
  },

  async undo({ actor, params: { sampleId }, now }) {
    const taken = await samples.takenAs(sampleId);
    if (taken?.accountId !== actor.accountId) throw new Problem('sample.unknown');
    const { who, tubeNumber } = taken;
    return untilCommitted(async () => {
      const tube = await mustBeTube(tubeNumber);
      const duty = dutyAt(actor, tube.placeId, ['sampler']);
      const member = tube.people.find((one) => one.sampleId === sampleId);
      if (!member) return tubeShown(tube, actor.accountId);
      const isOver = msOf(now) - msOf(member.at) > UNDO_WITHIN_MS;
      if (isOver || tube.result) throw new Problem('sample.undo-over');
      if (member !== tube.people.at(-1)) throw new Problem('sample.not-the-last');
      const next = { ...tube, people: tube.people.slice(0, -1) };
      const undone = await samples.amended(who, sampleId, { undone: true });
      const committed = await commit(
        samples.put(next),
        ...(undone ? [undone] : []),
        audited(inDuty(actor, duty), 'sample.undone', who, now, sampleId),
      );
      return committed === 'committed' ? tubeShown(next, actor.accountId) : undefined;
    });
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const keptUnder = await waitings.subjectsOf(personId);
    const read = await samples.ofPerson(keptUnder, before, PAGE_SIZE + 1);
    const own = read.filter(({ sample }) => maySee(actor, personId, sample.at));
    const { page, next } = pageOf(own, ({ sample }) => sample.sk);
    return { samples: page.map(({ sample, tube }) => sampleShown(sample, tube)), ...next };
  },

  async tube({ actor, params: { tubeNumber } }) {
    const tube = await mustBeTube(tubeNumber);
    mustActOn(actor, tube);
    return tubeShown(tube, actor.accountId);
  },

  async close({ actor, params: { tubeNumber }, now }) {
    return untilCommitted(async () => {
      const tube = await mustBeTube(tubeNumber);
      const duty = dutyAt(actor, tube.placeId, ['sampler']);
      if (tube.closedAt !== undefined) return tubeShown(tube, actor.accountId);
      const next = { ...tube, closedAt: now };
      const committed = await commit(
        samples.put(next),
        audited(inDuty(actor, duty), 'sample.tube-closed', tubeNumber, now),
      );
      return committed === 'committed' ? tubeShown(next, actor.accountId) : undefined;
    });
  },

  async tubes({ actor, query: { placeId, day, after }, now }) {
    const on = day ?? dayOf(now);
    // A day is read whole once, for its counts; the pages that follow are not.
    const page = after === undefined ? {} : { after, limit: PAGE_SIZE + 1 };
    const read = await samples.tubesOn(placeId, on, page);
    const [first] = read;
    const isSampler = actor.duties.some((one) => one.placeId === placeId && one.role === 'sampler');
    if (!isSampler && (!first || !actingOn(actor, first))) throw new Problem('place.not-yours');
    const { page: tubes, next } = pageOf(read, samples.placeOf);
    return {
      day: on,
      ...(after === undefined && { counts: countsOf(read) }),
      tubes: tubes.map((tube) => tubeShown(tube, actor.accountId)),
      ...next,
    };
  },

  async report({ actor, body, now }) {
    mustBeMadeWithin(LONGEST_QUEUE_MS, body.id, now);
    const became = await resulted(actor, { ...body, hash: hashOf(body) }, now);
    switch (became.is) {
      case 'new':
      case 'same':
        return tubeShown(became.tube, actor.accountId);
      case 'repeated':
        throw new Problem('sample.result-known');
      case 'contradicts':
        throw new Problem('sample.result-contradicts');
      case 'unknown':
        throw new Problem('sample.tube-unknown');
      case 'elsewhere':
        throw new Problem('place.not-yours');
      case 'id-reused':
        throw new Problem('core.id-reused');
      default:
        throw wrongField('testedAt', became.is);
    }
  },

  async proposed({ actor, query: { placeId, area, after } }) {
    const of = whereOf(actor, placeId, area);
    const read = await samples.proposed(of, after, PAGE_SIZE + 1);
    const { page, next } = pageOf(read, ({ result }) => result!.id);
    return { tubes: page.map((tube) => tubeShown(tube, actor.accountId)), ...next };
  },

  async decide({ actor, params: { testResultId }, body: { decision, reason }, now }) {
    const numbered = await samples.numberedAs(testResultId);
    if (!numbered) throw new Problem('sample.result-unknown');
    if (decision === 'rejected' && reason === undefined) throw new Problem('sample.reason-missing');
    const decided = await untilCommitted(async () => {
      const tube = await mustBeTube(numbered.tubeNumber);
      const by = mustActOn(actor, tube);
      const { result } = tube;
      if (result?.id !== testResultId) throw new Problem('sample.result-decided');
      if (result.by.actorId === actor.accountId) throw new Problem('sample.result-own');
      const isSame = result.state === decision && result.reason === reason;
      if (isSame && result.decidedBy?.actorId === actor.accountId) return tube;
      if (result.state !== 'proposed') throw new Problem('sample.result-decided');
      const next: samples.TubeKept = {
        ...tube,
        result: { ...result, state: decision, reason, decidedBy: by, decidedAt: now },
        ...(decision === 'confirmed' && { spreading: 'now' }),
      };
      const committed = await commit(
        samples.put(next),
        audited(by, `sample.result-${decision}`, tube.tubeNumber, now, testResultId),
      );
      return committed === 'committed' ? next : undefined;
    });
    // Also of a repeat: the first may have been cut off in the middle.
    await spread(decided.tubeNumber, now);
    return tubeShown(decided, actor.accountId);
  },
});

async function mustBeTube(tubeNumber: string): Promise<samples.TubeKept> {
  const tube = await samples.tubeNow(tubeNumber);
  if (!tube) throw new Problem('sample.tube-unknown');
  return tube;
}

function mustActOn(actor: Actor, tube: samples.TubeKept) {
  const by = actingOn(actor, tube);
  if (!by) throw new Problem('place.not-yours');
  return by;
}

/** Of one's own site, or of a city or county in one's charge. */
function whereOf(
  actor: Actor,
  placeId: `plac_${string}` | undefined,
  area: string | undefined,
): Parameters<typeof samples.proposed>[0] {
  if (placeId !== undefined) {
    dutyAt(actor, placeId, ['sampler']);
    return { placeId };
  }
  if (area === undefined) throw wrongField('area');
  if (!supervising(actor, area)) throw new Problem('place.area-not-yours');
  return { city: area };
}
