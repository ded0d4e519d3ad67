import { type Arrival, arriveContract } from '@yimatong/shared/arrive/contract';
import { colourOn } from '@yimatong/shared/code/colour';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { addressLine } from '@yimatong/shared/core/address';
import { DAY_MS, dayOf, type Instant, MINUTE_MS, msOf, numberOf } from '@yimatong/shared/core/day';
import type { PersonId, PlaceId } from '@yimatong/shared/core/id';
import { locationCheckOf } from '@yimatong/shared/core/location';
import { Problem } from '@yimatong/shared/core/problem';
import type { Pass } from '@yimatong/shared/pass/contract';
import { isPost } from '@yimatong/shared/place/contract';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import * as codes from '../code/store';
import { mustBeOwn } from '../core/actor';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin } from '../core/once';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import * as arrivals from './store';

const perAccount = [{ most: 120, windowSeconds: 3600 }];
/** Twice at the same place within that time is once. */
const ONCE_WITHIN_MS = 2 * MINUTE_MS;

export const handler = serve(arriveContract, {
  async arrive({ actor, body, now }) {
    const { id, placeId, personIds } = body;
    personIds.forEach((personId) => mustBeOwn(actor, personId));
    await withinLimits(`arrive#${actor.accountId}`, perAccount, now, 'pass.too-many');
    mustBeMadeWithin(ID_MAY_BE_OFF_MS, id, now);
    const at = scannedAt(body.scannedAt, now);
    const place = await mustBeOpen(placeId);
    const people = await Promise.all(personIds.map(mustHaveClaimed));

    const { location } = place;
    const common = {
      id,
      at,
      placeId,
      placeName: place.name,
      address: addressLine(place.address),
      outcome: 'self' as const,
      locationCheck: locationCheckOf(location, body.location),
      ...(msOf(now) - msOf(at) >= ONCE_WITHIN_MS && { offline: true }),
      ...(people.length > 1 && { partyId: `part_${id.slice('pass_'.length)}` as const }),
    };
    const recorded: Arrival['people'] = [];
    for (const code of people) {
      const { personId, maskedName } = code;
      const pass = { ...common, personId, colour: colourAt(code, at) };
      const kept = await once(pass, actor.accountId, now);
      const { colour, locationCheck = 'not-possible' } = kept;
      recorded.push({ personId, maskedName, colour, at: kept.at, locationCheck });
    }
    const { placeName, address } = common;
    return { id, placeId, placeName, address, people: recorded, serverTime: now };
  },
});

/** The pass as it is recorded: this one, or the one within two minutes of it. */
const once = (
  pass: Pass & { readonly placeId: PlaceId },
  accountId: string,
  now: Instant,
): Promise<Pass> =>
  untilCommitted<Pass>(async () => {
    const { id, personId, placeId, at } = pass;
    const turn = await arrivals.turnOf(personId, placeId);
    const near = await arrivals.selfScanNear(personId, placeId, at, ONCE_WITHIN_MS);
    if (near) return near;
    const committed = await commit(...arrivals.arrived(pass, accountId, now, turn));
    if (committed === 'committed') return pass;
    const kept = committed === 'exists' ? await arrivals.under(personId, id) : undefined;
    if (!kept) return undefined;
    // Sent again without its time, hours later; anything else under the id is another record.
    if (kept.outcome === 'self' && kept.placeId === placeId) return kept;
    throw new Problem('core.id-reused');
  });

/** One that waited without network is of its own time, at most a day back. */
function scannedAt(claimed: Instant | undefined, now: Instant): Instant {
  if (claimed === undefined || claimed >= now) return now;
  if (msOf(now) - msOf(claimed) > DAY_MS) throw new Problem('arrive.too-late');
  return claimed;
}

async function mustBeOpen(placeId: PlaceId) {
  const found = await arrivals.placeOf(placeId);
  if (!found || !isPost(found.place)) throw new Problem('place.unknown');
  if (found.isClosed) throw new Problem('place.closed');
  return found.place;
}

async function mustHaveClaimed(personId: PersonId): Promise<codes.CodeItem> {
  const code = await codes.of(personId);
  if (!code) throw new Problem('account.details-missing');
  if (code.record.claimedOn === undefined) throw new Problem('declaration.not-claimed');
  return code;
}

function colourAt({ record }: codes.CodeItem, at: Instant) {
  const today = numberOf(dayOf(at));
  return colourOn(today, record, ruleSetOn(today)).colour;
}
