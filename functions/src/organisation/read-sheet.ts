/**
 * A spreadsheet as Excel and WPS write it → rows of cells: .xlsx, or text with commas or tabs in UTF-8, UTF-16 or GBK.
 * What a file is, its bytes say; its name and media type are often wrong.
 */
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { Problem } from '@yimatong/shared/core/problem';
import { headerOf } from '@yimatong/shared/organisation/columns';
import type { Cell } from '@yimatong/shared/organisation/row';

export type Grid = readonly (readonly Cell[])[];

/** Cells beyond are nobody's columns. */
const MOST_COLUMNS = 60;
/** More rows than are taken, empty ones between them included: what follows is not read. */
const MOST_LINES = 5000;
/** Of what is packed inside 2 MB; more is a bomb. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

export async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return gridOfXlsx(file);
  // The .xls of before 2007, and pictures, PDFs and the like: they hold bytes that no text has.
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw unreadable();
  return gridOfText(textOf(file));
}

const unreadable = (): Problem => new Problem('organisation.file-unreadable');

async function gridOfXlsx(file: Buffer): Promise<Grid> {
  if (unpackedSize(file) > MOST_UNPACKED_BYTES) throw unreadable();
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
  } catch {
    throw unreadable();
  }
  const sheets = workbook.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => rowsOf(sheet));
  // A workbook often has a sheet of instructions in front.
  const found = sheets.find((rows) => headerOf(rows.map((row) => row.map(({ text }) => text))));
  return found ?? sheets[0] ?? [];
}

/** Sizes as the archive's directory names them (APPNOTE.TXT 4.3.12: 24 bytes into each entry). */
function unpackedSize(file: Buffer): number {
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  let size = 0;
  for (let at = file.indexOf(entry); at >= 0; at = file.indexOf(entry, at + 4))
    if (at + 28 <= file.length) size += file.readUInt32LE(at + 24);
  return size;
}

function rowsOf(sheet: ExcelJS.Worksheet): Cell[][] {
  const rows: Cell[][] = [];
  const width = Math.min(sheet.columnCount, MOST_COLUMNS);
  for (let number = 1; number <= Math.min(sheet.rowCount, MOST_LINES); number += 1) {
    const row = sheet.getRow(number);
    rows.push(Array.from({ length: width }, (_, at) => cellOf(row.getCell(at + 1).value)));
  }
  return rows;
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'number') return { text: plainNumber(value), isNumber: true };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: String(value) };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) };
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') };
  if ('hyperlink' in value) return cellOf(value.text);
  if ('formula' in value || 'sharedFormula' in value) return cellOf(value.result ?? null);
  return { text: '' };
}

/** `460199199003070100`, not `4.601991990030701e+17`. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en', { useGrouping: false }) : String(value);

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
  if (text.includes('\u0000') || /^\s*</.test(text)) throw unreadable();
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
