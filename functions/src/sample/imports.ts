/**
 * What became of the rows of a laboratory's sheet, as far as it has come.
 *
 * | question                         | pk                     | sk          |
 * | -------------------------------- | ---------------------- | ----------- |
 * | an account's import (table sample) | import#{accountId}   | {importId}  |
 */
import { Instant, msOf } from '@yimatong/shared/core/day';
import type { AccountId, ImportId } from '@yimatong/shared/core/id';
import { UploadId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { columns, reasonSentences, type Why } from '@yimatong/shared/sample/row';
import * as z from 'zod';
import { getNow, replace, type Write } from '../core/table';

const whys = Object.keys(reasonSentences) as [Why, ...Why[]];

const ImportKept = z.object({
  uploadId: UploadId,
  /** Of the file's bytes. */
  hash: z.string(),
  at: Instant,
  laboratory: z.string(),
  testedAt: Instant,
  total: z.number(),
  /** Row by row as far as it has come: its number, what became of it, column and why. */
  rows: z.array(
    z.tuple([
      z.number(),
      z.enum(['recorded', 'proposed', 'repeated', 'rejected']),
      z.array(z.tuple([z.enum(columns), z.enum(whys)])),
    ]),
  ),
  v: z.number().optional(),
});
export type ImportKept = z.infer<typeof ImportKept>;

const keyOf = (accountId: AccountId): string => `import#${accountId}`;

export const of = async (accountId: AccountId, id: ImportId): Promise<ImportKept | undefined> => {
  const item = await getNow('sample', keyOf(accountId), id);
  return item && ImportKept.parse(item);
};

export const put = (accountId: AccountId, id: ImportId, { v, ...kept }: ImportKept): Write =>
  replace(
    'sample',
    { pk: keyOf(accountId), sk: id, ...kept, endsAt: endsAtOf('samples', msOf(kept.at)) },
    v,
  );

type Asked = Pick<ImportKept, 'uploadId' | 'laboratory' | 'testedAt'>;

/** Whether an import is asked for again, or another one under its id. */
export const isSame = (kept: ImportKept, asked: Asked): boolean =>
  kept.uploadId === asked.uploadId &&
  kept.laboratory === asked.laboratory &&
  kept.testedAt === asked.testedAt;
