/**
 * Declarations as they were made: never changed, a correction is another one.
 *
 * | question                                 | pk         | sk               |
 * | ---------------------------------------- | ---------- | ---------------- |
 * | a person's declarations, newest first    | {personId} | {declaration id} |
 *
 * The id is a UUIDv7, so the order of keys is the order in which they were made.
 */
import { Declared } from '@yimatong/shared/declaration/contract';
import type { DeclarationId, PersonId } from '@yimatong/shared/core/id';
import { get, insert, query, type Write } from '../core/table';

export const put = (declared: Declared): Write =>
  insert('declaration', { pk: declared.personId, sk: declared.id, ...declared });

export const of = async (personId: PersonId, id: string): Promise<Declared | undefined> => {
  const item = await get('declaration', personId, id);
  return item && Declared.parse(item);
};

export const ofPerson = async (
  personId: PersonId,
  before: DeclarationId | undefined,
  limit: number,
): Promise<Declared[]> => {
  const items = await query('declaration', {
    pk: personId,
    newestFirst: true,
    limit,
    ...(before && { before }),
  });
  return items.map((item) => Declared.parse(item));
};

/** The latest as of now, for deciding what to write. */
export const latestNow = async (personId: PersonId, limit: number): Promise<Declared[]> => {
  const items = await query('declaration', {
    pk: personId,
    newestFirst: true,
    limit,
    asOfNow: true,
  });
  return items.map((item) => Declared.parse(item));
};
