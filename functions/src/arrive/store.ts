/**
 * People who recorded themselves by a place's poster: passes among a person's passes, and a turn for each person and
 * place, so that two scans at once do not both count.
 *
 * | question                                       | pk                 | sk        |
 * | ---------------------------------------------- | ------------------ | --------- |
 * | a person's passes around a moment              | {personId}         | {pass id} |
 * | whose turn is it to record?                    | `turn#{personId}`  | {placeId} |
 */
import { type Instant, msOf, plusMs } from '@yimatong/shared/core/day';
import { lowestIdAt, type PassId, type PersonId, type PlaceId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { Pass } from '@yimatong/shared/pass/contract';
import { Place } from '@yimatong/shared/place/contract';
import * as z from 'zod';
import { ID_MAY_BE_OFF_MS } from '../code/looked';
import { get, getNow, insert, query, replace, type Write } from '../core/table';

const Kept = z.object({ place: Place, closed: z.unknown().optional() });

/** The place as far as it is needed here. */
export async function placeOf(id: PlaceId) {
  const item = await get('place', id, 'place');
  if (!item) return undefined;
  const { place, closed } = Kept.parse(item);
  return { place, isClosed: closed !== undefined };
}

/** The first of their scans of this poster within `ms` of a moment. */
export async function selfScanNear(
  personId: PersonId,
  placeId: PlaceId,
  at: Instant,
  ms: number,
): Promise<Pass | undefined> {
  // Ids are by the clock of whoever made them.
  const items = await query('pass', {
    pk: personId,
    from: lowestIdAt('pass', plusMs(at, -ms - ID_MAY_BE_OFF_MS)),
    asOfNow: true,
  });
  return items
    .filter((item) => item['outcome'] === 'self' && item['placeId'] === placeId)
    .map(({ pk, sk, ...item }) => Pass.parse({ id: sk, personId: pk, ...item }))
    .find((pass) => Math.abs(msOf(pass.at) - msOf(at)) < ms);
}

export const turnOf = async (personId: PersonId, placeId: PlaceId): Promise<number | undefined> => {
  const item = await getNow('pass', `turn#${personId}`, placeId);
  return item && z.number().parse(item['v']);
};

/** The pass, and the turn taken for it. `accountId`: whose phone it was. */
export function arrived(
  { id, personId, ...pass }: Pass & { readonly placeId: PlaceId },
  accountId: string,
  receivedAt: Instant,
  turn: number | undefined,
): Write[] {
  const endsAt = endsAtOf('passes', msOf(receivedAt));
  return [
    insert('pass', {
      pk: personId,
      sk: id,
      ...pass,
      guardId: accountId,
      receivedAt,
      // Complete: no guard's record can be laid over it.
      recordedAt: receivedAt,
      endsAt,
    }),
    replace('pass', { pk: `turn#${personId}`, sk: pass.placeId, endsAt }, turn),
  ];
}

/** What lies under the id already. */
export async function under(personId: PersonId, id: PassId) {
  const item = await getNow('pass', personId, id);
  return item && Pass.parse({ id, personId, ...item });
}
