/**
 * Duties asked for, and what they do to a standing: of a guard at a checkpoint (V1), of an organiser (U7).
 *
 * | question                                        | pk                                    | sk        |
 * | ----------------------------------------------- | ------------------------------------- | --------- |
 * | a request, within a city or county              | {city}                                | {grantId} |
 * | is this id taken, in whatever city?             | {grantId}                             | `id`      |
 * | requests that wait, oldest first                | index `waiting`: waiting = {city}     | sk        |
 * | an account's requests, newest first             | index `byAccount`: accountId          | sk        |
 */
import * as z from 'zod';
import { addressLine } from '@yimatong/shared/core/address';
import { cityOf } from '@yimatong/shared/core/area';
import { AccountId, type GrantId, PersonId } from '@yimatong/shared/core/id';
import { Grant } from '@yimatong/shared/place/contract';
import { open, seal } from './seal';
import type { DutyHeld, Standing } from './standing';
import { getNow, insert, type Item, query, replace, type Write } from './table';

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

export const asked = async (
  grant: Grant,
  accountId: AccountId,
  personId: PersonId,
  asker: Asker,
): Promise<Write> => {
  const item = itemOf({
    grant,
    accountId,
    personId,
    asker: await seal(JSON.stringify(asker), grant.id),
  });
  return insert('grant', { ...item, v: 1 });
};

/** A request's id is one of its kind in the whole province, not only in its city. */
export const numbered = ({ id, place }: Grant): Write =>
  insert('grant', { pk: id, sk: 'id', city: cityOf(place.address.area) });

export const decided = (kept: GrantKept, grant: Grant): Write =>
  replace('grant', itemOf({ ...kept, grant }), kept.v);

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
  area: place.address.area,
});

/** The standing once the grant has its new state. */
export const standingAfter = (standing: Standing, grant: Grant): Standing => {
  const others = standing.duties.filter(({ grantId }) => grantId !== grant.id);
  return { ...standing, duties: grant.state === 'granted' ? [...others, dutyOf(grant)] : others };
};
