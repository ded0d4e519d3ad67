/**
 * What a hospital put down of an observation, and a grid worker of a check at the door, as the person may have it
 * (V6, V9): nothing of the case, nothing of others.
 */
import { Match } from '@yimatong/shared/code/whom';
import { Day, Instant } from '@yimatong/shared/core/day';
import { DoorCheckId, ObservationId, type PersonId } from '@yimatong/shared/core/id';
import { DoorCheck, type OwnDoorCheck } from '@yimatong/shared/doorstep/contract';
import { Outcome } from '@yimatong/shared/observation/contract';
import * as z from 'zod';
import { subjectsOf } from '../code/waiting';
import { open } from '../core/seal';
import { query } from '../core/table';

const Observed = z.object({
  id: ObservationId,
  placeName: z.string(),
  openedAt: Instant,
  startOn: Day,
  days: z.number(),
  looks: z.array(z.object({ day: Day, seen: z.boolean() })),
  ending: z
    .object({ outcome: Outcome, endOn: Day, confirmedAt: z.optional(Instant) })
    .optional()
    // What is only proposed is not said yet.
    .transform((ending) => (ending?.confirmedAt === undefined ? undefined : ending)),
});
export type ObservedOfMe = z.infer<typeof Observed>;

const Checked = z.object({
  id: DoorCheckId,
  placeName: z.string(),
  at: Instant,
  match: z.optional(Match),
  filed: z.boolean(),
  sealed: z.string(),
});

/** Also under the keys by which they were known before they registered. */
async function ofSubject(table: 'observation' | 'doorstep', personId: PersonId) {
  const subjects = await subjectsOf(personId);
  const index = ['bySubject', 'subject', 'pk'] as const;
  const items = subjects.map((pk) => query(table, { pk, index, newestFirst: true }));
  return (await Promise.all(items)).flat();
}

export const observationsOf = async (personId: PersonId): Promise<ObservedOfMe[]> =>
  (await ofSubject('observation', personId)).map((item) => Observed.parse(item));

export async function doorChecksOf(personId: PersonId): Promise<OwnDoorCheck[]> {
  const items = await ofSubject('doorstep', personId);
  return (await Promise.all(items.map(opened))).flat();
}

async function opened(item: unknown): Promise<OwnDoorCheck[]> {
  const { sealed, id, placeName, at, filed } = Checked.parse(item);
  const body = DoorCheck.parse(JSON.parse(await open(sealed, id)));
  if (body.result !== 'met') return [];
  const { temperature, symptoms } = body;
  return [{ id, at, placeName, temperature, symptoms, filed }];
}
