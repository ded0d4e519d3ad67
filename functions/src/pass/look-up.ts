/**
 * Finding somebody without a scan, and the details of the person before one (V2, V5–V9). A Lambda of its own: it may
 * open people's details, which the gate's scans may not.
 */
import { isDeepStrictEqual } from 'node:util';
import { ageOn } from '@yimatong/shared/core/age';
import { verifierRoles } from '@yimatong/shared/core/contract';
import { dayOf, type Instant } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { type IdentityDocument, maskedNumber } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import type { Pass, Scan } from '@yimatong/shared/pass/contract';
import { lookUpContract } from '@yimatong/shared/pass/look-up';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import { newHandleOf, ownScan } from '../code/scanned';
import * as codes from '../code/store';
import { dutyAt, inDuty } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { detailsOf, identityOf, personOfDocument } from '../core/people';
import { serve } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit } from '../core/table';
import { colourAt, seenAt } from './gate';
import * as passes from './store';

/** Enough for a gate whose neighbours have no phones; too few to find out who is registered. */
const perAccount = [
  { most: 60, windowSeconds: 3600 },
  { most: 300, windowSeconds: 86_400 },
];
/** Whoever tries numbers finds nobody most of the time. */
const misses = [{ most: 20, windowSeconds: 3600 }];

const seesNumber: readonly string[] = ['clinician', 'gridworker'];

export const handler = serve(lookUpContract, {
  async lookUp({ actor, body: { id, placeId, name, document, why }, now }) {
    const duty = dutyAt(actor, placeId, verifierRoles);
    await withinLimits(`look-up#${actor.accountId}`, perAccount, now, 'pass.look-ups-too-many');
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, id, now);
    const personId = await named(name, document);
    const code = personId && (await codes.of(personId));
    if (!code) {
      const missed = `look-up-missed#${actor.accountId}`;
      await withinLimits(missed, misses, now, 'pass.look-ups-too-many');
      return { found: false as const, serverTime: now };
    }

    const look: Pass = {
      id,
      personId,
      at: now,
      colour: colourAt(code, now),
      outcome: 'looked',
      lookedUp: why,
      placeId,
      placeName: duty.placeName,
      address: duty.placeAddress,
      ...(duty.role !== 'guard' && { role: duty.role }),
    };
    const committed = await commit(passes.looked(look, actor.accountId, now));
    const { colour } = committed === 'exists' ? await lookedBefore(actor.accountId, look) : look;
    return { found: true as const, scan: await scanOf(code, { ...look, colour }, duty, now) };
  },

  async detailsBehind({ actor, params: { scanId }, query: { subject, placeId }, now }) {
    const duty = dutyAt(actor, placeId, ['clinician', 'pharmacist', 'sampler', 'gridworker']);
    const { personId, offline } = await ownScan(actor, { scanId, subject, placeId }, now);
    // Scanned without network: the person has gone.
    if (offline) throw new Problem('pass.scan-over');
    const details = await detailsOf(personId);
    if (!details) throw new Problem('pass.scan-unknown');
    await commit(audited(inDuty(actor, duty), 'details.seen', personId, now, scanId));

    const { name, document, phone, address } = details;
    const age = ageOn(document, dayOf(now));
    const isMasked = !seesNumber.includes(duty.role);
    const number = isMasked ? maskedNumber(document.number) : document.number;
    return {
      name,
      document: { type: document.type, number, isMasked },
      ...(age !== undefined && { age }),
      ...(phone !== undefined && { phone }),
      address,
    };
  },
});

/** Whose both are; a document alone tells nothing. */
async function named(name: string, document: IdentityDocument): Promise<PersonId | undefined> {
  const personId = await personOfDocument(document);
  const known = personId && (await identityOf(personId));
  return known?.name === name && isDeepStrictEqual(known.document, document) ? personId : undefined;
}

/** The same look-up sent twice is one; an id that is another look is a mistake. */
async function lookedBefore(accountId: string, look: Pass): Promise<Pass> {
  const kept = await passes.of(look.personId, look.id);
  if (kept?.guardId !== accountId || kept.pass.placeId !== look.placeId)
    throw new Problem('core.id-reused');
  return kept.pass;
}

async function scanOf(
  code: codes.CodeItem,
  { id, personId, colour, lookedUp }: Pass,
  duty: DutyHeld,
  now: Instant,
): Promise<Scan> {
  const { maskedName, documentTail } = code;
  const seen = duty.role === 'guard' ? seenAt(code, duty, now) : { warnings: [] };
  return {
    verdict: 'valid',
    scanId: id,
    granted: true,
    subject: await newHandleOf(personId),
    maskedName,
    documentTail,
    lookedUp,
    serverTime: now,
    ...seen,
    colour,
  };
}
