/**
 * Reports: an epidemic tip about a person (U8), and public supervision of what breaks the rules (U9).
 * A tip takes no photos: nobody is to photograph somebody who may be ill.
 */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { ReportId, UploadId } from '../core/id';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';
import { FileAnswer, Upload } from '../core/upload';
import { MOST_PHOTOS, PhotoType } from '../core/photo';
import { Progress } from './progress';
import { ReceiptNumber } from './receipt-number';

/** 身体状况, the notice's four kinds. */
export const conditionLabels = {
  history: {
    zh: '两周内到过疫情重点地区，或接触过确诊、疑似病例或无症状感染者',
    en: 'Within two weeks in a key epidemic area, or in contact with a case or carrier',
  },
  symptoms: {
    zh: '两周内有发热、干咳、乏力、咽痛、腹泻等症状',
    en: 'Within two weeks fever, dry cough, fatigue, sore throat, diarrhoea or the like',
  },
  both: { zh: '以上两种情况都有', en: 'Both of these' },
  none: { zh: '没有上述情况，或不清楚', en: 'Neither of these, or not known' },
} as const satisfies Record<string, Said>;
export const TipCondition = oneOf(conditionLabels);

export const matterLabels = {
  movement: { zh: '可疑人员流动', en: 'Suspicious movement of people' },
  gathering: { zh: '群众聚集活动', en: 'Gathering' },
  gouging: { zh: '哄抬物价', en: 'Price gouging' },
  counterfeit: { zh: '制假售假', en: 'Counterfeit goods' },
  resumption: {
    zh: '违规复工、复产、复课',
    en: 'Illegal resumption of work, production or classes',
  },
} as const satisfies Record<string, Said>;
export const Matter = oneOf(matterLabels);
export type Matter = z.infer<typeof Matter>;

const text = (least: number, most: number, error: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(least, { error }),
      z.maxLength(most, { error }),
      z.refine(isPlain, { error }),
    );

const Common = {
  /** Made by the client; sent twice, it is recorded once. */
  id: ReportId,
  /** 所在地 */
  address: Address,
  /** 不向处理人员透露我的姓名 */
  nameWithheld: z.optional(z.literal(true)),
};

export const Tip = z.strictObject({
  kind: z.literal('tip'),
  ...Common,
  /** A name, or how the person is known: a tip is not lost for want of a name. */
  who: text(1, 60, 'who'),
  condition: TipCondition,
  description: z.optional(text(1, 1000, 'description-long')),
});

const areUnlike = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const Supervision = z.strictObject({
  kind: z.literal('supervision'),
  ...Common,
  matter: Matter,
  description: text(5, 1000, 'description'),
  photos: z
    .array(UploadId)
    .check(z.maxLength(MOST_PHOTOS, { error: 'photos-too-many' }), z.refine(areUnlike)),
});

export const Report = z.discriminatedUnion('kind', [Tip, Supervision]);
Report.register(z.globalRegistry, { id: 'Report' });
export type Report = z.infer<typeof Report>;

/** What a list shows of one: nothing that would need to be opened. */
const listed = {
  id: ReportId,
  number: ReceiptNumber,
  at: Instant,
  progress: Progress,
};
export const Listed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tip'), ...listed }),
  z.object({ kind: z.literal('supervision'), matter: Matter, ...listed }),
]);
Listed.register(z.globalRegistry, { id: 'ListedReport' });
export type Listed = z.infer<typeof Listed>;

export const Receipt = z.object({
  id: ReportId,
  number: ReceiptNumber,
  at: Instant,
});
export type Receipt = z.infer<typeof Receipt>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;

export const reportContract = contract({
  file: {
    rows: ['U8', 'U9'],
    summary:
      'Files a tip or a supervision report for the city or county it lies in. Name and phone of the reporter come from the account and are sealed.',
    method: 'POST',
    path: '/reports',
    roles: ['resident'],
    body: Report,
    answer: Receipt,
    problems: [...signedIn, 'account.details-missing', 'report.too-many', 'core.id-reused'],
  },
  addPhoto: {
    rows: ['U9'],
    summary: 'Where to upload a photo, JPEG or PNG of 4 MB at most; the report then names it.',
    method: 'POST',
    path: '/reports/photos',
    roles: ['resident'],
    body: z.strictObject({ id: UploadId, type: PhotoType }),
    answer: Upload,
    problems: [...signedIn, 'report.too-many-photos'],
  },
  mine: {
    rows: ['U8', 'U9', 'U12'],
    summary: 'One’s own reports, newest first, paged by key.',
    method: 'GET',
    path: '/reports/mine',
    roles: ['resident'],
    query: z.strictObject({
      /** The `next` of the page before. */
      before: z.optional(ReportId),
    }),
    answer: z.object({ reports: z.array(Listed), next: z.optional(ReportId) }),
    problems: [...signedIn],
  },
  one: {
    rows: ['U8', 'U9'],
    summary: 'One’s own report as it was filed, with its progress.',
    method: 'GET',
    path: '/reports/{reportId}',
    roles: ['resident'],
    params: z.strictObject({ reportId: ReportId }),
    answer: z.object({ report: Report, number: ReceiptNumber, at: Instant, progress: Progress }),
    problems: [...signedIn, 'report.unknown'],
  },
  photo: {
    rows: ['U9'],
    summary: 'A photo of one’s own report, without its metadata.',
    method: 'GET',
    path: '/reports/{reportId}/photos/{at}',
    roles: ['resident'],
    params: z.strictObject({
      reportId: ReportId,
      /** Counted from 1. */
      at: z.string().check(z.regex(/^[1-6]$/)),
    }),
    answer: FileAnswer,
    problems: [...signedIn, 'report.unknown'],
  },
});
