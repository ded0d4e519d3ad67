/** A vaccination that is being written down (V8): its draft kept, recorded once, on this phone where there is no network. */
import { useState } from 'react';
import * as z from 'zod/mini';
import { Day, dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { BatchNumber, vaccinationContract } from '@yimatong/shared/sample/vaccination';
import { VaccineCode } from '@yimatong/shared/sample/vaccine';
import { type Before, BeforeMe, nameOf, scanOf, whomOf } from '../code/whom/before';
import { nowInstant } from '../core/clock';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import type { Kept } from '../core/outbox';
import { type Recorded, useRecording } from '../core/use-outbox';
import { VACCINATION_PAGE } from './way';

const what = { zh: '接种登记', en: 'Vaccination' };

/** As the form has it: the dose is one of a list. */
export const Given = z.object({
  before: BeforeMe,
  vaccine: VaccineCode,
  dose: z.string().check(z.regex(/^\d$/)),
  on: Day,
  batchNumber: BatchNumber,
  skips: z.optional(z.literal(true)),
});

export interface VaccinationDone {
  readonly recorded: Recorded<typeof vaccinationContract.vaccinate>;
  readonly name: string | undefined;
  readonly given: z.output<typeof Given>;
}

/** What the next person has in common with the last: the box on the table. */
let onTheTable: Partial<Pick<z.input<typeof Given>, 'vaccine' | 'batchNumber'>> = {};

export function useVaccination(placeId: PlaceId) {
  const fresh = () => ({ on: dayOf(nowInstant()), ...onTheTable });
  const form = useFormOf(Given, { known: fresh(), draft: `sample.vaccination.${placeId}` });
  const [done, setDone] = useState<VaccinationDone>();
  const [isSkipping, setSkipping] = useState(false);
  const { record, busy, failure } = useRecording(vaccinationContract.vaccinate, {
    page: VACCINATION_PAGE,
    what,
    refused: (why) => {
      form.refuse(why);
      if (why.code === 'sample.dose-skipped') setSkipping(true);
    },
  });
  const send = async (given: z.output<typeof Given>) => {
    const { before, dose, skips, ...rest } = given;
    const { vaccine, batchNumber } = rest;
    const body = {
      id: newId('vacc'),
      placeId,
      whom: whomOf(before),
      dose: Number(dose),
      ...rest,
      ...(skips && { skips }),
    };
    const recorded = await record(body, scanOf(before));
    if (recorded === undefined) return;
    onTheTable = { vaccine, batchNumber };
    form.forget();
    setDone({ recorded, name: nameOf(before), given });
  };
  /** What the server refused comes back into the form; whoever was scanned is scanned again. */
  const open = ({ body }: Kept) => {
    const { whom, dose, vaccine, on, batchNumber } = body as unknown as Omit<
      z.input<typeof Given>,
      'before' | 'dose'
    > & { readonly dose: number; readonly whom: { readonly by: string } };
    const before = whom.by === 'hand' ? ({ by: 'hand', entered: whom } as Before) : undefined;
    form.methods.reset({ vaccine, on, batchNumber, dose: String(dose), ...(before && { before }) });
    setSkipping(true);
  };
  return { form, fresh, isSkipping, send: () => form.send(send), open, busy, failure, done };
}
