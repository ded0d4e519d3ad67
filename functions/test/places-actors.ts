/** Workers and supervisors of places, and people who scan a place's poster. */
import { type Arrival, arriveContract } from '@yimatong/shared/arrive/contract';
import type { GivenBody, GivenQuery } from '@yimatong/shared/core/contract';
import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { type Grant, type Place, placeContract, type Post } from '@yimatong/shared/place/contract';
import { keepingContract, posterContract } from '@yimatong/shared/place/keeping';
import { measureUnits } from '../src/core/table';
import { aCheckpoint, anAddress, aResident, newId, passId, type Person } from './actors';
import type { World } from './world';

const common = () => ({ id: newId<'plac'>('plac'), address: anAddress });
export const aPost = {
  guard: (): Post => aCheckpoint(),
  clinician: (): Post => ({ ...common(), kind: 'hospital', name: '虚构市人民医院' }),
  pharmacist: (): Post => ({ ...common(), kind: 'pharmacy', name: '虚构大药房' }),
  sampler: (): Post => ({ ...common(), kind: 'sampling-site', name: '虚构广场采样点' }),
  gridworker: (): Post => ({ ...common(), kind: 'grid', name: '虚构社区第三网格' }),
} as const;
export const roles = Object.keys(aPost) as (keyof typeof aPost)[];

/** What one does about places, as whoever one is. */
export const atPlaces = ({ call, tries }: Person) => ({
  enters: (place: Place): Promise<Grant> =>
    call(placeContract.register, { body: { grantId: newId<'gran'>('gran'), place } }),
  finds: (query: GivenQuery<typeof keepingContract.search>) =>
    call(keepingContract.search, { query }),
  joins: (placeId: PlaceId, id: GrantId = newId('gran')) =>
    tries(keepingContract.join, { body: { id, placeId } }),
  looksAtPlace: (placeId: PlaceId) => tries(keepingContract.one, { params: { placeId } }),
  corrects: (place: Place, version = 1) =>
    tries(keepingContract.correct, { params: { placeId: place.id }, body: { version, place } }),
  closes: (placeId: PlaceId, reason = '道路解封') =>
    tries(keepingContract.close, { params: { placeId }, body: { reason } }),
  workersAt: (placeId: PlaceId) =>
    tries(keepingContract.workers, { params: { placeId }, query: {} }),
  prints: (placeId: PlaceId) => tries(posterContract.print, { params: { placeId } }),
  async seesOwnRequests() {
    return (await call(placeContract.mine)).grants;
  },
});

/** Somebody who may work anywhere, and works nowhere yet. */
export async function anApplicant(world: World, name?: string) {
  const person = await aResident(world, name === undefined ? {} : { name });
  return { ...person, ...atPlaces(person) };
}
export type Applicant = Awaited<ReturnType<typeof anApplicant>>;

type Scanned = GivenBody<typeof arriveContract.arrive>;
/** Scans a place's poster with their own phone. */
export const arrives = (
  { personId, tries }: Person,
  placeId: PlaceId,
  more: Partial<Scanned> = {},
) =>
  tries(arriveContract.arrive, { body: { id: passId(), placeId, personIds: [personId], ...more } });
export const arrivalOf = ({ body }: { body: unknown }): Arrival => body as Arrival;

/** As if the process were killed right after so many writes: whatever comes then is never asked for. */
export async function dyingAfter(writes: number, acts: () => Promise<unknown>): Promise<void> {
  let left = writes;
  measureUnits(({ write }) => {
    if (write === 0) return;
    left -= 1;
    if (left <= 0) throw new Error('killed');
  });
  await acts();
  measureUnits(undefined);
}
