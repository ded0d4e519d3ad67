/**
 * Duties asked for, and what they do to a standing: of whoever works at a place (V1), of an organiser (U7). An account
 * has one seat at a place: it is taken by a request, and free again once that is refused or withdrawn.
 *
 * | question                                        | pk                                    | sk        |
 * | ----------------------------------------------- | ------------------------------------- | --------- |
 * | a request, within a city or county              | {city}                                | {grantId} |
 * | is this id taken, in whatever city?             | {grantId}                             | `id`      |
 * | requests that wait, oldest first                | index `waiting`: waiting = {city}     | sk        |
 * | an account's requests, newest first             | index `byAccount`: accountId          | sk        |
 * | who works or wants to work at a place           | {placeId}                             | `seat#{accountId}` |
 */
import * as z from 'zod';
import { addressLine } from '@yimatong/shared/core/address';
import { cityOf } from '@yimatong/shared/core/area';
import { AccountId, GrantId, PersonId, type PlaceId } from '@yimatong/shared/core/id';
import { Grant, type GrantState, type Place } from '@yimatong/shared/place/contract';
import { open, seal } from './seal';
import type { DutyHeld, Standing } from './standing';
import {
  getNow,
  insert,
  insertUnless,
  type Item,
  query,
  replace,
  replaceWhere,
  type Write,
} from './table';

/** Who asks, as the supervisor must know it; sealed. */
const Asker = z.object({ name: z.string(), phone: z.string() });
export type Asker = z.infer<typeof Asker>;

const GrantKept = z.object({
  grant: Grant,
  accountId: AccountId,
  personId: PersonId,
  asker: z.string(),
  v: z.number(),
});
export type GrantKept = z.infer<typeof GrantKept>;

const itemOf = (kept: Omit<GrantKept, 'v'>): Item => ({
  pk: cityOf(kept.grant.place.address.area),
  sk: kept.grant.id,
  ...kept,
  ...(kept.grant.state === 'asked' && { waiting: cityOf(kept.grant.place.address.area) }),
});

/** A new request. Its id is one of its kind in the whole province, not only in its city. */
export const asked = async (
  grant: Grant,
  accountId: AccountId,
  personId: PersonId,
  asker: Asker,
): Promise<Write[]> => {
  const item = itemOf({
    grant,
    accountId,
    personId,
    asker: await seal(JSON.stringify(asker), grant.id),
  });
  return [
    insert('grant', { ...item, v: 1 }),
    insert('grant', { pk: grant.id, sk: 'id', city: item.pk }),
    insertUnless('grant', seatOf(grant, accountId), 'isTaken'),
  ];
};

export const decided = (kept: GrantKept, grant: Grant): Write[] => [
  replace('grant', itemOf({ ...kept, grant }), kept.v),
  ...(isOpen(grant.state)
    ? []
    : [replaceWhere('grant', seatOf(grant, kept.accountId), ['grantId', grant.id])]),
];

/** The same request with another copy of its place. */
export const corrected = (kept: GrantKept, place: Place): Write =>
  replace('grant', itemOf({ ...kept, grant: { ...kept.grant, place } }), kept.v);

export const isOpen = (state: GrantState): boolean => state === 'asked' || state === 'granted';

const SEAT = 'seat#';
const seatOf = ({ id, state, place }: Grant, accountId: AccountId): Item => ({
  pk: place.id,
  sk: SEAT + accountId,
  grantId: id,
  city: cityOf(place.address.area),
  ...(isOpen(state) && { isTaken: true }),
});
const Seat = z.object({ grantId: GrantId, city: z.string(), isTaken: z.boolean().optional() });

/** Open requests and duties at a place, as of now, by account: all of them, or the next `limit`. */
export async function atPlace(
  placeId: PlaceId,
  { after, limit }: { after?: AccountId | undefined; limit?: number } = {},
): Promise<GrantKept[]> {
  const found: GrantKept[] = [];
  let from = after && SEAT + after;
  for (;;) {
    const items = await query('grant', {
      pk: placeId,
      asOfNow: true,
      limit: SEATS_AT_ONCE,
      ...(from === undefined ? { from: SEAT } : { after: from }),
    });
    const taken = items.map((item) => Seat.parse(item)).filter(({ isTaken }) => isTaken);
    const grants = await Promise.all(taken.map(({ city, grantId }) => grantOf(city, grantId)));
    found.push(...grants.filter((one) => one !== undefined));
    if (items.length < SEATS_AT_ONCE) return found.slice(0, limit);
    if (limit !== undefined && found.length >= limit) return found.slice(0, limit);
    from = items.at(-1)?.sk;
  }
}
const SEATS_AT_ONCE = 50;

/** Wherever it lies. */
export async function byId(grantId: GrantId): Promise<GrantKept | undefined> {
  const item = await getNow('grant', grantId, 'id');
  return item && grantOf(String(item['city']), grantId);
}

export const askerOf = async ({ grant, asker }: GrantKept): Promise<Asker> =>
  Asker.parse(JSON.parse(await open(asker, grant.id)));

export const grantOf = async (city: string, grantId: GrantId): Promise<GrantKept | undefined> => {
  const item = await getNow('grant', city, grantId);
  return item && GrantKept.parse(item);
};

export const waitingIn = async (
  city: string,
  after: GrantId | undefined,
  limit: number,
): Promise<GrantKept[]> => {
  const items = await query('grant', {
    pk: city,
    index: ['waiting', 'waiting', 'sk'],
    limit,
    ...(after && { after }),
  });
  return items.map((item) => GrantKept.parse(item));
};

export const ofAccount = async (accountId: AccountId, limit: number): Promise<GrantKept[]> => {
  const items = await query('grant', {
    pk: accountId,
    index: ['byAccount', 'accountId', 'sk'],
    newestFirst: true,
    limit,
  });
  return items.map((item) => GrantKept.parse(item));
};

const dutyOf = ({ id, role, place }: Grant): DutyHeld => ({
  grantId: id,
  role,
  placeId: place.id,
  placeName: place.name,
  placeAddress: addressLine(place.address),
  ...(place.kind === 'checkpoint' && { requires: place.requires }),
  ...(place.kind !== 'organisation' && place.location && { location: place.location }),
  area: place.address.area,
});

/** The standing once the grant has its new state. */
export const standingAfter = (standing: Standing, grant: Grant): Standing => {
  const others = standing.duties.filter(({ grantId }) => grantId !== grant.id);
  return { ...standing, duties: grant.state === 'granted' ? [...others, dutyOf(grant)] : others };
};
