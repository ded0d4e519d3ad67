/**
 * The visible sheets of an .xlsx as rows of cells, of a file that nobody made in a spreadsheet perhaps. Of the archive
 * only the parts that hold text are unpacked, as far as a list of people goes; of a sheet only its rows and merged cells
 * are read (ECMA-376 part 1 §18.3.1), and whatever spans rows and columns is never spread out further than the grid.
 */
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Cell } from '@yimatong/shared/core/sheet';

/** Cells beyond are nobody's columns. */
export const MOST_COLUMNS = 60;
/** More rows than are taken, empty ones between them included: what follows is not read. */
export const MOST_LINES = 5000;
/** Rows of a sheet (Excel specifications and limits). */
const LAST_ROW = 1_048_576;
/** Sheets behind are not looked at. */
const MOST_SHEETS = 30;
/** A thousand people with sixty columns unpack to half of that. */
const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;

const PARTS =
  /^\/?xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/sheet\d+\.xml)$/;
/** Formats decide nothing about a person, and a cell that is dated wrongly is no reason to fail. */
const NO_STYLES = '<styleSheet><cellXfs><xf/></cellXfs></styleSheet>';
/** Of a sheet all but `sheetData` and `mergeCells`. */
const ignoreNodes = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetProtection'],
  ...['autoFilter', 'rowBreaks', 'hyperlinks', 'dataValidations', 'conditionalFormatting'],
  ...['pageMargins', 'pageSetup', 'headerFooter', 'printOptions', 'picture', 'drawing'],
  ...['tableParts', 'extLst'],
];

export async function sheetsOf(file: Buffer): Promise<Cell[][][]> {
  const workbook = new AsParsed();
  const plain = await plainArchive(file);
  await workbook.xlsx.load(plain as unknown as ArrayBuffer, { ignoreNodes });
  const { worksheets, sheets } = workbook.parsed!;
  const place = new Map(sheets.map(({ id }, at) => [id, at]));
  return worksheets
    .filter(({ state = 'visible' }) => state === 'visible')
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .slice(0, MOST_SHEETS)
    .map(rowsOf);
}

/** An archive of the parts alone, unpacked by what comes out of it: its directory may lie about sizes. */
async function plainArchive(file: Buffer): Promise<Buffer> {
  const plain = new JSZip();
  let left = MOST_UNPACKED_BYTES;
  for (const part of (await JSZip.loadAsync(file)).file(PARTS)) {
    const chunks: Buffer[] = [];
    for await (const chunk of new Readable().wrap(part.nodeStream())) {
      left -= (chunk as Buffer).length;
      if (left < 0) throw new Error('unpacks to more than any list of people');
      chunks.push(chunk as Buffer);
    }
    plain.file(part.name, Buffer.concat(chunks));
  }
  plain.file('xl/styles.xml', NO_STYLES);
  return plain.generateAsync({ type: 'nodebuffer' });
}

interface ParsedCell {
  readonly address?: string;
  readonly value?: ExcelJS.CellValue;
  /** Of a formula. */
  readonly result?: ExcelJS.CellValue;
}
interface ParsedSheet {
  readonly id: number;
  readonly state?: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly ParsedCell[] }[];
  readonly mergeCells: readonly string[] | null;
}
interface Parsed {
  readonly worksheets: readonly ParsedSheet[];
  readonly sheets: readonly { readonly id: number }[];
}

/** What is parsed is kept as it is: the library would spread it out over every cell that a range names. */
class AsParsed extends ExcelJS.Workbook {
  parsed: Parsed | undefined;
}
Object.defineProperty(AsParsed.prototype, 'model', {
  set(this: AsParsed, model: Parsed) {
    this.parsed = model;
  },
});

const EMPTY: Cell = { text: '' };

function rowsOf({ rows, mergeCells }: ParsedSheet): Cell[][] {
  const grid: (Cell[] | undefined)[] = [];
  let number = 0;
  for (const row of rows) {
    number = Number.isNaN(row.number) ? number + 1 : row.number;
    if (number < 1 || number > LAST_ROW) throw new Error('no such row');
    if (number > MOST_LINES) continue;
    const cells = (grid[number - 1] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      column = cell.address === undefined ? column + 1 : columnOf(cell.address);
      if (column <= MOST_COLUMNS) cells[column - 1] = cellOf(cell.result ?? cell.value);
    }
  }
  // Merged cells do not overlap: they cannot be more than the grid has.
  let free = MOST_LINES * MOST_COLUMNS;
  for (const range of mergeCells ?? []) {
    free -= merge(grid, range);
    if (free < 0) throw new Error('cells merged twice');
  }
  const width = grid.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  return Array.from(grid, (cells = []) =>
    Array.from({ length: width }, (_, at) => cells[at] ?? EMPTY),
  );
}

/** `B12` → 2 */
function columnOf(address: string): number {
  const [, letters = ''] = /^([A-Z]{1,3})\d{1,7}$/.exec(address) ?? [];
  if (!letters) throw new Error('no such cell');
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What stands in the first of the merged cells stands in all of them that lie within the grid; answers how many. */
function merge(grid: (Cell[] | undefined)[], range: string): number {
  const [first = '', last = first] = range.split(':');
  const [left, right] = [columnOf(first), Math.min(columnOf(last), MOST_COLUMNS)];
  const [top, bottom] = [rowOf(first), Math.min(rowOf(last), MOST_LINES)];
  const shown = grid[top - 1]?.[left - 1];
  if (!shown?.text || right < left || bottom < top) return 0;
  for (let row = top; row <= bottom; row += 1) {
    const cells = (grid[row - 1] ??= []);
    for (let column = left; column <= right; column += 1) cells[column - 1] = shown;
  }
  return (bottom - top + 1) * (right - left + 1);
}

const rowOf = (address: string): number => Number(address.replace(/^[A-Z]+/, ''));

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'number') return { text: plainNumber(value), isNumber: true };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: String(value) };
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') };
  return EMPTY;
}

/** `460199199003070100`, not `4.601991990030701e+17`. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en', { useGrouping: false }) : String(value);
