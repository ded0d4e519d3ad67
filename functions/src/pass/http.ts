import { readCard } from '@yimatong/shared/code/card-number';
import { verifierRoles } from '@yimatong/shared/core/contract';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { type Pass, passContract, type Scan } from '@yimatong/shared/pass/contract';
import { letPassFor } from '../code/let-pass';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import * as codes from '../code/store';
import { type Actor, dutyAt, inDuty, mustBeOwn, seenBy } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit } from '../core/table';
import { type NotFound, personBehind, readAt, SCAN_GOOD_MS } from '../code/scanned';
import { colourAt, seenAt, seenThen } from './gate';
import { recording } from './recording';
import { farApart, signed as told, withSigns } from './signs';
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
    const [code, signs] = await Promise.all([
      codes.of(personId),
      duty ? farApart(personId, duty, at) : [],
    ]);
    if (!code && byCard) return refusedScan({ verdict: 'card-unknown' }, now);
    if (!code) throw new Problem('code.unknown');

    const isOffline = at !== now;
    const signed = { ...code, record: withSigns(code.record, signs) };
    const seen = duty && seenAt(signed, duty, now);
    const live = seen?.colour ?? colourAt(code, now);
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, body.id, now);
    const place = duty && {
      placeId: duty.placeId,
      placeName: duty.placeName,
      address: duty.placeAddress,
      ...(duty.role !== 'guard' && { role: duty.role }),
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
      (await commit(passes.looked(look, actor.accountId, now, duty?.location))) === 'exists'
        ? await ownScan(actor, look)
        : look;
    await told(personId, signs, now);

    const common = { verdict: 'valid' as const, scanId: body.id, serverTime: now };
    if (!duty || !seen) return { ...common, colour, granted: false, warnings: [] };
    const onDuty = { ...common, granted: true, subject: handle, ...(byCard && { byCard }) };
    // Whether somebody may pass, and where they were stopped, is the gate's alone.
    const isGate = duty.role === 'guard';
    const colourAlone = { colour, warnings: [] };
    if (isOffline || colour !== live)
      return { ...onDuty, ...(isGate ? seenThen(colour, duty) : colourAlone) };
    const { maskedName, documentTail } = code;
    const letPass =
      isGate && !seen.meets ? await letPassFor(personId, duty.placeId!, now) : undefined;
    return {
      ...onDuty,
      maskedName,
      documentTail,
      ...(isGate ? seen : colourAlone),
      ...(letPass && { letPass: { escalationId: letPass.escalationId, until: letPass.until } }),
    };
  },

  ...recording,

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
    const read = await passes.withByHand(personId, before, PAGE_SIZE + 1);
    const own = seenBy(
      actor,
      personId,
      read.map(({ pass }) => pass),
    );
    const { page, next } = pageOf(own, ({ id }) => id);
    return { passes: page, ...next };
  },
});

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

/** The same scan sent twice is one scan; an id that is somebody else's scan is a mistake. */
async function ownScan(actor: Actor, look: Pass): Promise<Pass> {
  const kept = await passes.of(look.personId, look.id);
  if (kept?.guardId !== actor.accountId || kept.pass.placeId !== look.placeId)
    throw new Problem('core.id-reused');
  return kept.pass;
}
