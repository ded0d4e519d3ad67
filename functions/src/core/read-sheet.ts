/**
 * A spreadsheet as Excel and WPS write it → rows of cells: .xlsx, or text with commas or tabs in UTF-8, UTF-16 or GBK.
 * What a file is, its bytes say; its name and media type are often wrong.
 */
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { Problem } from '@yimatong/shared/core/problem';
import { type Cell, type HeaderOf, isEmptyRow, repeatsHeader } from '@yimatong/shared/core/sheet';
import { MOST_COLUMNS, MOST_LINES, sheetsOf } from './read-workbook';

export type Grid = readonly (readonly Cell[])[];

/** A row of the sheet with something in it. */
export interface Line {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** What stands under a header, and what its columns are called there. */
export function linesUnder(
  grid: Grid,
  { at, columns }: HeaderOf<string>,
): { readonly names: readonly string[]; readonly lines: readonly Line[] } {
  const names = grid[at]!.map(({ text }) => text);
  const lines = grid
    .map((cells, row) => ({ number: row + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => !isEmptyRow(cells) && !repeatsHeader(cells, names, columns));
  return { names, lines };
}

/** Of a workbook the first sheet with a header: `hasHeader` says whether rows of text have one. */
export async function gridOf(
  bytes: Uint8Array,
  hasHeader: (rows: readonly (readonly string[])[]) => boolean,
): Promise<Grid> {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return gridOfXlsx(file, hasHeader);
  // The .xls of before 2007, and pictures, PDFs and the like: they hold bytes that no text has.
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw unreadable();
  return gridOfText(textOf(file));
}

const unreadable = (): Problem => new Problem('core.file-unreadable');

async function gridOfXlsx(
  file: Buffer,
  hasHeader: (rows: readonly (readonly string[])[]) => boolean,
): Promise<Grid> {
  try {
    const sheets = await sheetsOf(file);
    // A workbook often has a sheet of instructions in front.
    const found = sheets.find((rows) => hasHeader(rows.map((row) => row.map(({ text }) => text))));
    return found ?? sheets[0] ?? [];
  } catch {
    throw unreadable();
  }
}

/** UTF-16 and UTF-8 by their marks, UTF-8 by being it, and whatever is left is GBK (as GB 18030, which holds it). */
function textOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return iconv.decode(file, 'utf16-le');
  if (file[0] === 0xfe && file[1] === 0xff) return iconv.decode(file, 'utf16-be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return iconv.decode(file, 'gb18030');
  }
}

function gridOfText(text: string): Grid {
  if (text.includes('\u0000') || /^\s*(<|%PDF-)/.test(text)) throw unreadable();
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: delimiterOf(text),
    preview: MOST_LINES,
  });
  // `="460199…"` is how some programs keep a number text in a .csv.
  return data.map((row) =>
    row.slice(0, MOST_COLUMNS).map((cell) => ({ text: cell.replace(/^="(.*)"$/, '$1') })),
  );
}

/** Excel's “Unicode text” has tabs; a European Excel writes semicolons. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (delimiter: string): number => head.split(delimiter).length;
  return ['\t', ';', '，'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
