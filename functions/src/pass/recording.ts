/** Recording a pass or a stop, and taking it back (V2, V3). */
import { createHash } from 'node:crypto';
import { meets } from '@yimatong/shared/code/requirement';
import type { Body } from '@yimatong/shared/core/contract';
import { type Instant, MINUTE_MS, msOf, plusMs } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { passContract } from '@yimatong/shared/pass/contract';
import { letPassFor, letPassGivenBack } from '../code/let-pass';
import { personBehind, SCAN_GOOD_MS } from '../code/scanned';
import * as codes from '../code/store';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { audited } from '../core/ledger';
import type { Handlers } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { seenAt } from './gate';
import { signed, signsOfPass, signsTakenBack } from './signs';
import * as passes from './store';

const UNDO_WITHIN_MS = 2 * MINUTE_MS;

type RecordBody = Body<(typeof passContract)['record']>;

export const recording: Pick<Handlers<typeof passContract>, 'record' | 'undo'> = {
  async record({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['guard']);
    const personId = await personBehind(body.subject);
    const code = await codes.of(personId);
    if (!code) throw new Problem('pass.scan-unknown');
    const seen = seenAt(code, duty, now);
    const answered = { requestHash: hashOf(body), warned: seen.warnings };
    const isAgainst = body.outcome === 'passed' && !seen.meets;
    const kept = isAgainst ? await mayHavePassed(actor, personId, body, duty) : undefined;

    const done =
      kept?.recordedAt !== undefined
        ? undefined
        : kept && body.escalationId !== undefined
          ? await letThrough(kept, body, answered, now)
          : await recorded(personId, actor, body, answered, now);
    const { pass, warned = [] } =
      done ||
      repeated(kept?.recordedAt ? kept : await passes.of(personId, body.id), actor, answered);
    // Also of a repeat: the first may have been cut off between the pass and its signs.
    await signed(personId, signsOfPass(pass), now);
    return { pass, warnings: warned };
  },

  async undo({ actor, params: { passId }, body: { placeId, subject }, now }) {
    const duty = dutyAt(actor, placeId, ['guard']);
    const personId = await personBehind(subject);
    return untilCommitted(async () => {
      const kept = await passes.of(personId, passId);
      const isOwn = kept?.guardId === actor.accountId && kept.pass.placeId === placeId;
      if (!isOwn || kept.recordedAt === undefined) throw new Problem('pass.scan-unknown');
      if (kept.pass.undone === true) return { pass: kept.pass };
      if (msOf(now) - msOf(kept.recordedAt) > UNDO_WITHIN_MS) throw new Problem('pass.undo-over');
      const { kept: after, write } = passes.undone(kept);
      const committed = await commit(
        write,
        audited(inDuty(actor, duty), 'pass.undone', personId, now, passId),
        ...(await signsTakenBack(kept.pass, now)),
        ...(kept.pass.escalationId ? await letPassGivenBack(personId, passId) : []),
      );
      return committed === 'committed' ? { pass: after.pass } : undefined;
    });
  },
};

type Answered = Required<Pick<passes.PassKept, 'requestHash' | 'warned'>>;

const recordedOf = ({
  outcome,
  direction,
  reason,
  temperature,
  plate,
  note,
  partyId,
}: RecordBody): passes.Recorded => ({
  outcome,
  direction,
  reason,
  temperature,
  plate,
  note,
  partyId,
});

const recorded = (
  personId: PersonId,
  { accountId }: Actor,
  body: RecordBody,
  answered: Answered,
  now: Instant,
): Promise<passes.PassKept | undefined> =>
  passes.record(
    personId,
    body.id,
    accountId,
    body.placeId,
    recordedOf(body),
    answered,
    now,
    plusMs(now, -SCAN_GOOD_MS),
  );

/** By the command's answer: the pass and that the answer is used up are one. Undefined where somebody was quicker. */
async function letThrough(
  scan: passes.PassKept,
  body: RecordBody,
  answered: Answered,
  now: Instant,
): Promise<passes.PassKept | undefined> {
  if (msOf(now) - msOf(scan.receivedAt) > SCAN_GOOD_MS) throw new Problem('pass.scan-over');
  const { placeId, escalationId } = body;
  const letPass = await letPassFor(scan.pass.personId, placeId, now, escalationId);
  if (!letPass) throw new Problem('escalation.let-pass-over');
  const { kept, write } = passes.completed(
    scan,
    { ...recordedOf(body), escalationId: letPass.escalationId },
    answered,
    now,
  );
  const committed = await commit(write, letPass.used(body.id, now));
  if (committed === 'stale') throw new Problem('escalation.let-pass-over');
  return committed === 'committed' ? kept : undefined;
}

/**
 * The guard's own scan of somebody whose live colour does not do here: recorded before, or made without network, when
 * the person was let through by the colour shown then, or let through by the command. Without an own scan not even the
 * refusal tells the colour.
 */
async function mayHavePassed(
  actor: Actor,
  personId: PersonId,
  { id, placeId, escalationId }: RecordBody,
  { requires = 'green' }: DutyHeld,
): Promise<passes.PassKept> {
  const scan = await passes.of(personId, id);
  if (scan?.guardId !== actor.accountId || scan.pass.placeId !== placeId)
    throw new Problem('pass.scan-unknown');
  const { offline = false, colour } = scan.pass;
  const may = escalationId !== undefined || (offline && meets(colour, requires));
  if (scan.recordedAt === undefined && !may) throw new Problem('pass.must-stop');
  return scan;
}

const hashOf = (body: RecordBody): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url');

/** Recorded before: the same is answered the same, anything else under the same id is a mistake. */
function repeated(
  kept: passes.PassKept | undefined,
  actor: Actor,
  { requestHash }: Answered,
): passes.PassKept {
  if (kept?.guardId !== actor.accountId) throw new Problem('pass.scan-unknown');
  if (kept.recordedAt === undefined) throw new Problem('pass.scan-over');
  if (kept.requestHash !== requestHash) throw new Problem('core.id-reused');
  return kept;
}
