/** A row of a laboratory's sheet → a result for a tube, or what is wrong with it column by column (V8). */
import * as z from 'zod/mini';
import { isDay } from '../core/calendar';
import { type Instant, instantOf } from '../core/day';
import { saidOf } from '../core/invalid';
import { tidied } from '../core/person';
import type { Said } from '../core/say';
import {
  type Cell,
  type ColumnsOf,
  headerIn,
  type HeaderOf,
  isScientific,
  MOST_DIGITS_OF_A_NUMBER,
  textOf,
} from '../core/sheet';
import { Laboratory } from './laboratory';
import type { TestResult } from './result';
import { TubeNumber } from './tube';

export const columnNames = {
  tubeNumber: [
    '采样管编号',
    '采样管号',
    '试管编号',
    '试管号',
    '管号',
    '管码',
    '条码',
    '条形码',
    '样本编号',
    '标本编号',
    '样本条码',
    'TUBE',
    'TUBENUMBER',
    'BARCODE',
  ],
  result: ['结果', '检测结果', '检验结果', '核酸结果', '核酸检测结果', 'RESULT'],
  testedAt: ['检测时间', '检验时间', '检测日期', '检验日期', '报告时间', '出结果时间', 'TESTEDAT'],
  laboratory: ['检测机构', '检验机构', '检测单位', '实验室', '检测实验室', 'LABORATORY', 'LAB'],
} as const;
export type Column = keyof typeof columnNames;
export type Header = HeaderOf<Column>;

export const headerOf = (rows: readonly (readonly string[])[]): Header | undefined =>
  headerIn(
    rows,
    columnNames,
    ({ tubeNumber, result }) => tubeNumber !== undefined && result !== undefined,
  );

export interface ResultRow {
  readonly tubeNumber: string;
  readonly result: TestResult;
  readonly testedAt: Instant;
  readonly laboratory: string;
}

/** Why a row is not taken, each with how to mend it. */
export const reasonSentences = {
  'tube-number': saidOf({ message: 'tube-number' }),
  'tube-lost': {
    zh: '管号被表格软件改写了。请把这一列设为“文本”格式，重新填写。',
    en: 'The spreadsheet rewrote this number. Make the column text and enter it anew.',
  },
  result: {
    zh: '结果请填写：阴性、阳性或无效。',
    en: 'Enter 阴性 (negative), 阳性 (positive) or 无效 (invalid).',
  },
  'tested-at': {
    zh: '检测时间请写成 2022-03-01 08:30 这样（北京时间）。',
    en: 'Write the time as 2022-03-01 08:30 (Beijing time).',
  },
  'tested-ahead': {
    zh: '检测时间还没有到，请核对。',
    en: 'This time lies ahead. Please check it.',
  },
  'tested-before-sample': {
    zh: '检测时间早于采样，请核对管号和时间。',
    en: 'Tested before the sample was taken: check the number and the time.',
  },
  laboratory: saidOf({ message: 'laboratory' }),
  unknown: {
    zh: '没有这根采样管的采样登记，请核对管号。',
    en: 'No sample was registered in this tube. Check its number.',
  },
  elsewhere: {
    zh: '这根采样管不是您所在采样点的，请由该采样点或所属市县指挥部登记。',
    en: 'This tube is of another site: leave it to that site or its city or county.',
  },
  contradicts: {
    zh: '与已登记的结果不一致，没有改动。请与实验室核对，由指挥部处理。',
    en: 'Not the result on record, which was left as it is. Check with the laboratory.',
  },
} as const satisfies Record<string, Said>;
export type Why = keyof typeof reasonSentences;
export const columns = Object.keys(columnNames) as [Column, ...Column[]];
const ColumnSchema = z.enum(columns);
export const ReasonShown = z.object({
  column: ColumnSchema,
  says: z.object({ zh: z.string(), en: z.string() }),
});

export interface Reason {
  readonly column: Column;
  readonly why: Why;
}
export type RowOutcome = { readonly row: ResultRow } | { readonly reasons: readonly Reason[] };

/** As laboratories write it. */
const resultNames: Readonly<Record<string, TestResult>> = {
  阴性: 'negative',
  '阴性(-)': 'negative',
  '-': 'negative',
  未检出: 'negative',
  NEGATIVE: 'negative',
  阳性: 'positive',
  '阳性(+)': 'positive',
  '+': 'positive',
  检出: 'positive',
  POSITIVE: 'positive',
  无效: 'invalid',
  失效: 'invalid',
  需重采: 'invalid',
  重采: 'invalid',
  INVALID: 'invalid',
};

/** What is not said in a column of its own: said once above the sheet. */
export interface Otherwise {
  readonly laboratory: string;
  readonly testedAt: Instant;
}

export function rowOf(
  cells: readonly Cell[],
  header: ColumnsOf<Column>,
  otherwise: Otherwise,
): RowOutcome {
  const cellOf = (column: Column): Cell => {
    const at = header[column];
    return (at === undefined ? undefined : cells[at]) ?? { text: '' };
  };
  const reasons: Reason[] = [];
  const tubeNumber = tubeNumberIn(cellOf('tubeNumber'), reasons);
  const result = resultNames[marked(textOf(cellOf('result')))];
  if (!result) reasons.push({ column: 'result', why: 'result' });
  const testedAt = momentIn(cellOf('testedAt'), reasons) ?? otherwise.testedAt;
  const laboratory = laboratoryIn(cellOf('laboratory'), reasons) ?? otherwise.laboratory;
  if (tubeNumber === undefined || !result || reasons.length > 0) return { reasons };
  return { row: { tubeNumber, result, testedAt, laboratory } };
}

/** `tidied` takes hyphens away, and a single one says negative. */
const marked = (text: string): string =>
  /^[-－−—]$/.test(text) ? '-' : tidied(text).replace('阴性()', '阴性(-)');

function tubeNumberIn(cell: Cell, reasons: Reason[]): string | undefined {
  const text = tidied(textOf(cell));
  const isLost =
    isScientific(text) ||
    (cell.isNumber === true && text.replace(/\D/g, '').length > MOST_DIGITS_OF_A_NUMBER);
  const read = isLost ? undefined : TubeNumber.safeParse(text);
  if (read?.success) return read.data;
  reasons.push({ column: 'tubeNumber', why: isLost ? 'tube-lost' : 'tube-number' });
  return undefined;
}

/** Day 0 of Excel's calendar, as days before 1970. */
const EXCEL_EPOCH = 25_569;
const SHANGHAI_HOURS = 8;
const DAY = 86_400_000;

/** `2022-03-01 08:30`, `2022/3/1`, `2022年3月1日 8:30`, or the number that Excel keeps of it: in Beijing time. */
function momentIn(cell: Cell, reasons: Reason[]): Instant | undefined {
  const text = textOf(cell).normalize('NFKC');
  if (text === '') return undefined;
  const told = cell.isNumber === true ? ofExcel(Number(text)) : ofText(text);
  if (told === undefined) reasons.push({ column: 'testedAt', why: 'tested-at' });
  return told;
}

function ofExcel(days: number): Instant | undefined {
  if (!(days > 40_000 && days < 80_000)) return undefined;
  const ms = Math.round((days - EXCEL_EPOCH) * DAY - SHANGHAI_HOURS * 3_600_000);
  return instantOf(ms);
}

function ofText(text: string): Instant | undefined {
  const [, year = '', month = '', day = '', hour = '12', minute = '0'] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{1,2})(?::\d{1,2})?)?$/.exec(
      text,
    ) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(date) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - SHANGHAI_HOURS * 60;
  return instantOf(Date.parse(date) + minutes * 60_000);
}

function laboratoryIn(cell: Cell, reasons: Reason[]): string | undefined {
  const text = textOf(cell);
  if (text === '') return undefined;
  const read = Laboratory.safeParse(text);
  if (read.success) return read.data;
  reasons.push({ column: 'laboratory', why: 'laboratory' });
  return undefined;
}
