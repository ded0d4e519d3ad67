/** Spreadsheets in and out (U7). A Lambda of its own: the library for them weighs more than the rest of the feature. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { clockTimeOf, dayOf, type Instant } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import {
  coverageOf,
  entryOf,
  type Figures,
  registeredOf,
} from '@yimatong/shared/organisation/clearance';
import { MOST_SHEET_BYTES, sheetTypes } from '@yimatong/shared/core/sheet';
import type { Column } from '@yimatong/shared/organisation/columns';
import {
  type Imported,
  reportKindLabels,
  sheetContract,
} from '@yimatong/shared/organisation/contract';
import { memberStateLabels } from '@yimatong/shared/organisation/member';
import { reasonSentences, type Why } from '@yimatong/shared/organisation/row';
import type { Actor } from '../core/actor';
import { withinLimits } from '../core/limit';
import { serve } from '../core/serve';
import { received, ticketFor } from '../core/upload';
import { workbookOf } from '../core/workbook';
import { within } from './by-department';
import { goOn, type Lines, linesOf, peopleGridOf } from './importing';
import { isWithinScope, mustOrganise, organisedBy, scopeOf, lookerAt } from './scope';
import { lookedAt, seenAt, type SeenMember } from './seen';
import * as organisations from './store';

const uploads = [{ most: 30, windowSeconds: 3600 }];
const imports = [{ most: 120, windowSeconds: 3600 }];
const files = [{ most: 30, windowSeconds: 3600 }];
/** An answer takes no longer; the client asks again and the import goes on. ms */
const ANSWERS_WITHIN = 4000;

export const handler = serve(sheetContract, {
  async upload({ actor, params: { organisationId }, body: { id, type }, now }) {
    mustOrganise(actor, organisationId);
    await withinLimits(`sheet#${actor.accountId}`, uploads, now, 'organisation.too-many');
    const accepts = { types: sheetTypes, mostBytes: MOST_SHEET_BYTES };
    return ticketFor(actor.accountId, id, type, accepts, now);
  },

  async import({ actor, params: { organisationId }, body: { id, uploadId }, now }) {
    const duty = mustOrganise(actor, organisationId);
    const kept = await organisations.importOf(organisationId, id);
    if (kept && (kept.uploadId !== uploadId || kept.by !== actor.accountId))
      throw new Problem('core.id-reused');
    if (kept && kept.rows.length >= kept.total) return answerOf(id, kept);

    await withinLimits(`import#${actor.accountId}`, imports, now, 'organisation.too-many');
    const { lines, hash } = await sheetOf(actor, uploadId);
    if (kept && kept.hash !== hash) throw new Problem('core.id-reused');
    const from = performance.now();
    const importing = {
      organisation: () => organisedBy(duty, organisationId),
      organisationId,
      importId: id,
      accountId: actor.accountId,
      begun: { uploadId, hash, at: now },
      now,
    };
    const isTimeLeft = () => performance.now() - from < ANSWERS_WITHIN;
    return answerOf(id, await goOn(importing, lines, isTimeLeft));
  },

  async rejected({ actor, params: { organisationId }, query: { importId }, now }) {
    mustOrganise(actor, organisationId);
    await withinLimits(`files#${actor.accountId}`, files, now, 'organisation.too-many');
    const kept = await organisations.importOf(organisationId, importId);
    if (kept?.by !== actor.accountId) throw new Problem('organisation.import-unknown');
    const { lines } = await sheetOf(actor, kept.uploadId as Parameters<typeof received>[1]);
    return workbookOf(`未导入的人员-${dayOf(kept.at)}.xlsx`, rejectedSheet(kept, lines));
  },

  async template({ actor, params: { organisationId } }) {
    mustOrganise(actor, organisationId);
    return workbookOf('人员名单模板.xlsx', {
      name: '人员名单',
      header: sheetColumns.map(({ label }) => label),
      rows: [],
      widths: sheetColumns.map(({ width }) => width),
      spare: 200,
    });
  },

  async peopleFile({ actor, params: { organisationId }, now }) {
    const scope = await scopeOf(actor, organisationId);
    await withinLimits(`files#${actor.accountId}`, files, now, 'organisation.too-many');
    const list = (await organisations.membersOf(organisationId)).filter((one) =>
      isWithinScope(scope, one),
    );
    const seen = await seenAt(list, now);
    await lookedAt(seen, lookerAt(actor, scope.organisation), now);
    const { name, departments } = scope.organisation;
    const rows = await Promise.all(seen.map((one) => personRow(one, departments)));
    return workbookOf(`${name}-人员-${dayOf(now)}.xlsx`, {
      name: '人员',
      title: [`${name} 人员情况 ${momentOf(now)}`],
      header: ['姓名', '部门', '状态', '颜色', '今天能否到岗', '今天打卡', '最近打卡时间'],
      rows,
      widths: [14, 20, 14, 10, 26, 10, 20],
    });
  },

  async reportFile({ actor, params: { organisationId }, query: { report: key }, now }) {
    const scope = await scopeOf(actor, organisationId);
    await withinLimits(`files#${actor.accountId}`, files, now, 'organisation.too-many');
    const kept = await organisations.reportKeyed(organisationId, key);
    const [report] = kept ? within(scope, kept) : [];
    if (!report) throw new Problem('organisation.report-unknown');
    const { name } = scope.organisation;
    const kind = report.kind === 'evening' ? '分部门报表' : '汇总报表';
    const { mayResume, missing } = report.clearance;
    return workbookOf(`${name}-${report.day}-${kind}.xlsx`, {
      name: kind,
      title: [
        `${name} 健康码登记情况 ${report.day} ${reportKindLabels[report.kind].zh}`,
        mayResume
          ? '符合复工（复学）条件'
          : `未达复工（复学）条件：${missing.map(({ zh }) => zh).join('；')}`,
      ],
      header: ['部门', ...figureColumns.map(({ label }) => label)],
      rows: [
        ...report.departments.map((one) => figureRow(one.name, one.figures)),
        figureRow('合计', report.figures),
      ],
      widths: [24, ...figureColumns.map(() => 12)],
    });
  },
});

async function sheetOf(
  { accountId }: Actor,
  uploadId: Parameters<typeof received>[1],
): Promise<{ lines: Lines; hash: string }> {
  const file = await received(accountId, uploadId);
  if (!file) throw new Problem('core.file-missing');
  // Its ticket may have been for something larger.
  if (file.bytes.length > MOST_SHEET_BYTES) throw new Problem('core.file-unreadable');
  const hash = createHash('sha256').update(file.bytes).digest('base64url');
  return { lines: linesOf(await peopleGridOf(file.bytes)), hash };
}

function answerOf(id: Imported['id'], { at, total, rows }: organisations.ImportKept): Imported {
  const counts = { added: 0, corrected: 0, already: 0, rejected: 0 };
  for (const [, outcome] of rows) counts[outcome] += 1;
  return {
    id,
    at,
    done: rows.length >= total,
    total,
    counts,
    rows: rows.map(([row, outcome, reasons]) => ({
      row,
      outcome,
      reasons: reasons.map(([column, why]) => ({
        column: column as Column,
        says: reasonSentences[why as Why],
      })),
    })),
  };
}

const sheetColumns: readonly { column: Column; label: string; width: number }[] = [
  { column: 'name', label: '姓名', width: 14 },
  { column: 'phone', label: '手机', width: 18 },
  { column: 'documentType', label: '证件类型', width: 16 },
  { column: 'documentNumber', label: '证件号码', width: 26 },
  { column: 'department', label: '部门', width: 20 },
];
const labelOf = (wanted: string): string =>
  sheetColumns.find(({ column }) => column === wanted)?.label ?? '';

/** The rejected rows as they were, in the columns of the template, and why: corrected in place it loads again. */
function rejectedSheet({ rows }: organisations.ImportKept, { header, lines }: Lines) {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const rejected = rows.filter(([, outcome]) => outcome === 'rejected');
  return {
    name: '未导入的人员',
    header: [...sheetColumns.map(({ label }) => label), '未导入的原因（改好后可直接重新导入）'],
    rows: rejected.map(([number, , reasons]) => [
      ...sheetColumns.map(({ column }) => {
        const at = header.columns[column];
        return (at === undefined ? undefined : byNumber.get(number)?.cells[at]?.text) ?? '';
      }),
      reasons
        .map(([column, why]) => `${labelOf(column)}：${reasonSentences[why as Why].zh}`)
        .join('\n'),
    ]),
    widths: [...sheetColumns.map(({ width }) => width), 60],
  };
}

async function personRow(
  { member, ...seen }: SeenMember,
  departments: organisations.Organisation['departments'],
): Promise<string[]> {
  const { name } = await organisations.enteredOf(member);
  const department = departments.find(({ id }) => id === member.departmentId)?.name ?? '';
  const { colour, checkedInToday, lastDeclaredAt } = seen;
  return [
    name,
    department,
    memberStateLabels[seen.state].zh,
    colour ? colourLabels[colour].zh : '',
    entryOf(seen).says.zh,
    checkedInToday === undefined ? '' : checkedInToday ? '已打卡' : '未打卡',
    lastDeclaredAt ? momentOf(lastDeclaredAt) : '',
  ];
}

const momentOf = (at: Instant): string => `${dayOf(at)} ${clockTimeOf(at).slice(0, 5)}`;

const figureColumns: readonly { label: string; of: (figures: Figures) => number | string }[] = [
  { label: '应登记', of: ({ people }) => people },
  { label: '已登记', of: registeredOf },
  { label: '覆盖率', of: (figures) => `${coverageOf(figures).toString()}%` },
  { label: '绿码', of: ({ green }) => green },
  { label: '黄码', of: ({ yellow }) => yellow },
  { label: '红码', of: ({ red }) => red },
  { label: '未申领', of: ({ none }) => none },
  { label: '待确认', of: ({ waiting }) => waiting },
  { label: '未同意', of: ({ refused }) => refused },
  { label: '已退出', of: ({ left }) => left },
  { label: '今天打卡', of: ({ checkedInToday }) => checkedInToday },
];
const figureRow = (name: string, figures: Figures): (string | number)[] => [
  name,
  ...figureColumns.map(({ of }) => of(figures)),
];
