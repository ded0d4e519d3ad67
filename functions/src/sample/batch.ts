/** Results out of a laboratory's sheet, and back (V8). A Lambda of its own for the library that reads spreadsheets. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { dayOf } from '@yimatong/shared/core/day';
import type { ImportId, UploadId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { MOST_SHEET_BYTES, sheetTypes, textOf } from '@yimatong/shared/core/sheet';
import { batchContract, MOST_RESULTS, type ResultsImported } from '@yimatong/shared/sample/batch';
import { type Column, headerOf, reasonSentences } from '@yimatong/shared/sample/row';
import type { Actor } from '../core/actor';
import { withinLimits } from '../core/limit';
import { gridOf, linesUnder } from '../core/read-sheet';
import { serve } from '../core/serve';
import { received, ticketFor } from '../core/upload';
import { type Sheet, workbookOf } from '../core/workbook';
import { goOn, type Lines } from './importing';
import * as imports from './imports';

const anHour = (most: number) => [{ most, windowSeconds: 3600 }];
const UPLOADS = anHour(30);
const IMPORTS = anHour(240);
const FILES = anHour(30);
/** An answer takes no longer; the client asks again and the import goes on. ms */
const ANSWERS_WITHIN = 4000;

export const handler = serve(batchContract, {
  async upload({ actor, body: { id, type }, now }) {
    await withinLimits(`results-sheet#${actor.accountId}`, UPLOADS, now, 'sample.too-many');
    const accepts = { types: sheetTypes, mostBytes: MOST_SHEET_BYTES };
    return ticketFor(actor.accountId, id, type, accepts, now);
  },

  async import({ actor, body: { id, uploadId, laboratory, testedAt }, now }) {
    const otherwise = { laboratory, testedAt };
    const kept = await imports.of(actor.accountId, id);
    if (kept && !imports.isSame(kept, { uploadId, ...otherwise }))
      throw new Problem('core.id-reused');
    if (kept && kept.rows.length >= kept.total) return answerOf(id, kept);

    await withinLimits(`results#${actor.accountId}`, IMPORTS, now, 'sample.too-many');
    const { lines, hash } = await sheetOf(actor, uploadId);
    if (kept && kept.hash !== hash) throw new Problem('core.id-reused');
    const begun = kept ?? { uploadId, hash, at: now, ...otherwise, total: 0, rows: [] };
    const from = performance.now();
    const isTimeLeft = () => performance.now() - from < ANSWERS_WITHIN;
    return answerOf(
      id,
      await goOn(actor, id, { ...begun, total: lines.lines.length }, lines, now, isTimeLeft),
    );
  },

  async rejected({ actor, query: { importId }, now }) {
    await withinLimits(`results-files#${actor.accountId}`, FILES, now, 'sample.too-many');
    const kept = await imports.of(actor.accountId, importId);
    if (!kept) throw new Problem('sample.import-unknown');
    const { lines } = await sheetOf(actor, kept.uploadId);
    return workbookOf(`未导入的结果-${dayOf(kept.at)}.xlsx`, rejectedSheet(kept, lines));
  },

  async template({ actor, now }) {
    await withinLimits(`results-files#${actor.accountId}`, FILES, now, 'sample.too-many');
    return workbookOf('检测结果模板.xlsx', {
      name: '检测结果',
      header: sheetColumns.map(({ label }) => label),
      rows: [],
      widths: sheetColumns.map(({ width }) => width),
      spare: 200,
    });
  },
});

async function sheetOf(
  { accountId }: Actor,
  uploadId: UploadId,
): Promise<{ lines: Lines; hash: string }> {
  const file = await received(accountId, uploadId);
  if (!file) throw new Problem('core.file-missing');
  // Its ticket may have been for something larger.
  if (file.bytes.length > MOST_SHEET_BYTES) throw new Problem('core.file-unreadable');
  const hash = createHash('sha256').update(file.bytes).digest('base64url');
  const grid = await gridOf(file.bytes, (rows) => headerOf(rows) !== undefined);
  const header = headerOf(grid.map((row) => row.map(({ text }) => text)));
  if (!header) throw new Problem('sample.no-header');
  const { lines } = linesUnder(grid, header);
  if (lines.length > MOST_RESULTS) throw new Problem('sample.too-many-rows');
  return { lines: { header, lines }, hash };
}

function answerOf(id: ImportId, { at, total, rows }: imports.ImportKept): ResultsImported {
  const counts = { recorded: 0, proposed: 0, repeated: 0, rejected: 0 };
  for (const [, outcome] of rows) counts[outcome] += 1;
  return {
    id,
    at,
    done: rows.length >= total,
    total,
    counts,
    rows: rows
      .filter(([, outcome]) => outcome !== 'recorded')
      .map(([row, outcome, reasons]) => ({
        row,
        outcome,
        reasons: reasons.map(([column, why]) => ({ column, says: reasonSentences[why] })),
      })),
  };
}

const sheetColumns: readonly { column: Column; label: string; width: number }[] = [
  { column: 'tubeNumber', label: '采样管编号', width: 26 },
  { column: 'result', label: '检测结果', width: 14 },
  { column: 'testedAt', label: '检测时间', width: 20 },
  { column: 'laboratory', label: '检测机构', width: 30 },
];
const labelOf = (wanted: Column): string =>
  sheetColumns.find(({ column }) => column === wanted)?.label ?? '';

/** The rejected rows as they were, in the columns of the template, and why: corrected in place it loads again. */
function rejectedSheet({ rows }: imports.ImportKept, { header, lines }: Lines): Sheet {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const rejected = rows.filter(([, outcome]) => outcome === 'rejected');
  return {
    name: '未导入的结果',
    header: [...sheetColumns.map(({ label }) => label), '未导入的原因（改好后可直接重新导入）'],
    rows: rejected.map(([number, , reasons]) => [
      ...sheetColumns.map(({ column }) => {
        const at = header.columns[column];
        return at === undefined ? '' : textOf(byNumber.get(number)?.cells[at]);
      }),
      reasons.map(([column, why]) => `${labelOf(column)}：${reasonSentences[why].zh}`).join('\n'),
    ]),
    widths: [...sheetColumns.map(({ width }) => width), 60],
  };
}
