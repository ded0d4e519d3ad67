/** Spreadsheets that the server makes. Every cell is text: nothing in it is ever a formula, no number loses its digits. */
import ExcelJS from 'exceljs';
import type { FileAnswer } from '@yimatong/shared/core/upload';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Sheet {
  readonly name: string;
  /** Lines above the header. */
  readonly title?: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Characters. */
  readonly widths: readonly number[];
  /** Empty rows below that are text as well, for somebody to fill in. */
  readonly spare?: number;
}

const TEXT = '@';

export async function workbookOf(fileName: string, sheet: Sheet): Promise<FileAnswer> {
  const { name, title = [], header, rows, widths, spare = 0 } = sheet;
  const workbook = new ExcelJS.Workbook();
  const worksheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: title.length + 1 }],
  });
  for (const line of title) worksheet.addRow([harmless(line)]).font = { bold: true, size: 14 };
  worksheet.addRow(header.map(harmless)).font = { bold: true };
  for (const row of rows) worksheet.addRow(row.map(harmless));
  for (let i = 0; i < spare; i += 1) worksheet.addRow(header.map(() => ''));
  widths.forEach((width, at) => {
    Object.assign(worksheet.getColumn(at + 1), { width, numFmt: TEXT });
  });
  worksheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (typeof cell.value !== 'number') cell.numFmt = TEXT;
      cell.alignment = { vertical: 'top', wrapText: true };
    });
  });
  const bytes = await workbook.xlsx.writeBuffer();
  return {
    name: fileName.replace(/[\\/:*?"<>|]/g, '-'),
    type: XLSX,
    base64: Buffer.from(bytes).toString('base64'),
  };
}

/** An apostrophe keeps what looks like a formula from becoming one when somebody saves the file as .csv. */
const harmless = <T extends string | number>(cell: T): T | string =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
