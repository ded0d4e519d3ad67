/**
 * Entry by hand (V2): somebody without phone or network. A Lambda of its own: it opens people's details to compare a
 * name, which the gate's scans may not.
 */
import { createHash } from 'node:crypto';
import type { Answer, Body } from '@yimatong/shared/core/contract';
import { dayOf, Instant, MINUTE_MS, msOf, numberOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { Colour } from '@yimatong/shared/code/colour-label';
import { byHandContract } from '@yimatong/shared/pass/by-hand';
import { type Pass, Warning } from '@yimatong/shared/pass/contract';
import * as z from 'zod';
import { letPassFor } from '../code/let-pass';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import { newHandleOf } from '../code/scanned';
import * as codes from '../code/store';
import { concerned, type Concerned, keptUnder, turning } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { seal } from '../core/seal';
import { serve } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit, type Item, untilCommitted } from '../core/table';
import { seenAt } from './gate';
import { signsOfPass, withSigns } from './signs';
import * as passes from './store';

/** Enough for a bus whose passengers have no phones, too few to find out who is registered. */
const perGuard = [{ most: 60, windowSeconds: 3600 }];

type Entry = Body<(typeof byHandContract)['record']>;
type Entered = Answer<(typeof byHandContract)['record']>;

export const handler = serve(byHandContract, {
  async record({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['guard']);
    await withinLimits(`by-hand#${actor.accountId}`, perGuard, now, 'pass.hands-too-many');
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, body.id, now);
    return untilCommitted(async () => {
      const whom = await concerned(actor, body.placeId, body.whom, now);
      const code = whom.match === 'found' ? await codes.ofNow(whom.personId) : undefined;
      const kept = await passes.byHand(keptUnder(whom, body.id), body.id);
      if (kept) return repeated(kept, actor, body, whom, code, duty, now);
      return code
        ? judged(code, whom, actor, body, duty, now)
        : unregistered(whom, actor, body, duty, now);
    });
  },
});

/** Somebody registered: their colour decides, as at a scan. What waited without network has happened. */
async function judged(
  code: codes.CodeItem,
  whom: Concerned,
  actor: Actor,
  body: Entry,
  duty: DutyHeld,
  now: Instant,
): Promise<Entered | undefined> {
  const { personId } = code;
  const at = happened(body, now);
  const seen = seenAt(code, duty, now);
  const isRefused = body.outcome === 'passed' && !seen.meets && at === now;
  const pass = { ...passOf(body, duty, at, now), personId, colour: seen.colour };
  const by = { guardId: actor.accountId, receivedAt: now };
  const audit = audited(inDuty(actor, duty), 'pass.by-hand', personId, now, body.id);
  if (isRefused) {
    const { outcome: _, direction: __, reason: ___, temperature: ____, ...look } = pass;
    const kept = { pass: { ...look, outcome: 'looked' as const }, ...by };
    const committed = await commit(passes.enteredByHand(personId, kept), audit);
    return committed === 'committed' ? asScanned(code, body, duty, now) : undefined;
  }

  const warned = seen.warnings;
  const kept = { pass, ...by, recordedAt: now, requestHash: hashOf(body), warned };
  const after = withSigns(code.record, signsOfPass(pass));
  const committed = await commit(
    passes.enteredByHand(personId, kept),
    ...(after === code.record ? [] : [codes.changed(code, after, numberOf(dayOf(now)))]),
    audit,
  );
  return committed === 'committed'
    ? { recorded: true, pass, match: whom.match, warnings: warned }
    : undefined;
}

/** Nobody whom the province knows: who they are is sealed, and found again once they register. */
async function unregistered(
  whom: Concerned,
  actor: Actor,
  body: Entry,
  duty: DutyHeld,
  now: Instant,
): Promise<Entered | undefined> {
  const pass = { ...passOf(body, duty, happened(body, now), now), colour: 'none' as const };
  const { name, document, phone, address } = body.whom;
  const under = keptUnder(whom, body.id);
  const kept = {
    pass: { ...pass, personId: actor.persons[0]! },
    guardId: actor.accountId,
    receivedAt: now,
    recordedAt: now,
    requestHash: hashOf(body),
    warned: [],
  };
  const committed = await commit(
    passes.enteredByHand(
      under,
      kept,
      await seal(JSON.stringify({ name, document, phone, address }), body.id),
    ),
    ...(await turning(whom, body.id, undefined, now)),
    audited(inDuty(actor, duty), 'pass.by-hand', under, now, body.id),
  );
  return committed === 'committed'
    ? { recorded: true, pass, match: whom.match, warnings: [] }
    : undefined;
}

/** Every entry says when it was; one that came at once is of now. */
const AT_ONCE_MS = 2 * MINUTE_MS;
const happened = ({ at }: Entry, now: Instant): Instant =>
  at !== undefined && msOf(now) - msOf(at) > AT_ONCE_MS ? happenedAt(at, now) : now;

type Made = Omit<Pass, 'personId' | 'colour'>;

const passOf = (
  { id, placeId, outcome, direction, reason, temperature, plate, partyId, whom: { why } }: Entry,
  { placeName, placeAddress }: DutyHeld,
  at: Instant,
  now: Instant,
): Made => ({
  id,
  at,
  placeId,
  placeName,
  address: placeAddress,
  outcome,
  direction,
  reason,
  temperature,
  plate,
  partyId,
  lookedUp: why,
  byHand: true,
  ...(at !== now && { offline: true }),
});

/** What the gate sees of somebody whose colour does not do here; the stop or the command's answer completes it. */
async function asScanned(
  code: codes.CodeItem,
  { id, placeId, whom }: Entry,
  duty: DutyHeld,
  now: Instant,
): Promise<Entered> {
  const letPass = await letPassFor(code.personId, placeId, now);
  const { maskedName, documentTail } = code;
  return {
    recorded: false,
    scan: {
      verdict: 'valid',
      scanId: id,
      granted: true,
      subject: await newHandleOf(code.personId),
      maskedName,
      documentTail,
      lookedUp: whom.why,
      serverTime: now,
      ...seenAt(code, duty, now),
      ...(letPass && { letPass: { escalationId: letPass.escalationId, until: letPass.until } }),
    },
  };
}

const Kept = z.object({
  guardId: z.string(),
  at: Instant,
  receivedAt: Instant,
  colour: Colour,
  requestHash: z.string().optional(),
  recordedAt: z.string().optional(),
  byHand: z.boolean().optional(),
  warned: z.array(Warning).optional(),
});

function repeated(
  item: Item,
  actor: Actor,
  body: Entry,
  whom: Concerned,
  code: codes.CodeItem | undefined,
  duty: DutyHeld,
  now: Instant,
): Entered | Promise<Entered> {
  const kept = Kept.parse(item);
  if (kept.guardId !== actor.accountId || kept.byHand !== true) throw new Problem('core.id-reused');
  if (kept.recordedAt === undefined && code) return asScanned(code, body, duty, now);
  if (kept.requestHash !== hashOf(body)) throw new Problem('core.id-reused');
  return {
    recorded: true,
    pass: { ...passOf(body, duty, kept.at, kept.receivedAt), colour: kept.colour },
    match: whom.match,
    warnings: kept.warned ?? [],
  };
}

const hashOf = (body: Entry): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url');
