/**
 * Households of a grid, and the checks at their doors. Addresses, names, phones, temperatures and symptoms are sealed.
 *
 * | question (table doorstep)                 | pk                             | sk          |
 * | ----------------------------------------- | ------------------------------ | ----------- |
 * | a household                               | {householdId}                  | `household` |
 * | what was written of it before?            | {householdId}                  | `was#{at}`  |
 * | the households on a grid's list           | index `byGrid`: grid           | pk          |
 * | a check                                   | {doorCheckId}                  | `check`     |
 * | of whom is it? (U12)                      | index `bySubject`: subject     | pk          |
 */
import * as z from 'zod';
import { Match } from '@yimatong/shared/code/whom';
import { type Instant as At, Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, DoorCheckId, HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import {
  DoorCheck,
  DoorResult,
  type Household,
  HouseholdWritten,
} from '@yimatong/shared/doorstep/contract';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

const HouseholdKept = z.object({
  id: HouseholdId,
  placeId: PlaceId,
  accountId: AccountId,
  /** Street or township. */
  area: z.string(),
  lastCheck: z.object({ at: Instant, result: DoorResult }).optional(),
  removedAt: z.optional(Instant),
  sealed: z.string(),
  v: z.number(),
});
export type HouseholdKept = z.infer<typeof HouseholdKept>;

const itemOf = ({ v: _, ...kept }: HouseholdKept): Item => ({
  pk: kept.id,
  sk: 'household',
  ...kept,
  ...(kept.removedAt === undefined
    ? { grid: kept.placeId }
    : { endsAt: endsAtOf('doorChecks', msOf(kept.removedAt)) }),
});

const sealedOf = (id: HouseholdId, written: HouseholdWritten): Promise<string> =>
  seal(JSON.stringify(written), id);

export const writtenOf = async ({ id, sealed }: HouseholdKept): Promise<HouseholdWritten> =>
  HouseholdWritten.parse(JSON.parse(await open(sealed, id)));

export const shown = async (kept: HouseholdKept): Promise<Household> => ({
  id: kept.id,
  ...(await writtenOf(kept)),
  ...(kept.lastCheck && { lastCheck: kept.lastCheck }),
});

export const added = async (
  household: Pick<HouseholdKept, 'id' | 'placeId' | 'accountId'>,
  written: HouseholdWritten,
): Promise<Write> => {
  const sealed = await sealedOf(household.id, written);
  const kept = { ...household, area: written.address.area, sealed, v: 1 };
  return insert('doorstep', { ...itemOf(kept), v: 1 });
};

/** With what was written before, which stays as long as the household. */
export const corrected = async (
  before: HouseholdKept,
  written: HouseholdWritten,
  at: At,
): Promise<Write[]> => {
  const sealed = await sealedOf(before.id, written);
  return [
    replace('doorstep', itemOf({ ...before, area: written.address.area, sealed }), before.v),
    insert('doorstep', {
      pk: before.id,
      sk: `was#${at}#${String(before.v)}`,
      sealed: before.sealed,
    }),
  ];
};

export const changed = (
  before: HouseholdKept,
  change: Partial<Pick<HouseholdKept, 'lastCheck' | 'removedAt'>>,
): Write => replace('doorstep', itemOf({ ...before, ...change }), before.v);

export const householdOf = async (id: HouseholdId): Promise<HouseholdKept | undefined> => {
  const item = await getNow('doorstep', id, 'household');
  return item && HouseholdKept.parse(item);
};

export const onList = async (
  placeId: PlaceId,
  after: HouseholdId | undefined,
  limit: number,
): Promise<HouseholdKept[]> => {
  const items = await query('doorstep', {
    pk: placeId,
    index: ['byGrid', 'grid', 'pk'],
    limit,
    ...(after && { after }),
  });
  return items.map((item) => HouseholdKept.parse(item));
};

const CheckKept = z.object({
  id: DoorCheckId,
  accountId: AccountId,
  placeName: z.string(),
  at: Instant,
  match: z.optional(Match),
  filed: z.boolean(),
  isAbnormal: z.boolean(),
  sealed: z.string(),
});
export type CheckKept = z.infer<typeof CheckKept>;

export const checked = async (
  check: Omit<CheckKept, 'sealed'>,
  body: DoorCheck,
  subject: string | undefined,
): Promise<Write> =>
  insert('doorstep', {
    pk: check.id,
    sk: 'check',
    ...check,
    subject,
    sealed: await seal(JSON.stringify(body), check.id),
    endsAt: endsAtOf('doorChecks', msOf(check.at)),
  });

export const bodyOf = async ({ id, sealed }: CheckKept): Promise<DoorCheck> =>
  DoorCheck.parse(JSON.parse(await open(sealed, id)));

export const checkOf = async (id: DoorCheckId): Promise<CheckKept | undefined> => {
  const item = await getNow('doorstep', id, 'check');
  return item && CheckKept.parse(item);
};

const LATEST = 100;
export const checksOf = async (subject: string): Promise<CheckKept[]> => {
  const items = await query('doorstep', {
    pk: subject,
    index: ['bySubject', 'subject', 'pk'],
    newestFirst: true,
    limit: LATEST,
  });
  return items.map((item) => CheckKept.parse(item));
};
