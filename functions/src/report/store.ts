/**
 * Reports as they were filed, for the city or county they lie in. What was said of people, and who said it, is sealed.
 *
 * | question                                  | pk                          | sk         |
 * | ----------------------------------------- | --------------------------- | ---------- |
 * | a report, within a city or county         | {city}                      | {reportId} |
 * | in which city is a report; is its id taken? | {reportId}                | `id`       |
 * | is a receipt number taken, and by which?  | {receipt number}            | `number`   |
 * | an account's reports, newest first        | index `byAccount`: accountId | sk        |
 */
import * as z from 'zod';
import { cityOf } from '@yimatong/shared/core/area';
import { Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, ReportId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { type Listed, Matter, Report } from '@yimatong/shared/report/contract';
import { Progress, receivedAt } from '@yimatong/shared/report/progress';
import { ReceiptNumber } from '@yimatong/shared/report/receipt-number';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, type Write } from '../core/table';

/** Who reports, as the handler is to know them: without a name where that was asked for. */
export interface Reporter {
  readonly name?: string;
  readonly phone: string;
}

const ReportKept = z.object({
  id: ReportId,
  number: ReceiptNumber,
  accountId: AccountId,
  kind: z.enum(['tip', 'supervision']),
  matter: z.optional(Matter),
  /** Street or township. */
  area: z.string(),
  at: Instant,
  progress: Progress,
  /** The report itself, sealed. */
  sealed: z.string(),
  /** Who filed it, sealed: for the handler alone. */
  reporter: z.string(),
});
export type ReportKept = z.infer<typeof ReportKept>;

export async function filed(
  report: Report,
  number: string,
  { accountId, reporter, at }: { accountId: AccountId; reporter: Reporter; at: Instant },
): Promise<Write[]> {
  const { id, kind, address } = report;
  const city = cityOf(address.area);
  const kept: ReportKept = {
    id,
    number,
    accountId,
    kind,
    ...(kind === 'supervision' && { matter: report.matter }),
    area: address.area,
    at,
    progress: receivedAt(at),
    sealed: await seal(JSON.stringify(report), id),
    reporter: await seal(JSON.stringify(reporter), reporterOf(id)),
  };
  const endsAt = endsAtOf('reports', msOf(at));
  return [
    insert('report', { pk: city, sk: id, ...kept, endsAt }),
    insert('report', { pk: id, sk: 'id', city, endsAt }),
    insert('report', { pk: number, sk: 'number', reportId: id, endsAt }),
  ];
}

/** What the reporter's seal belongs to: it does not open as the report. */
const reporterOf = (id: ReportId): string => `${id}#reporter`;

const parsed = (item: Item | undefined): ReportKept | undefined => item && ReportKept.parse(item);

export async function of(id: ReportId): Promise<ReportKept | undefined> {
  const numbered = await getNow('report', id, 'id');
  return numbered && parsed(await getNow('report', z.string().parse(numbered['city']), id));
}

export const reportOf = async ({ id, sealed }: ReportKept): Promise<Report> =>
  Report.parse(JSON.parse(await open(sealed, id)));

export const ofAccount = async (
  accountId: AccountId,
  before: ReportId | undefined,
  limit: number,
): Promise<ReportKept[]> => {
  const items = await query('report', {
    pk: accountId,
    index: ['byAccount', 'accountId', 'sk'],
    newestFirst: true,
    limit,
    ...(before && { before }),
  });
  return items.map((item) => ReportKept.parse(item));
};

export const listed = ({ id, number, kind, matter, at, progress }: ReportKept): Listed =>
  matter === undefined || kind === 'tip'
    ? { kind: 'tip', id, number, at, progress }
    : { kind, matter, id, number, at, progress };
