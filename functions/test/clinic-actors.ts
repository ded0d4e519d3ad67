/** Visits to a fever clinic and purchases at a pharmacy, and the colleagues who decide about them. */
import { clinicContract, type VisitBody } from '@yimatong/shared/clinic/contract';
import type { GivenBody } from '@yimatong/shared/core/contract';
import type { PlaceId } from '@yimatong/shared/core/id';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { type PurchaseBody, purchaseContract } from '@yimatong/shared/purchase/contract';
import { aResident, newId, type Person, type Worker } from './actors';
import type { World } from './world';

const byHand = {
  by: 'hand',
  name: '林小雨',
  why: 'no-phone',
  consented: true,
} as const satisfies VisitBody['whom'];

/** A visit with what must be said and nothing else. */
export const aVisit = (placeId: PlaceId, more: Partial<VisitBody> = {}): VisitBody => ({
  id: newId<'clin'>('clin'),
  placeId,
  whom: byHand,
  temperature: 38.2,
  met: [],
  symptoms: ['fever'],
  ...more,
});

export const ibuprofen = {
  code: 'ibuprofen',
  name: '布洛芬缓释胶囊',
  quantity: 1,
  unit: 'box',
} as const;

export const aPurchase = (placeId: PlaceId, more: Partial<PurchaseBody> = {}): PurchaseBody => ({
  id: newId<'purc'>('purc'),
  placeId,
  whom: byHand,
  medicines: [ibuprofen],
  temperature: 36.8,
  met: [],
  ...more,
});

/** Somebody else on duty at the same place. */
export async function aColleague(world: World, { placeId, supervisor }: Worker) {
  const person = await aResident(world, { name: '赵同班' });
  const grant = await person.call(keepingContract.join, {
    body: { id: newId<'gran'>('gran'), placeId },
  });
  const { status } = await supervisor.decides(grant, 'granted');
  if (status !== 200) throw new Error('the grant was refused');
  return person;
}

export const registersVisit = (
  { placeId, tries }: Worker,
  more: Partial<GivenBody<(typeof clinicContract)['record']>> = {},
) => tries(clinicContract.record, { body: { ...aVisit(placeId), ...more } });

export const sells = (
  { placeId, tries }: Worker,
  more: Partial<GivenBody<(typeof purchaseContract)['record']>> = {},
) => tries(purchaseContract.record, { body: { ...aPurchase(placeId), ...more } });

export const decidesVisit = (
  by: Pick<Person, 'tries'>,
  visitId: VisitBody['id'],
  decision: 'withdrawn' | 'stands' = 'withdrawn',
) => by.tries(clinicContract.decide, { params: { visitId }, body: { decision } });

export const decidesPurchase = (
  by: Pick<Person, 'tries'>,
  purchaseId: PurchaseBody['id'],
  decision: 'withdrawn' | 'stands' = 'withdrawn',
) => by.tries(purchaseContract.decide, { params: { purchaseId }, body: { decision } });
