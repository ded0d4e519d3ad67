/** Sheets as an .xlsx file. Every cell is text: nothing that somebody typed is ever a formula. */
import type { FileAnswer } from '@yimatong/shared/core/upload';
import exceljs from 'exceljs';
import type { Sheet } from './sheet';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More a cell does not hold. */
const CELL_LIMIT = 32_767;
const WIDE = 60;
const widthOf = (text: string): number => Math.min(WIDE, text.length * 2 + 2);

export async function workbookOf(name: string, sheets: readonly Sheet[]): Promise<FileAnswer> {
  const workbook = new exceljs.Workbook();
  for (const { name: title, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(`${title.zh} ${title.en}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = columns.map((column, i) => ({
      header: `${column.zh} ${column.en}`,
      width: Math.max(14, ...rows.slice(0, 20).map((row) => widthOf(row[i] ?? ''))),
      style: { alignment: { wrapText: true, vertical: 'top' } },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => cell.slice(0, CELL_LIMIT)));
  }
  const bytes = await workbook.xlsx.writeBuffer();
  return { name, type: XLSX, base64: Buffer.from(bytes).toString('base64') };
}
