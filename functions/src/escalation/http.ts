import { createHash } from 'node:crypto';
import { ageOn } from '@yimatong/shared/core/age';
import { colourOn } from '@yimatong/shared/code/colour';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { clauseLabels } from '@yimatong/shared/code/trigger';
import { cityOf, isWithin } from '@yimatong/shared/core/area';
import { dayNumbered, dayOf, MINUTE_MS, numberOf, plusMs } from '@yimatong/shared/core/day';
import type { EscalationId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import * as codes from '../code/store';
import { type Actor, dutyAt, inDuty, mustBeOwn, maySee } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { detailsOf } from '../core/people';
import { ACCEPTS, keepPhotos, photoOf, photosOf } from '../core/photos';
import { serve } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { ticketFor } from '../core/upload';
import { callCommand } from './command';
import * as escalations from './store';
import { stopped } from './stop';

const perGuard = [{ most: 60, windowSeconds: 3600 }];
const tickets = [{ most: 120, windowSeconds: 3600 }];
/** A scan is good for half an hour; an id is made when the form is opened. */
const ID_MAY_BE_OFF_MS = 60 * MINUTE_MS;
const LET_PASS_MS = 60 * MINUTE_MS;

export const handler = serve(escalationContract, {
  async escalate({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['guard']);
    const requestHash = hashOf(body);
    const earlier = await escalations.of(body.id);
    if (earlier) return escalations.shown(same(earlier, actor, requestHash));
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, body.id, now);
    await withinLimits(`escalation#${actor.accountId}`, perGuard, now, 'escalation.too-many');
    const photos = await photosOf(actor.accountId, body.photos);
    await keepPhotos(body.id, photos);

    const { id, reason, note = '', placeId } = body;
    const sealed = note === '' ? undefined : await escalations.noteSealed(id, note);
    const made = await untilCommitted(async () => {
      const stop = await stopped(actor, body, now);
      const kept = {
        id,
        personId: stop.code.personId,
        guardId: actor.accountId,
        area: duty.area ?? '',
        requestHash,
        at: now,
        placeId,
        placeName: duty.placeName ?? '',
        address: duty.placeAddress ?? '',
        maskedName: stop.code.maskedName,
        colour: stop.colour,
        reason,
        state: 'open' as const,
        ...(sealed !== undefined && { sealed }),
        photos: photos.length,
      };
      const committed = await commit(
        ...escalations.made(kept),
        ...stop.writes,
        audited(inDuty(actor, duty), 'escalation.made', kept.personId, now, id),
      );
      if (committed === 'committed') return { ...kept, v: 1 };
      const meanwhile = await escalations.of(id);
      return meanwhile && same(meanwhile, actor, requestHash);
    });
    await callCommand(made, now);
    return escalations.shown(made);
  },

  async addPhoto({ actor, body: { id, type }, now }) {
    const key = `escalation-photo#${actor.accountId}`;
    await withinLimits(key, tickets, now, 'escalation.too-many');
    return ticketFor(actor.accountId, id, type, ACCEPTS, now);
  },

  async ofMine({ actor }) {
    const kept = await escalations.ofGuard(actor.accountId, PAGE_SIZE);
    return { escalations: await Promise.all(kept.map(escalations.shown)) };
  },

  async inArea({ actor, query: { area, state, before } }) {
    if (!commanding(actor, area)) throw new Problem('place.area-not-yours');
    const read = await escalations.inCity(cityOf(area), state, before, PAGE_SIZE + 1);
    const { page, next } = pageOf(read, ({ id }) => id);
    return { escalations: await Promise.all(page.map(escalations.listed)), ...next };
  },

  async ofMe({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const read = await escalations.ofPerson(personId, before, PAGE_SIZE + 1);
    const { page, next } = pageOf(read, ({ id }) => id);
    const own = page.filter(({ at }) => maySee(actor, personId, at));
    return { escalations: own.map(escalations.ofMe), ...next };
  },

  async one({ actor, params: { escalationId }, now }) {
    const kept = await untilCommitted(async () => {
      const { kept: read, duty } = await ofCommand(actor, escalationId);
      const seen =
        read.state === 'open' ? { ...read, state: 'seen' as const, seenAt: now } : undefined;
      const committed = await commit(
        ...(seen ? [escalations.changed(seen)] : []),
        audited(inDuty(actor, duty), 'escalation.seen', read.personId, now, escalationId),
      );
      return committed === 'committed' ? (seen ?? read) : undefined;
    });
    const [code, details] = await Promise.all([codes.of(kept.personId), detailsOf(kept.personId)]);
    const today = dayOf(now);
    const day = numberOf(today);
    const judged = code && colourOn(day, code.record, ruleSetOn(day));
    const age = details && ageOn(details.document, today);
    return {
      escalation: await escalations.shown(kept),
      ...(age !== undefined && { age }),
      ...(details?.phone !== undefined && { phone: details.phone }),
      colour: judged?.colour ?? 'none',
      reasons: (judged?.reasons ?? []).map(({ trigger: { clause, since } }) => ({
        says: clauseLabels[clause],
        since: dayNumbered(since),
      })),
    };
  },

  async photo({ actor, params: { escalationId, at }, now }) {
    const { kept, duty } = await ofCommand(actor, escalationId);
    const photo = await photoOf(escalationId, Number(at));
    if (!photo) throw new Problem('escalation.unknown');
    await commit(audited(inDuty(actor, duty), 'escalation.seen', kept.personId, now, escalationId));
    return {
      name: `${at}.${photo.type === 'image/png' ? 'png' : 'jpg'}`,
      type: photo.type,
      base64: Buffer.from(photo.bytes).toString('base64'),
    };
  },

  async answer({ actor, params: { escalationId }, body, now }) {
    const { kind, text } = body;
    const answerHash = hashOf({ by: actor.accountId, ...body });
    const answered = await untilCommitted(async () => {
      const { kept, duty } = await ofCommand(actor, escalationId);
      if (kept.guardId === actor.accountId || actor.persons.includes(kept.personId))
        throw new Problem('escalation.own');
      if (kept.answer) {
        if (kept.answerHash === answerHash) return kept;
        throw new Problem('escalation.answered');
      }
      const sealed =
        text === undefined ? undefined : await escalations.answerSealed(escalationId, text);
      const after = {
        ...kept,
        state: 'answered' as const,
        seenAt: kept.seenAt ?? now,
        answer: { kind, at: now, ...(sealed !== undefined && { sealed }) },
        answerHash,
        ...(kind === 'let-pass' && { letPassUntil: plusMs(now, LET_PASS_MS) }),
      };
      const committed = await commit(
        escalations.changed(after),
        audited(inDuty(actor, duty), 'escalation.answered', kept.personId, now, escalationId),
      );
      return committed === 'committed' ? after : undefined;
    });
    return escalations.shown(answered);
  },
});

const hashOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url');

/** What is on record under the id, if it is the same report by the same guard. */
function same(
  kept: escalations.EscalationKept,
  { accountId }: Actor,
  requestHash: string,
): escalations.EscalationKept {
  if (kept.guardId === accountId && kept.requestHash === requestHash) return kept;
  throw new Problem('core.id-reused');
}

/** The duty by which the actor commands the area: of its city or county, or of the province. */
const commanding = ({ duties }: Actor, area: string): DutyHeld | undefined =>
  duties.find(
    (duty) =>
      (duty.role === 'supervisor' || duty.role === 'headquarters') &&
      duty.area !== undefined &&
      isWithin(area, duty.area),
  );

/** Of another city it is as unknown as one that is not there. */
async function ofCommand(
  actor: Actor,
  id: EscalationId,
): Promise<{ kept: escalations.EscalationKept; duty: DutyHeld }> {
  const kept = await escalations.of(id);
  const duty = kept && commanding(actor, kept.area);
  if (!duty) throw new Problem('escalation.unknown');
  return { kept, duty };
}
