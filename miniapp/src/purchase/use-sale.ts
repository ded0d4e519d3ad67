/** A sale that is being written down (V7): its draft kept, recorded once, on this phone where there is no network. */
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Instant } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import {
  type Bought,
  MOST_MEDICINES,
  purchaseContract,
  Sale,
} from '@yimatong/shared/purchase/contract';
import { addressIn, type Before, BeforeMe, nameOf, scanOf, whomOf } from '../code/whom/before';
import { nowInstant } from '../core/clock';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import type { Kept } from '../core/outbox';
import { type Recorded, useRecording } from '../core/use-outbox';

export const PAGE = '/purchase/pages/sale';
const what = { zh: '购药登记', en: 'Medicine purchase' };

const Sold = z.extend(Sale, { before: BeforeMe });
type Given = z.input<typeof Sold>;
const SaleForm = z.pipe(
  z.transform(({ address, patient, ...given }: Given): Given => ({
    ...given,
    ...addressIn(address),
    ...(patient && { patient }),
  })),
  Sold,
);

const fresh = (): Partial<Given> => ({ medicines: [] });

export interface Done {
  readonly recorded: Recorded<typeof purchaseContract.record>;
  readonly name: string | undefined;
  /** The pharmacist said so; whether it is anybody else the server knows. */
  readonly isForOther: boolean;
}

export function useSale(placeId: PlaceId) {
  const form = useFormOf(SaleForm, { known: fresh(), draft: `purchase.sale.${placeId}` });
  const [done, setDone] = useState<Done>();
  const { record, busy, failure } = useRecording(purchaseContract.record, {
    page: PAGE,
    what,
    changes: [purchaseContract.sales],
    refused: (why) => form.refuse(why),
  });
  const send = async ({ before, ...sale }: z.output<typeof Sold>) => {
    const id = newId<'purc'>('purc');
    const happenedAt: Instant = nowInstant();
    const body = { id, placeId, whom: whomOf(before), happenedAt, ...sale };
    const recorded = await record(body, scanOf(before));
    if (recorded === undefined) return;
    form.forget();
    const isForOther = recorded.answer?.isForOther ?? sale.patient !== undefined;
    setDone({ recorded, name: nameOf(before), isForOther });
  };
  /** What the server refused comes back into the form; whoever was scanned is scanned again. */
  const open = ({ body }: Kept) => {
    const {
      id: _,
      placeId: __,
      happenedAt: ___,
      whom,
      ...sale
    } = body as unknown as Given & {
      whom: { by: string };
    } & Record<'id' | 'placeId' | 'happenedAt', unknown>;
    const before = whom.by === 'hand' ? { by: 'hand', entered: whom } : undefined;
    form.methods.reset({ ...sale, before: before as Before });
  };
  return { form, fresh, send: () => form.send(send), open, busy, failure, done };
}

/** The rows, with one more or one less. */
export const withOne = (rows: readonly Bought[], bought: Bought): Bought[] => {
  const same = rows.findIndex(
    (one) => one.name === bought.name && one.code === bought.code && one.unit === bought.unit,
  );
  return same >= 0 || rows.length >= MOST_MEDICINES ? [...rows] : [...rows, bought];
};
