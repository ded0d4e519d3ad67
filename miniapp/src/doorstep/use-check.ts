/** One person at one door: written down, sent, and where there is no network kept until there is (V9). */
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Answer } from '@yimatong/shared/core/contract';
import type { HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { DoorCheck, doorstepContract } from '@yimatong/shared/doorstep/contract';
import { BeforeMe, scanOf, whomOf } from '../code/whom/before';
import { nowInstant } from '../core/clock';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useRecording } from '../core/use-outbox';

const [Met] = DoorCheck.def.options;
const {
  result,
  id: _id,
  placeId: _place,
  householdId: _household,
  at: _at,
  whom: _whom,
  ...asked
} = Met.shape;

/** Answered, never assumed. */
const AsTold = z.pipe(
  z.enum(['yes', 'no']),
  z.transform((answer) => answer === 'yes'),
);
const CheckForm = z.discriminatedUnion('result', [
  z.object({ result, before: BeforeMe, ...asked, asTold: AsTold }),
  z.object({ result: z.enum(['nobody-home', 'refused']), note: asked.note }),
]);

interface Recorded {
  /** The check-in was to be filed with it. */
  readonly asked: boolean;
  /** Missing while it waits on this phone. */
  readonly answer?: Answer<typeof doorstepContract.check>;
}

export function useCheck(placeId: PlaceId, householdId: HouseholdId) {
  const [id, setId] = useState(() => newId<'door'>('door'));
  const fresh = () => ({ result: 'met' as const });
  const form = useFormOf(CheckForm, { draft: `door.${householdId}` });
  const [done, setDone] = useState<Recorded>();
  const { record, busy, failure } = useRecording(doorstepContract.check, {
    page: '/doorstep/pages/check',
    what: { zh: '上门核查', en: 'A check at a door' },
    changes: [doorstepContract.list],
    refused: form.refuse,
  });
  const send = () =>
    form.send(async (values) => {
      const common = { id, placeId, householdId, at: nowInstant() };
      const before = values.result === 'met' ? values.before : undefined;
      const { before: _, ...written } = { before: undefined, ...values };
      const body = { ...common, ...written, ...(before && { whom: whomOf(before) }) };
      const recorded = await record(body, before && scanOf(before));
      if (recorded === undefined) return;
      form.forget();
      const { answer } = recorded;
      const filesCheckIn = values.result === 'met' && values.filesCheckIn === true;
      setDone({ asked: filesCheckIn, ...(answer && { answer }) });
    });
  /** The next person at the same door. */
  const again = () => {
    setId(newId<'door'>('door'));
    form.methods.reset(fresh());
    setDone(undefined);
  };
  return { form, send, busy, failure, done, again, fresh };
}
