/**
 * What verifiers recorded of a person, read as it lies (U12): never what a doctor wrote.
 *
 * | table    | pk                          | what                                       |
 * | -------- | --------------------------- | ------------------------------------------ |
 * | waiting  | {personId}                  | under which keys it was kept before        |
 * | visit    | index `bySubject`: subject  | visits to fever clinics                    |
 * | purchase | index `bySubject`: subject  | medicine bought for them                   |
 * | purchase | index `byBuyer`: buyer      | medicine that they bought for somebody else |
 */
import { OwnVisit } from '@yimatong/shared/clinic/contract';
import { type Proposed, stateOf } from '@yimatong/shared/code/withdrawal';
import type { PersonId } from '@yimatong/shared/core/id';
import { Bought, OwnPurchase } from '@yimatong/shared/purchase/contract';
import * as z from 'zod';
import { recordsOf } from '../code/records-of';
import type { Actor } from '../core/actor';
import { open } from '../core/seal';
import { type Item, query } from '../core/table';

const Sold = z.object({ medicines: z.array(Bought) });

const stateIn = ({ proposal }: Item) => stateOf(proposal as Proposed | undefined);
const under = (table: 'visit' | 'purchase', name: string, attribute: string) => (pk: string) =>
  query(table, { pk, index: [name, attribute, 'pk'], newestFirst: true });

const visit = (item: Item): OwnVisit => OwnVisit.parse({ ...item, state: stateIn(item) });

const purchase =
  (as: OwnPurchase['as']) =>
  async (item: Item): Promise<OwnPurchase> => {
    const { medicines } = Sold.parse(
      JSON.parse(await open(z.string().parse(item['sealed']), item.pk)),
    );
    return OwnPurchase.parse({ ...item, medicines, as, state: stateIn(item) });
  };

export interface Recorded {
  /** Newest first, as all that follow. */
  readonly visits: readonly OwnVisit[];
  readonly purchases: readonly OwnPurchase[];
}

export async function recordedOf(actor: Actor, personId: PersonId): Promise<Recorded> {
  const [visits, purchases] = await Promise.all([
    recordsOf(actor, personId, async (subject) =>
      (await under('visit', 'bySubject', 'subject')(subject)).map(visit),
    ),
    recordsOf(actor, personId, async (subject) => {
      const [bought, taken] = await Promise.all([
        under('purchase', 'byBuyer', 'buyer')(subject),
        under('purchase', 'bySubject', 'subject')(subject),
      ]);
      return Promise.all([...bought.map(purchase('bought')), ...taken.map(purchase('taken'))]);
    }),
  ]);
  return { visits, purchases };
}
