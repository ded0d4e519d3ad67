/** A visit that is being written down (V5): its draft kept, recorded once, on this phone where there is no network. */
import { useState } from 'react';
import * as z from 'zod/mini';
import { clinicContract, Findings } from '@yimatong/shared/clinic/contract';
import { lacksGuardian } from '@yimatong/shared/clinic/guardian';
import { dayOf, type Instant } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import {
  ageOf,
  addressIn,
  type Before,
  BeforeMe,
  nameOf,
  scanOf,
  whomOf,
} from '../code/whom/before';
import { nowInstant } from '../core/clock';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { isOnline } from '../core/network';
import type { Kept } from '../core/outbox';
import { type Recorded, useRecording } from '../core/use-outbox';

export const PAGE = '/clinic/pages/visit';
const what = { zh: '发热门诊登记', en: 'Fever clinic visit' };

const Visit = z.extend(Findings, { before: BeforeMe });
type Given = z.input<typeof Visit>;

const filledIn = ({ address, ...given }: Given): Given => ({ ...given, ...addressIn(address) });
const VisitForm = z.pipe(
  z.transform(filledIn),
  Visit.check(
    z.refine<Given>(
      ({ before, age, guardian }) =>
        !lacksGuardian({
          age: (before && ageOf(before, dayOf(nowInstant()))) ?? age,
          guardian,
          why: before?.by === 'hand' ? before.entered.why : undefined,
          wasOffline: !isOnline(),
        }),
      {
        path: ['guardian'],
        error: 'guardian',
        when: ({ value }) => typeof value === 'object' && value !== null,
      },
    ),
  ),
);

const fresh = (): Partial<Given> => ({});

export interface Done {
  readonly recorded: Recorded<typeof clinicContract.record>;
  readonly name: string | undefined;
}

export function useVisit(placeId: PlaceId) {
  const form = useFormOf(VisitForm, { draft: `clinic.visit.${placeId}` });
  const [done, setDone] = useState<Done>();
  const { record, busy, failure } = useRecording(clinicContract.record, {
    page: PAGE,
    what,
    changes: [clinicContract.visits],
    refused: (why) => form.refuse(why),
  });
  const send = async ({ before, ...findings }: z.output<typeof Visit>) => {
    const id = newId<'clin'>('clin');
    const happenedAt: Instant = nowInstant();
    const body = { id, placeId, whom: whomOf(before), happenedAt, ...findings };
    const recorded = await record(body, scanOf(before));
    if (recorded === undefined) return;
    form.forget();
    setDone({ recorded, name: nameOf(before) });
  };
  /** What the server refused comes back into the form; whoever was scanned is scanned again. */
  const open = ({ body }: Kept) => {
    const {
      id: _,
      placeId: __,
      happenedAt: ___,
      whom,
      ...findings
    } = body as unknown as Given & {
      whom: { by: string };
    } & Record<'id' | 'placeId' | 'happenedAt', unknown>;
    const before = whom.by === 'hand' ? { by: 'hand', entered: whom } : undefined;
    form.methods.reset({ ...findings, before: before as Before });
  };
  return { form, fresh, send: () => form.send(send), open, busy, failure, done };
}
