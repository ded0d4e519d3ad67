/** Vaccinations (V8): one dose, one record. None changes a colour. */
import * as z from 'zod/mini';
import { Match, Whom } from '../code/whom';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { PersonId, PlaceId, VaccinationId } from '../core/id';
import { tidied } from '../core/person';
import { sampling } from './contract';
import { MOST_DOSES, VaccineCode } from './vaccine';

/** As on the box: letters, digits and a few marks. */
export const BatchNumber = z.pipe(
  z.pipe(z.string().check(z.maxLength(60)), z.transform(tidied)),
  z.string().check(z.regex(/^[A-Z0-9()./]{4,24}$/, { error: 'batch-number' })),
);

export const Vaccination = z.object({
  id: VaccinationId,
  vaccine: z.string(),
  dose: z.int(),
  on: Day,
  batchNumber: z.string(),
  placeName: z.optional(z.string()),
  address: z.optional(z.string()),
  at: Instant,
});
Vaccination.register(z.globalRegistry, { id: 'Vaccination' });
export type Vaccination = z.infer<typeof Vaccination>;

export const vaccinationContract = contract({
  vaccinate: {
    rows: ['V8'],
    summary:
      'Records a dose. One that is on record already is refused; a dose left out before it must be confirmed.',
    method: 'POST',
    path: '/vaccinations',
    roles: ['sampler'],
    body: z.strictObject({
      id: VaccinationId,
      placeId: PlaceId,
      whom: Whom,
      vaccine: VaccineCode,
      dose: z.int().check(z.minimum(1), z.maximum(MOST_DOSES)),
      on: Day,
      batchNumber: BatchNumber,
      /** The earlier dose is not on record: given elsewhere, as the person says. */
      skips: z.optional(z.literal(true)),
    }),
    answer: z.object({ vaccination: Vaccination, match: Match }),
    problems: [
      ...sampling,
      'pass.scan-unknown',
      'pass.scan-over',
      'core.id-reused',
      'sample.dose-given',
      'sample.dose-skipped',
    ],
    entry: 'vaccination',
  },
  mine: {
    rows: ['U12', 'V8'],
    summary: 'One’s own vaccinations, the last dose first.',
    method: 'GET',
    path: '/vaccinations/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId }),
    answer: z.object({ vaccinations: z.array(Vaccination) }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.left',
      'account.not-your-person',
    ],
    entry: 'vaccination',
  },
});
