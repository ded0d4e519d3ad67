/**
 * Places as they stand now. The duties asked for at them are in core/grants.ts, with copies of the place.
 *
 * | question                                  | pk                                     | sk      |
 * | ----------------------------------------- | -------------------------------------- | ------- |
 * | a place                                   | {placeId}                              | `place` |
 * | open places of a city, of a kind          | index `open`: openIn = {city}#{kind}   | pk      |
 */
import * as z from 'zod';
import { cityOf } from '@yimatong/shared/core/area';
import { Role } from '@yimatong/shared/core/contract';
import { Instant } from '@yimatong/shared/core/day';
import { AccountId, type PlaceId } from '@yimatong/shared/core/id';
import { Place, type PlaceKind } from '@yimatong/shared/place/contract';
import type { PlaceShown } from '@yimatong/shared/place/keeping';
import { get, getNow, insert, type Item, query, replace, type Write } from '../core/table';

const PlaceKept = z.object({
  place: Place,
  enteredBy: AccountId,
  /** How often it was corrected. */
  version: z.int(),
  closed: z
    .object({
      at: Instant,
      reason: z.string(),
      /** Who closed it: whoever carries on ends the duties in their name. */
      by: z.object({ actorId: z.string(), role: z.optional(Role), area: z.string().optional() }),
    })
    .optional(),
  /** Copies of it may still say what it said before. */
  isSpreading: z.boolean().optional(),
  v: z.number(),
});
export type PlaceKept = z.infer<typeof PlaceKept>;

const itemOf = ({
  place,
  enteredBy,
  version,
  closed,
  isSpreading,
}: Omit<PlaceKept, 'v'>): Item => ({
  pk: place.id,
  sk: 'place',
  place,
  enteredBy,
  version,
  closed,
  isSpreading,
  ...(!closed && { openIn: openIn(cityOf(place.address.area), place.kind) }),
});
const openIn = (city: string, kind: PlaceKind): string => `${city}#${kind}`;

export const entered = (place: Place, enteredBy: AccountId): Write =>
  insert('place', { ...itemOf({ place, enteredBy, version: 1 }), v: 1 });

export const put = ({ v, ...kept }: PlaceKept): Write => replace('place', itemOf(kept), v);

export const of = async (id: PlaceId): Promise<PlaceKept | undefined> => {
  const item = await get('place', id, 'place');
  return item && PlaceKept.parse(item);
};
/** As of now, for deciding what to write. */
export const ofNow = async (id: PlaceId): Promise<PlaceKept | undefined> => {
  const item = await getNow('place', id, 'place');
  return item && PlaceKept.parse(item);
};

export const openOf = async (
  city: string,
  kind: PlaceKind,
  after: PlaceId | undefined,
  limit: number,
): Promise<Place[]> => {
  const items = await query('place', {
    pk: openIn(city, kind),
    index: ['open', 'openIn', 'pk'],
    limit,
    ...(after && { after }),
  });
  return items.map(({ place }) => Place.parse(place));
};

export const shown = ({ place, version, closed }: PlaceKept): PlaceShown => ({
  place,
  version,
  ...(closed && { closed: { at: closed.at, reason: closed.reason } }),
});
