/**
 * Which column of a sheet holds what: the header row and its names, as schools and offices write them.
 * A title above the header, a header of two rows with merged cells, and columns that nobody needs are usual.
 */
import { tidied } from '../core/person';

export const columnNames = {
  name: ['姓名', '名字', '人员姓名', '学生姓名', '员工姓名', '教职工姓名', 'NAME'],
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    '移动电话',
    '本人手机',
    '本人手机号',
    'PHONE',
    'MOBILE',
  ],
  documentType: ['证件类型', '证件类别', '证件种类', '证件名称', 'DOCUMENTTYPE'],
  documentNumber: [
    '身份证',
    '身份证号',
    '身份证号码',
    '居民身份证号',
    '居民身份证号码',
    '证件号',
    '证件号码',
    '身份证件号码',
    '身份证/证件号',
    '护照号',
    'IDNUMBER',
  ],
  department: [
    '部门',
    '所在部门',
    '所属部门',
    '院系',
    '院系/部门',
    '部门/院系',
    '学院',
    '班级',
    '部门/班级',
    '班级/部门',
    '科室',
    '车间',
    'DEPARTMENT',
    'CLASS',
  ],
} as const;
export type Column = keyof typeof columnNames;
export type Columns = Readonly<Partial<Record<Column, number>>>;

/** `姓名*（必填）`, `手机号：` and `姓  名` are what they would be without it. */
const plain = (cell: string): string =>
  tidied(cell)
    .replace(/[(（[【].*$/, '')
    .replace(/[*:：、]/g, '');

const columnCalled = (cell: string): Column | undefined =>
  (Object.keys(columnNames) as Column[]).find((column) =>
    (columnNames[column] as readonly string[]).includes(plain(cell)),
  );

/** The columns that a row names; of two by the same name the first. */
function columnsOf(row: readonly string[]): Columns {
  const columns: Partial<Record<Column, number>> = {};
  row.forEach((cell, at) => {
    const column = columnCalled(cell);
    if (column !== undefined) columns[column] ??= at;
  });
  return columns;
}

const isHeader = (columns: Columns): boolean =>
  columns.name !== undefined &&
  (columns.phone !== undefined || columns.documentNumber !== undefined);

/** The header is looked for within so many rows: titles, the date, who filled it in stand above it. */
const HEADER_WITHIN = 10;

export interface Header {
  readonly at: number;
  readonly columns: Columns;
}

/**
 * The header row: the one that names the most columns, of equals the lowest (a merged header comes twice).
 * Nothing is found where no row names a name and something to find the person by.
 */
export function headerOf(rows: readonly (readonly string[])[]): Header | undefined {
  let found: Header | undefined;
  rows.slice(0, HEADER_WITHIN).forEach((row, at) => {
    const columns = columnsOf(row);
    const size = Object.keys(columns).length;
    if (isHeader(columns) && size >= Object.keys(found?.columns ?? {}).length)
      found = { at, columns };
  });
  return found;
}
