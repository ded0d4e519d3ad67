import { describe, expect, test } from '@jest/globals';
import { checkCharacterOf } from '../core/person';
import type { Columns } from './columns';
import { type Cell, isEmptyRow, repeatsHeader } from '../core/sheet';
import { reasonSentences, rowOf, type Why } from './row';

const columns: Columns = { name: 0, phone: 1, documentType: 2, documentNumber: 3, department: 4 };
const cells = (...texts: (string | Cell)[]): Cell[] =>
  texts.map((text) => (typeof text === 'string' ? { text } : text));
const number = (digits: string): Cell => ({ text: digits, isNumber: true });
const id = '46019919900307123' + checkCharacterOf('46019919900307123');

describe('a row becomes somebody to file', () => {
  test.each<[string, Cell[], object]>([
    ['by phone', cells('虚构甲', '17000000001'), { phone: '+8617000000001' }],
    [
      'by a phone that the sheet holds as a number',
      cells('虚构甲', number('17000000001')),
      { phone: '+8617000000001' },
    ],
    [
      'by a full-width phone with spaces',
      cells('虚构甲', '１７０ ００００ ０００１'),
      { phone: '+8617000000001' },
    ],
    [
      'by the number alone, which is a resident’s ID',
      cells('虚构甲', '', '', id),
      { document: { type: 'resident-id', number: id } },
    ],
    [
      'by a passport',
      cells('虚构甲', '', '护照', 'e12345678'),
      { document: { type: 'passport', number: 'E12345678' } },
    ],
    [
      'by a permit as people call it',
      cells('虚构甲', '', '回乡证', 'H1234567801'),
      { document: { type: 'hong-kong-macao-permit', number: 'H12345678' } },
    ],
    [
      'with an apostrophe that makes the cell text',
      cells('虚构甲', "'17000000001", '', `'${id}`),
      { phone: '+8617000000001' },
    ],
    [
      'with a department',
      cells('虚构甲', '17000000001', '', '', ' 教务处 '),
      { department: '教务处' },
    ],
    [
      'with a name of many dots and spaces',
      cells('阿依古丽•买买提', '17000000001'),
      { name: '阿依古丽·买买提' },
    ],
  ])('%s', (_, row, expected) => {
    expect(rowOf(row, columns)).toMatchObject({ row: expected });
  });

  test.each<[string, Cell[], [string, Why][]]>([
    ['no name', cells('', '17000000001'), [['name', 'name-missing']]],
    ['a name that is a formula', cells('=1+1', '17000000001'), [['name', 'name']]],
    ['neither phone nor document', cells('虚构甲'), [['phone', 'phone-or-document']]],
    ['a phone of ten digits', cells('虚构甲', '1700000000'), [['phone', 'phone']]],
    ['a phone as 1.7E+10', cells('虚构甲', '1.7E+10'), [['phone', 'phone-lost']]],
    ['an ID as 4.6E+17', cells('虚构甲', '', '', '4.6E+17'), [['documentNumber', 'document-lost']]],
    [
      'an ID as 4.60199E+17 in small letters',
      cells('虚构甲', '', '', '4.60199e+17'),
      [['documentNumber', 'document-lost']],
    ],
    [
      'an ID that the sheet holds as a number',
      cells('虚构甲', '', '', number('460199199003071230')),
      [['documentNumber', 'document-lost']],
    ],
    [
      'an ID whose last three digits became noughts',
      cells('虚构甲', '', '', '460199199003071000'),
      [['documentNumber', 'document-lost']],
    ],
    [
      'an ID with a digit wrong',
      cells('虚构甲', '', '', id.replace('9900307', '9900308')),
      [['documentNumber', 'document']],
    ],
    [
      'a kind of document that is none',
      cells('虚构甲', '', '驾驶证', '123456'),
      [['documentType', 'document-type']],
    ],
    [
      'a department of a page',
      cells('虚构甲', '17000000001', '', '', '长'.repeat(41)),
      [['department', 'department-name']],
    ],
    [
      'several mistakes are all told',
      cells('', '123', '', '456'),
      [
        ['name', 'name-missing'],
        ['phone', 'phone'],
        ['documentNumber', 'document'],
      ],
    ],
  ])('or is refused: %s', (_, row, reasons) => {
    expect(rowOf(row, columns)).toEqual({
      reasons: reasons.map(([column, why]) => ({ column, why })),
    });
  });

  test('even a number that the program happened to leave valid is not believed', () => {
    // One in eleven rounded numbers satisfies the check digit, and is somebody else’s.
    const rounded = Array.from({ length: 200 }, (_, i) => 460199199003070000 + i * 1000)
      .map((value) => value.toLocaleString('en', { useGrouping: false }))
      .filter((digits) => checkCharacterOf(digits.slice(0, 17)) === digits.charAt(17));
    expect(rounded.length).toBeGreaterThan(5);
    for (const digits of rounded)
      expect(rowOf(cells('虚构甲', '', '', number(digits)), columns)).toEqual({
        reasons: [{ column: 'documentNumber', why: 'document-lost' }],
      });
  });

  test('every reason says how to mend it, in both languages', () => {
    for (const { zh, en } of Object.values(reasonSentences)) {
      expect(zh.length).toBeGreaterThan(4);
      expect(en.length).toBeGreaterThan(10);
    }
  });
});

describe('rows that are none', () => {
  test('empty cells, spaces and apostrophes', () => {
    expect(isEmptyRow(cells('', '  ', "'"))).toBe(true);
    expect(isEmptyRow(cells('', '0'))).toBe(false);
  });
  test('the header said once more', () => {
    const header = ['姓名', '手机', '证件类型', '证件号码', '部门'];
    expect(repeatsHeader(cells(...header), header, columns)).toBe(true);
    expect(repeatsHeader(cells('姓名', '17000000001'), header, columns)).toBe(false);
  });
});
