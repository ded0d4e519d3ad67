/**
 * Purchases of fever and cough medicine. Who bought what for whom is sealed.
 *
 * | question (table purchase)                  | pk                               | sk         |
 * | ------------------------------------------ | -------------------------------- | ---------- |
 * | a purchase                                 | {purchaseId}                     | `purchase` |
 * | a pharmacy's sales of a day                | index `byPlace`: {placeId}#{day} | pk         |
 * | whose is it: who takes the medicine? (U12) | index `bySubject`: subject       | pk         |
 * | who bought it for somebody else? (U12)     | index `byBuyer`: buyer           | pk         |
 * | what awaits a second person in a city      | index `proposed`: {city}         | pk         |
 */
import { PurchaseBody } from '@yimatong/shared/purchase/contract';
import { stateOf } from '@yimatong/shared/code/withdrawal';
import { cityOf } from '@yimatong/shared/core/area';
import { type Day, dayOf, Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, PlaceId, PurchaseId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import * as z from 'zod';
import { ProposalKept } from '../code/withdrawing';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

const PurchaseKept = z.object({
  id: PurchaseId,
  placeId: PlaceId,
  placeName: z.string(),
  /** Street or township of the pharmacy. */
  area: z.string(),
  accountId: AccountId,
  at: Instant,
  /** Who takes the medicine: the person, the key under which it waits for them, or the purchase itself. */
  subject: z.string(),
  /** Who bought it for them. */
  buyer: z.string().optional(),
  maskedName: z.string(),
  isForOther: z.boolean(),
  proposal: ProposalKept.optional(),
  /** As it was sent, sealed. */
  sealed: z.string(),
  v: z.number(),
});
export type PurchaseKept = z.infer<typeof PurchaseKept>;

const itemOf = ({ v: _, ...kept }: PurchaseKept): Item => ({
  pk: kept.id,
  sk: 'purchase',
  ...kept,
  placeDay: `${kept.placeId}#${dayOf(kept.at)}`,
  ...(stateOf(kept.proposal) === 'proposed' && { proposedIn: cityOf(kept.area) }),
  endsAt: endsAtOf('purchases', msOf(kept.at)),
});

export async function recorded(
  purchase: Omit<PurchaseKept, 'sealed' | 'v'>,
  body: PurchaseBody,
): Promise<Write> {
  const sealed = await seal(JSON.stringify(body), purchase.id);
  return insert('purchase', { ...itemOf({ ...purchase, sealed, v: 1 }), v: 1 });
}

export const changed = (before: PurchaseKept, after: PurchaseKept): Write =>
  replace('purchase', itemOf(after), before.v);

const parsed = (item: Item): PurchaseKept => PurchaseKept.parse(item);

export const of = async (id: string): Promise<PurchaseKept | undefined> => {
  const item = await getNow('purchase', id, 'purchase');
  return item && parsed(item);
};
export const bodyOf = async ({ id, sealed }: PurchaseKept): Promise<PurchaseBody> =>
  PurchaseBody.parse(JSON.parse(await open(sealed, id)));

/** All of a day: a pharmacy's, whose limits keep it short. */
export const atPlaceOn = async (placeId: PlaceId, day: Day): Promise<PurchaseKept[]> => {
  const index = ['byPlace', 'placeDay', 'pk'] as const;
  const pk = `${placeId}#${day}`;
  return (await query('purchase', { pk, index, newestFirst: true })).map(parsed);
};

export const proposedIn = async (city: string): Promise<PurchaseKept[]> =>
  (await query('purchase', { pk: city, index: ['proposed', 'proposedIn', 'pk'] })).map(parsed);

interface Paged {
  readonly before?: string | undefined;
  readonly limit: number;
}

const under =
  (index: 'bySubject' | 'byBuyer', attribute: 'subject' | 'buyer') =>
  async (pk: string, { before, limit }: Paged): Promise<PurchaseKept[]> => {
    const items = await query('purchase', {
      pk,
      index: [index, attribute, 'pk'],
      newestFirst: true,
      limit,
      ...(before !== undefined && { before }),
    });
    return items.map(parsed);
  };
export const ofSubject = under('bySubject', 'subject');
export const ofBuyer = under('byBuyer', 'buyer');
