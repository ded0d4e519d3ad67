/**
 * Which column of a sheet holds what: the header row and its names, as schools and offices write them.
 * A title above the header, a header of two rows with merged cells, and columns that nobody needs are usual.
 */
import { type ColumnsOf, headerIn, type HeaderOf } from '../core/sheet';

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
export type Columns = ColumnsOf<Column>;
export type Header = HeaderOf<Column>;

/** Nothing is found where no row names a name and something to find the person by. */
export const headerOf = (rows: readonly (readonly string[])[]): Header | undefined =>
  headerIn(
    rows,
    columnNames,
    ({ name, phone, documentNumber }) =>
      name !== undefined && (phone !== undefined || documentNumber !== undefined),
  );
