/** Finding a place that somebody else has entered, and asking for the duty there. */
import { cityOf, isWithin } from '@yimatong/shared/core/area';
import { Problem } from '@yimatong/shared/core/problem';
import { type Grant, type Place, roleAt } from '@yimatong/shared/place/contract';
import type { keepingContract } from '@yimatong/shared/place/keeping';
import * as grants from '../core/grants';
import { withinLimits } from '../core/limit';
import { PAGE_SIZE } from '../core/page';
import { holderOf } from '../core/people';
import type { Handlers } from '../core/serve';
import { commit } from '../core/table';
import * as places from './store';

const searches = [{ most: 100, windowSeconds: 600 }];
const joins = [{ most: 20, windowSeconds: 86_400 }];
/** Names are looked through in memory: so many at a call, then it is the caller's to go on. */
const LOOKED_THROUGH = 300;

export const joining: Pick<Handlers<typeof keepingContract>, 'search' | 'join'> = {
  async search({ actor, query: { area, kind, name = '', after }, now }) {
    await withinLimits(`places#${actor.accountId}`, searches, now, 'place.too-many-searches');
    const read = await places.openOf(cityOf(area), kind, after, LOOKED_THROUGH);
    const wanted = plainly(name);
    const found = read.filter(
      (place) => isWithin(place.address.area, area) && plainly(place.name).includes(wanted),
    );
    const page = found.slice(0, PAGE_SIZE);
    const isMore = found.length > PAGE_SIZE || read.length === LOOKED_THROUGH;
    const next = (found.length > PAGE_SIZE ? page : read).at(-1)?.id;
    return { places: page, ...(isMore && next && { next }) };
  },

  async join({ actor, body: { id, placeId }, now }) {
    const { accountId, persons } = actor;
    await withinLimits(`join#${accountId}`, joins, now, 'place.too-many');
    const asker = await holderOf(accountId, persons[0]!);
    if (!asker) throw new Problem('account.details-missing');
    const earlier = await grants.byId(id);
    if (earlier) return sameRequest(earlier, accountId, placeId);
    const place = await mustBeOpen(placeId);
    const grant: Grant = { id, role: roleAt[place.kind], state: 'asked', place, askedAt: now };

    const committed = await commit(...(await grants.asked(grant, accountId, persons[0]!, asker)));
    if (committed === 'committed') return grant;
    // The same request twice at once, or another for the same place.
    const meanwhile = await grants.byId(id);
    if (!meanwhile) throw new Problem('place.asked-already');
    return sameRequest(meanwhile, accountId, placeId);
  },
};

/** Capitals, full-width letters and blanks make no other name. */
const plainly = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

async function mustBeOpen(placeId: Place['id']): Promise<Place> {
  const kept = await places.of(placeId);
  if (!kept) throw new Problem('place.unknown');
  if (kept.closed) throw new Problem('place.closed');
  if (kept.place.kind === 'organisation') throw new Problem('place.organisation-apart');
  return kept.place;
}

function sameRequest(kept: grants.GrantKept, accountId: string, placeId: string): Grant {
  if (kept.accountId === accountId && kept.grant.place.id === placeId) return kept.grant;
  throw new Problem('core.id-reused');
}
