/**
 * Both lists of who looked, read side by side. Scans are the pass feature's to write, entries everybody's
 * (core/ledger.ts); here nothing is written.
 *
 * | question                                     | table | pk         | sk        |
 * | -------------------------------------------- | ----- | ---------- | --------- |
 * | who scanned this person's code, newest first | pass  | {personId} | {pass id} |
 * | who did or saw what of them, newest first    | audit | {personId} | {at}#{uuid} |
 */
import { Role } from '@yimatong/shared/core/contract';
import { Instant } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { Pass } from '@yimatong/shared/pass/contract';
import * as z from 'zod';
import { query } from '../core/table';

export const Entry = z.object({
  sk: z.string(),
  actorId: z.string(),
  role: z.optional(Role),
  placeName: z.string().optional(),
  area: z.string().optional(),
  action: z.string(),
  at: Instant,
});
export type Entry = z.infer<typeof Entry>;

export const Scanned = z.object({ pass: Pass, guardId: z.string() });
export type Scanned = z.infer<typeof Scanned>;

const older = (before: string | undefined) => (before === undefined ? {} : { before });

export const scansOf = async (
  personId: PersonId,
  before: string | undefined,
  limit: number,
): Promise<Scanned[]> => {
  const items = await query('pass', { pk: personId, newestFirst: true, limit, ...older(before) });
  return items.map(({ pk, sk, guardId, ...pass }) =>
    Scanned.parse({ pass: { id: sk, personId: pk, ...pass }, guardId }),
  );
};

export const entriesOf = async (
  personId: PersonId,
  before: string | undefined,
  limit: number,
): Promise<Entry[]> => {
  const items = await query('audit', { pk: personId, newestFirst: true, limit, ...older(before) });
  return items.map((item) => Entry.parse(item));
};
