import { createHash } from 'node:crypto';
import { readCard } from '@yimatong/shared/code/card-number';
import { meets } from '@yimatong/shared/code/requirement';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { withSign, type Sign } from '@yimatong/shared/code/record';
import { type Body, verifierRoles } from '@yimatong/shared/core/contract';
import { dayOf, type Instant, msOf, numberOf, plusMs } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { type Pass, passContract, type Scan } from '@yimatong/shared/pass/contract';
import { isAbnormal } from '@yimatong/shared/pass/suspicion';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import * as codes from '../code/store';
import { type Actor, dutyAt, inDuty, mustBeOwn, seenBy } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import type { DutyHeld } from '../core/standing';
import { type NotFound, personBehind, readAt, SCAN_GOOD_MS } from '../code/scanned';
import { colourAt, seenAt, seenThen } from './gate';
import * as passes from './store';

/** Whoever has no duty granted sees colours only, and not many of them. */
const strangersScans = [{ most: 20, windowSeconds: 3600 }];

export const handler = serve(passContract, {
  async scan({ actor, body, now }) {
    if (body.placeId === undefined)
      await withinLimits(`scan#${actor.accountId}`, strangersScans, now, 'pass.too-many');
    const duty =
      body.placeId === undefined ? undefined : dutyAt(actor, body.placeId, verifierRoles);
    if (!duty && readCard(body.token)) throw new Problem('pass.card-needs-duty');
    // A scan that waited without network is judged as of its own time, where a duty vouches for it.
    const said = duty ? happenedAt(body.scannedAt, now) : now;
    const found = await readAt(body.token, said);
    if ('verdict' in found) return refusedScan(found, now);
    const { personId, handle, colour: printed } = found;
    const byCard = printed === undefined;
    // A card says no colour: whenever it was scanned, it is looked up now.
    const at = byCard ? now : said;
    const code = await codes.of(personId);
    if (!code && byCard) return refusedScan({ verdict: 'card-unknown' }, now);
    if (!code) throw new Problem('code.unknown');

    const isOffline = at !== now;
    const seen = duty && seenAt(code, duty, now);
    const live = seen?.colour ?? colourAt(code, now);
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, body.id, now);
    const place = duty && {
      placeId: duty.placeId,
      placeName: duty.placeName,
      address: duty.placeAddress,
    };
    const look: Pass = {
      id: body.id,
      personId,
      at,
      colour: isOffline && printed ? printed : live,
      outcome: 'looked',
      ...place,
      ...(isOffline && { offline: true }),
      ...(byCard && { byCard }),
    };
    // One look is one answer: asked again under its id, the colour is the one that was seen and kept.
    const { colour } =
      (await commit(passes.looked(look, actor.accountId, now))) === 'exists'
        ? await ownScan(actor, look)
        : look;

    const common = { verdict: 'valid' as const, scanId: body.id, serverTime: now };
    if (!duty || !seen) return { ...common, colour, granted: false, warnings: [] };
    const onDuty = { ...common, granted: true, subject: handle, ...(byCard && { byCard }) };
    // Whether somebody may pass, and where they were stopped, is the gate's alone.
    const isGate = duty.role === 'guard';
    const colourAlone = { colour, warnings: [] };
    if (isOffline || colour !== live)
      return { ...onDuty, ...(isGate ? seenThen(colour, duty) : colourAlone) };
    const { maskedName, documentTail } = code;
    return { ...onDuty, maskedName, documentTail, ...(isGate ? seen : colourAlone) };
  },

  async record({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['guard']);
    const personId = await personBehind(body.subject);
    const code = await codes.of(personId);
    if (!code) throw new Problem('pass.scan-unknown');
    const seen = seenAt(code, duty, now);
    const kept =
      body.outcome === 'passed' && !seen.meets
        ? await mayHavePassed(actor, personId, body, duty)
        : undefined;

    const { outcome, direction, reason, temperature, plate, note, partyId } = body;
    const recorded = { outcome, direction, reason, temperature, plate, note, partyId };
    const hash = hashOf(body);
    const done =
      kept?.recordedAt === undefined &&
      (await passes.record(
        personId,
        body.id,
        actor.accountId,
        body.placeId,
        recorded,
        { requestHash: hash, warned: seen.warnings },
        now,
        plusMs(now, -SCAN_GOOD_MS),
      ));
    const { pass, warned = [] } =
      done || repeated(kept ?? (await passes.of(personId, body.id)), actor, hash);
    // Also of a repeat: the first may have been cut off between the pass and its signs.
    await signed(personId, signsOf(pass), now);
    return { pass, warnings: warned };
  },

  async history({ actor, params: { scanId }, query: { subject, placeId, before }, now }) {
    const duty = dutyAt(actor, placeId, ['guard']);
    const personId = await personBehind(subject);
    const scan = await passes.of(personId, scanId);
    if (scan?.guardId !== actor.accountId || scan.pass.placeId !== placeId)
      throw new Problem('pass.scan-unknown');
    // A scan made without network is history itself: the person has gone.
    if (scan.pass.offline === true || msOf(now) - msOf(scan.receivedAt) > SCAN_GOOD_MS)
      throw new Problem('pass.scan-over');
    const code = await codes.of(personId);
    if (!code) throw new Problem('pass.scan-unknown');

    const read = await passes.recordedOfPerson(personId, before, PAGE_SIZE + 1);
    await commit(audited(inDuty(actor, duty), 'pass.history-seen', personId, now, scanId));
    const { page, next } = pageOf(read, ({ pass }) => pass.id);
    return {
      passes: page.map(({ pass }) => pass),
      warnings: seenAt(code, duty, now).warnings,
      ...next,
    };
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const read = await passes.ofPerson(personId, before, PAGE_SIZE + 1);
    const own = seenBy(
      actor,
      personId,
      read.map(({ pass }) => pass),
    );
    const { page, next } = pageOf(own, ({ id }) => id);
    return { passes: page, ...next };
  },
});

type RecordBody = Body<(typeof passContract)['record']>;

function refusedScan(reading: NotFound, now: Instant): Scan {
  const common = { serverTime: now };
  switch (reading.verdict) {
    case 'expired':
      return {
        ...common,
        verdict: 'expired',
        bySeconds: Math.floor((msOf(now) - reading.expiredAt) / 1000),
      };
    case 'clock-off':
      return { ...common, verdict: 'clock-off', bySeconds: Math.floor(reading.aheadMs / 1000) };
    default:
      return { ...common, verdict: reading.verdict };
  }
}

/**
 * The guard's own scan of somebody whose live colour does not do here: recorded before, or made without network, when
 * the person was let through by the colour shown then. Without an own scan not even the refusal tells the colour.
 */
async function mayHavePassed(
  actor: Actor,
  personId: PersonId,
  { id, placeId }: RecordBody,
  { requires = 'green' }: DutyHeld,
): Promise<passes.PassKept> {
  const scan = await passes.of(personId, id);
  if (scan?.guardId !== actor.accountId || scan.pass.placeId !== placeId)
    throw new Problem('pass.scan-unknown');
  const { offline = false, colour } = scan.pass;
  if (scan.recordedAt === undefined && !(offline && meets(colour, requires)))
    throw new Problem('pass.must-stop');
  return scan;
}

/** The same scan sent twice is one scan; an id that is somebody else's scan is a mistake. */
async function ownScan(actor: Actor, look: Pass): Promise<Pass> {
  const kept = await passes.of(look.personId, look.id);
  if (kept?.guardId !== actor.accountId || kept.pass.placeId !== look.placeId)
    throw new Problem('core.id-reused');
  return kept.pass;
}

const hashOf = (body: RecordBody): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url');

/** Recorded before: the same is answered the same, anything else under the same id is a mistake. */
function repeated(kept: passes.PassKept | undefined, actor: Actor, hash: string): passes.PassKept {
  if (kept?.guardId !== actor.accountId) throw new Problem('pass.scan-unknown');
  if (kept.recordedAt === undefined) throw new Problem('pass.scan-over');
  if (kept.requestHash !== hash) throw new Problem('core.id-reused');
  return kept;
}

/** What of this pass is a suspicious sign to the next checkpoint (V3). */
function signsOf({
  at,
  placeId,
  temperature = 'normal',
  outcome,
  direction,
  colour,
}: Pass): Sign[] {
  const on = numberOf(dayOf(at));
  const of = (kind: Sign['kind']): Sign => ({ kind, on, placeId: placeId ?? '' });
  return [
    ...(isAbnormal(temperature, ruleSetOn(on)) ? [of('abnormal-temperature')] : []),
    ...(outcome === 'stopped' ? [of('stopped')] : []),
    ...(outcome === 'passed' && direction === 'out' && colour !== 'green'
      ? [of('left-isolation')]
      : []),
  ];
}

/** Signs are rare; they stand on the code, so that the next gate needs no second read. */
async function signed(personId: PersonId, signs: readonly Sign[], now: Instant): Promise<void> {
  if (signs.length === 0) return;
  await untilCommitted(async () => {
    const code = await codes.ofNow(personId);
    if (!code) return true;
    const missing = signs.filter((sign) => !code.record.signs.some((one) => covers(one, sign)));
    if (missing.length === 0) return true;
    const committed = await commit(
      codes.changed(code, missing.reduce(withSign, code.record), numberOf(dayOf(now))),
    );
    return committed === 'committed' ? true : undefined;
  });
}

const covers = (one: Sign, other: Sign): boolean =>
  one.kind === other.kind && one.placeId === other.placeId && one.on >= other.on;
