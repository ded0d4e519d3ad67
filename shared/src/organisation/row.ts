/**
 * A row of a spreadsheet → somebody to file, or what is wrong with it column by column, with how to mend it.
 * What Excel and WPS do to numbers is told apart from what people mistype: a number of 18 digits keeps 15 of them and
 * is shown as 4.6E+17, and no checksum can bring the others back.
 */
import * as z from 'zod/mini';
import { saidOf } from '../core/invalid';
import type { DocumentType } from '../core/person';
import { IdentityDocument, Name, Phone, documentLabels, tidied } from '../core/person';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';
import { type Cell, isScientific, MOST_DIGITS_OF_A_NUMBER, textOf } from '../core/sheet';
import type { Column, Columns } from './columns';
import { DepartmentName } from './department';

export interface RowRead {
  readonly name: string;
  readonly phone?: string;
  readonly document?: IdentityDocument;
  readonly department?: string;
}

/** Why a row is not taken, each with how to mend it. */
export const reasonSentences = {
  'name-missing': { zh: '没有填写姓名。', en: 'The name is missing.' },
  name: saidOf({ message: 'name' }),
  phone: saidOf({ message: 'phone' }),
  'phone-lost': {
    zh: '手机号被表格软件改写了。请把这一列设为“文本”格式，重新填写。',
    en: 'The spreadsheet rewrote this phone number. Make the column text and enter it anew.',
  },
  'phone-or-document': saidOf({ message: 'phone-or-document' }),
  'phone-shared': {
    zh: '这个手机号已用于名单上的另一个人，请填写证件号码来区分。',
    en: 'This phone number stands for somebody else on the list. Enter the document to tell them apart.',
  },
  document: saidOf({ message: 'document' }),
  'document-lost': {
    zh: '号码被表格软件改成了数字，后几位已经丢失。请把这一列设为“文本”格式，重新填写号码。',
    en: 'The spreadsheet turned this into a number and lost its last digits. Make the column text and enter it anew.',
  },
  'document-type': {
    zh: `不认识的证件类型。可以填写：${Object.values(documentLabels)
      .map(({ zh }) => zh)
      .join('、')}。`,
    en: 'Not a kind of document that is known here.',
  },
  'department-name': saidOf({ message: 'department-name' }),
  'departments-full': {
    zh: '一个单位最多 100 个部门，这个部门没有建立，这一行没有导入。请填写已有的部门。',
    en: 'An organisation has 100 departments at most: this row was left out. Enter one that is there.',
  },
  full: {
    zh: '单位已满 2000 人，这一行没有导入。',
    en: 'The organisation holds 2,000 people already: this row was left out.',
  },
} as const satisfies Record<string, Said>;
export type Why = keyof typeof reasonSentences;

export interface Reason {
  readonly column: Column;
  readonly why: Why;
}
export type RowOutcome = { readonly row: RowRead } | { readonly reasons: readonly Reason[] };

/** What people write in the column of the kind of document, beside its own name. */
const typeNames: Readonly<Record<string, DocumentType>> = {
  身份证: 'resident-id',
  居民身份证: 'resident-id',
  二代身份证: 'resident-id',
  护照: 'passport',
  外国护照: 'passport',
  PASSPORT: 'passport',
  回乡证: 'hong-kong-macao-permit',
  港澳通行证: 'hong-kong-macao-permit',
  港澳居民来往内地通行证: 'hong-kong-macao-permit',
  台胞证: 'taiwan-permit',
  台湾通行证: 'taiwan-permit',
  台湾居民来往大陆通行证: 'taiwan-permit',
  港澳台居民居住证: 'residence-permit',
  居住证: 'residence-permit',
  外国人永久居留身份证: 'foreign-permanent-residence',
  外国人永久居留证: 'foreign-permanent-residence',
};

const isLost = (text: string, { isNumber = false }: Cell): boolean =>
  isScientific(text) ||
  (isNumber && text.replace(/\D/g, '').length > MOST_DIGITS_OF_A_NUMBER) ||
  (/^\d{15}000$/.test(text) &&
    !IdentityDocument.safeParse({ type: 'resident-id', number: text }).success);

export function rowOf(cells: readonly Cell[], columns: Columns): RowOutcome {
  const cellOf = (column: Column): Cell => {
    const at = columns[column];
    return (at === undefined ? undefined : cells[at]) ?? { text: '' };
  };
  const reasons: Reason[] = [];
  const name = nameIn(textOf(cellOf('name')), reasons);
  const phone = phoneIn(cellOf('phone'), reasons);
  const document = documentIn(cellOf('documentType'), cellOf('documentNumber'), reasons);
  const department = departmentIn(textOf(cellOf('department')), reasons);
  const isFound = textOf(cellOf('phone')) !== '' || textOf(cellOf('documentNumber')) !== '';
  if (!isFound) {
    const column = columns.phone === undefined ? 'documentNumber' : 'phone';
    reasons.push({ column, why: 'phone-or-document' });
  }
  if (name === undefined || reasons.length > 0) return { reasons };
  return {
    row: {
      name,
      ...(phone !== undefined && { phone }),
      ...(document && { document }),
      ...(department !== undefined && { department }),
    },
  };
}

function nameIn(text: string, reasons: Reason[]): string | undefined {
  const read = Name.safeParse(text);
  if (read.success) return read.data;
  reasons.push({ column: 'name', why: text === '' ? 'name-missing' : 'name' });
  return undefined;
}

function phoneIn(cell: Cell, reasons: Reason[]): string | undefined {
  const text = textOf(cell);
  if (text === '') return undefined;
  const read = Phone.safeParse(text);
  if (read.success) return read.data;
  const why = isScientific(tidied(text)) ? 'phone-lost' : 'phone';
  reasons.push({ column: 'phone', why });
  return undefined;
}

function documentIn(typeCell: Cell, cell: Cell, reasons: Reason[]): IdentityDocument | undefined {
  const number = textOf(cell);
  if (number === '') return undefined;
  const written = tidied(textOf(typeCell));
  const type = written === '' ? 'resident-id' : typeNames[written];
  if (type === undefined) {
    reasons.push({ column: 'documentType', why: 'document-type' });
    return undefined;
  }
  if (isLost(tidied(number), cell)) {
    reasons.push({ column: 'documentNumber', why: 'document-lost' });
    return undefined;
  }
  const read = IdentityDocument.safeParse({ type, number });
  if (read.success) return read.data;
  reasons.push({ column: 'documentNumber', why: 'document' });
  return undefined;
}

function departmentIn(text: string, reasons: Reason[]): string | undefined {
  if (text === '') return undefined;
  const read = DepartmentName.safeParse(text);
  if (read.success && isPlain(text)) return read.data;
  reasons.push({ column: 'department', why: 'department-name' });
  return undefined;
}

const ColumnSchema = z.enum(['name', 'phone', 'documentType', 'documentNumber', 'department']);
const Says = z.object({ zh: z.string(), en: z.string() });
export const ReasonShown = z.object({ column: ColumnSchema, says: Says });
