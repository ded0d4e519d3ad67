/** Results of a laboratory's sheet (V8): uploaded, taken over row by row, the rejected rows to correct and load again. */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { ImportId, UploadId } from '../core/id';
import { sheetTypes } from '../core/sheet';
import { FileAnswer, Upload } from '../core/upload';
import { sampling } from './contract';
import { Laboratory } from './laboratory';
import { ReasonShown } from './row';

/** Results of one sheet. */
export const MOST_RESULTS = 1000;

export const outcomeLabels = {
  recorded: { zh: '已登记', en: 'Recorded' },
  proposed: { zh: '阳性待确认', en: 'Positive: to be confirmed' },
  repeated: { zh: '之前已登记', en: 'On record already' },
  rejected: { zh: '未导入', en: 'Left out' },
} as const;
const Outcome = z.enum(['recorded', 'proposed', 'repeated', 'rejected']);
export type Outcome = z.infer<typeof Outcome>;

export const ResultsImported = z.object({
  id: ImportId,
  at: Instant,
  /** False: stopped for the time that one answer may take; the same request goes on from there. */
  done: z.boolean(),
  total: z.int(),
  counts: z.object({
    recorded: z.int(),
    proposed: z.int(),
    repeated: z.int(),
    rejected: z.int(),
  }),
  /** What was not simply recorded, row by row. */
  rows: z.array(
    z.object({
      /** As the spreadsheet numbers it. */
      row: z.int(),
      outcome: Outcome,
      reasons: z.array(ReasonShown),
    }),
  ),
});
ResultsImported.register(z.globalRegistry, { id: 'ResultsImported' });
export type ResultsImported = z.infer<typeof ResultsImported>;

const limited = [...sampling, 'sample.too-many'] as const;

export const batchContract = contract({
  upload: {
    rows: ['V8'],
    summary: 'Where to post a sheet of results.',
    method: 'POST',
    path: '/test-results/uploads',
    roles: ['sampler', 'supervisor', 'headquarters'],
    body: z.strictObject({ id: UploadId, type: z.enum(sheetTypes) }),
    answer: Upload,
    problems: [...limited],
    entry: 'batch',
  },
  import: {
    rows: ['V8'],
    summary:
      'Takes over the results of an uploaded sheet, row by row. Under the same id it goes on where it was stopped, and answers the same; run again it doubles nothing.',
    method: 'POST',
    path: '/test-results/imports',
    roles: ['sampler', 'supervisor', 'headquarters'],
    body: z.strictObject({
      id: ImportId,
      uploadId: UploadId,
      /** For rows without a column of their own. */
      laboratory: Laboratory,
      testedAt: Instant,
    }),
    answer: ResultsImported,
    problems: [
      ...limited,
      'core.id-reused',
      'core.file-missing',
      'core.file-unreadable',
      'sample.no-header',
      'sample.too-many-rows',
    ],
    entry: 'batch',
  },
  rejected: {
    rows: ['V8'],
    summary: 'The rejected rows of a sheet with a column of reasons, to correct and load again.',
    method: 'GET',
    path: '/test-results/rejected',
    roles: ['sampler', 'supervisor', 'headquarters'],
    query: z.strictObject({ importId: ImportId }),
    answer: FileAnswer,
    problems: [...limited, 'sample.import-unknown', 'core.file-missing'],
    entry: 'batch',
  },
  template: {
    rows: ['V8'],
    summary: 'An empty sheet of results, all columns text.',
    method: 'GET',
    path: '/test-results/template',
    roles: ['sampler', 'supervisor', 'headquarters'],
    answer: FileAnswer,
    problems: [...limited],
    entry: 'batch',
  },
});
