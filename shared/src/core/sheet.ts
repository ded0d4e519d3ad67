/** What spreadsheets hold, whatever they list: cells, empty rows, and which row of them is the header. */
import { tidied } from './person';

/** 2 MB. */
export const MOST_SHEET_BYTES = 2 * 1024 * 1024;

/** What browsers and phones call a spreadsheet; Windows calls a .csv what it would open it with. */
export const sheetTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
] as const;

/** A cell as it was read: text, and whether the sheet held it as a number. */
export interface Cell {
  readonly text: string;
  readonly isNumber?: boolean;
}

/** An apostrophe in front makes a cell text in Excel; some programs write it into the file. */
export const textOf = (cell: Cell | undefined): string =>
  (cell?.text ?? '').trim().replace(/^['’]/, '').trim();

export const isEmptyRow = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => textOf(cell) === '');

/** `4.6E+17`, `4.60199E+17`. */
export const isScientific = (text: string): boolean => /^\d(\.\d+)?E\+?\d{1,2}$/.test(text);
/** More digits than a number can hold: the last of them are noughts that nobody typed. */
export const MOST_DIGITS_OF_A_NUMBER = 15;

export type ColumnsOf<Column extends string> = Readonly<Partial<Record<Column, number>>>;
export interface HeaderOf<Column extends string> {
  readonly at: number;
  readonly columns: ColumnsOf<Column>;
}

/** Whether the row says the header once more, as the second row of a merged header does. */
export const repeatsHeader = (
  cells: readonly Cell[],
  header: readonly string[],
  columns: Readonly<Partial<Record<string, number>>>,
): boolean =>
  Object.values(columns).every(
    (at) => at !== undefined && textOf(cells[at]) === (header[at] ?? '').trim(),
  );

/** `姓名*（必填）`, `手机号：` and `姓  名` are what they would be without it. */
const plain = (cell: string): string =>
  tidied(cell)
    .replace(/[(（[【].*$/, '')
    .replace(/[*:：、]/g, '');

/** The header is looked for within so many rows: titles, the date, who filled it in stand above it. */
const HEADER_WITHIN = 10;

/**
 * The header row: the one that names the most columns, of equals the lowest (a merged header comes twice).
 * `names` are what the columns are called, `isWhole` says which of them a header cannot be without.
 */
export function headerIn<Column extends string>(
  rows: readonly (readonly string[])[],
  names: Readonly<Record<Column, readonly string[]>>,
  isWhole: (columns: ColumnsOf<Column>) => boolean,
): HeaderOf<Column> | undefined {
  const all = Object.keys(names) as Column[];
  let found: HeaderOf<Column> | undefined;
  rows.slice(0, HEADER_WITHIN).forEach((row, at) => {
    // Of two columns by the same name the first.
    const columns: Partial<Record<Column, number>> = {};
    row.forEach((cell, place) => {
      const column = all.find((one) => names[one].includes(plain(cell)));
      if (column !== undefined) columns[column] ??= place;
    });
    const size = Object.keys(columns).length;
    if (isWhole(columns) && size >= Object.keys(found?.columns ?? {}).length)
      found = { at, columns };
  });
  return found;
}
