/** Files as Excel, WPS and registrars' offices really write them. */
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from '@jest/globals';
import { checkCharacterOf } from '@yimatong/shared/core/person';
import { rowOf } from '@yimatong/shared/organisation/row';
import { linesOf } from './importing';
import { gridOf } from './read-sheet';

const id = '46019919900307123' + checkCharacterOf('46019919900307123');
const table = `姓名,手机,身份证号,部门\r\n虚构甲,17000000001,,教务处\r\n虚构乙,,${id},"后勤,基建处"\r\n`;
const people = [
  { name: '虚构甲', phone: '+8617000000001', department: '教务处' },
  { name: '虚构乙', document: { type: 'resident-id', number: id }, department: '后勤,基建处' },
];

async function rowsIn(bytes: Uint8Array) {
  const { header, lines } = linesOf(await gridOf(bytes));
  return lines.map(({ cells }) => rowOf(cells, header.columns));
}
const peopleIn = async (bytes: Uint8Array) =>
  (await rowsIn(bytes)).map((one) => ('row' in one ? one.row : one.reasons));

describe('text', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark, as Excel’s “CSV UTF-8”', Buffer.from(`\ufeff${table}`)],
    ['GBK, as Excel and WPS in China write .csv', iconv.encode(table, 'gbk')],
    [
      'UTF-16 with tabs, as Excel’s “Unicode text”',
      iconv.encode(tabbed(), 'utf16-le', { addBOM: true }),
    ],
    ['UTF-16 the other way round', iconv.encode(tabbed(), 'utf16-be', { addBOM: true })],
    ['semicolons', Buffer.from(table.replaceAll(',', ';').replace('后勤;基', '后勤,基'))],
    ['empty rows and commas at the end', Buffer.from(`${table},,,\r\n,,,\r\n\r\n`)],
    ['line ends of a Mac', Buffer.from(table.replaceAll('\r\n', '\r'))],
    ['numbers kept text by ="…"', Buffer.from(table.replace(id, `"=""${id}"""`))],
    ['full-width digits', Buffer.from(table.replace('17000000001', '１７００００００００１'))],
  ])('%s', async (_, bytes) => {
    expect(await peopleIn(bytes)).toEqual(people);
  });

  test('rare characters of GB 18030 survive', async () => {
    const bytes = iconv.encode('姓名,手机\r\n㛃𠮷,17000000001\r\n', 'gb18030');
    expect(await peopleIn(bytes)).toMatchObject([{ name: '㛃𠮷' }]);
  });

  test('a number that a program turned into 4.6E+17 is refused with how to mend it', async () => {
    const bytes = Buffer.from('姓名,身份证号\r\n虚构甲,4.6E+17\r\n');
    expect(await rowsIn(bytes)).toEqual([
      { reasons: [{ column: 'documentNumber', why: 'document-lost' }] },
    ]);
  });
});

function tabbed(): string {
  return table
    .split('\r\n')
    .map((line) => line.replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\t'))
    .join('\r\n');
}

async function book(build: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  build(made);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

describe('.xlsx', () => {
  test('a title merged over the sheet, a header of two rows with merged cells', async () => {
    const bytes = await book((one) => {
      const sheet = one.addWorksheet('名单');
      sheet.addRow(['虚构学院人员名单（2020年春）']);
      sheet.mergeCells('A1:D1');
      sheet.addRow(['姓名', '联系与证件', '', '部门']);
      sheet.addRow(['姓名', '手机', '身份证号', '部门']);
      sheet.mergeCells('B2:C2');
      sheet.mergeCells('A2:A3');
      sheet.mergeCells('D2:D3');
      sheet.addRow(['虚构甲', '17000000001', '', '教务处']);
      sheet.addRow(['虚构乙', '', id, '后勤,基建处']);
    });
    expect(await peopleIn(bytes)).toEqual(people);
  });

  test('a header merged over two rows is not somebody called 姓名', async () => {
    const bytes = await book((one) => {
      const sheet = one.addWorksheet('名单');
      sheet.addRow(['姓名', '手机']);
      sheet.addRow([]);
      sheet.mergeCells('A1:A2');
      sheet.mergeCells('B1:B2');
      sheet.addRow(['虚构甲', '17000000001']);
    });
    expect(await peopleIn(bytes)).toEqual([{ name: '虚构甲', phone: '+8617000000001' }]);
  });

  test('numbers, formulas with their results, rich text, links, dates', async () => {
    const bytes = await book((one) => {
      const sheet = one.addWorksheet('名单');
      sheet.addRow(['姓名', '手机', '入职日期', '邮箱']);
      sheet.addRow([
        { richText: [{ text: '虚构' }, { text: '甲' }] },
        17000000001,
        new Date('2020-03-01'),
        { text: 'a@example.org', hyperlink: 'mailto:a@example.org' },
      ]);
      sheet.addRow([
        { formula: 'A2&"二"', result: '虚构甲二' },
        { formula: 'B2+1', result: 17000000002 },
      ]);
    });
    expect(await peopleIn(bytes)).toEqual([
      { name: '虚构甲', phone: '+8617000000001' },
      { name: '虚构甲二', phone: '+8617000000002' },
    ]);
  });

  test('an ID that is a number has lost its digits, whatever it looks like', async () => {
    const bytes = await book((one) => {
      one.addWorksheet('名单').addRows([
        ['姓名', '身份证号'],
        ['虚构甲', Number(id)],
      ]);
    });
    expect(await rowsIn(bytes)).toEqual([
      { reasons: [{ column: 'documentNumber', why: 'document-lost' }] },
    ]);
  });

  test('a sheet of instructions in front and hidden sheets are passed over', async () => {
    const bytes = await book((one) => {
      one.addWorksheet('填写说明').addRow(['请按要求填写']);
      const hidden = one.addWorksheet('旧名单', { state: 'hidden' });
      hidden.addRows([
        ['姓名', '手机'],
        ['虚构旧', '17000000009'],
      ]);
      one.addWorksheet('名单').addRows([
        ['姓名', '手机'],
        ['虚构甲', '17000000001'],
      ]);
    });
    expect(await peopleIn(bytes)).toMatchObject([{ name: '虚构甲' }]);
  });

  test('a thousand rows with empty ones between and after them; one more is too many', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => [
        `虚构${String.fromCharCode(0x4e00 + i)}`,
        String(17000000000 + i),
      ]);
    const of = (count: number) =>
      book((one) => {
        const sheet = one.addWorksheet('名单');
        sheet.addRows([['姓名', '手机'], [], ...rows(count), [], ['', '']]);
      });
    expect(await rowsIn(await of(1000))).toHaveLength(1000);
    await expect(rowsIn(await of(1001))).rejects.toMatchObject({
      code: 'organisation.too-many-rows',
    });
  });

  test('rows are numbered as the program shows them', async () => {
    const bytes = await book((one) => {
      one.addWorksheet('名单').addRows([['名单'], ['姓名', '手机'], [], ['虚构甲', '1']]);
    });
    expect(linesOf(await gridOf(bytes)).lines.map((line) => line.number)).toEqual([4]);
  });
});

describe('what is no spreadsheet', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'the .xls of before 2007',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'file-unreadable',
    ],
    [
      'a page of HTML that calls itself .xls',
      Buffer.from('<html><table></table>'),
      'file-unreadable',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'file-unreadable'],
    [
      'an archive that is no workbook',
      Buffer.from('PK\u0003\u0004 and nothing'),
      'file-unreadable',
    ],
    ['a list without a header', Buffer.from('虚构甲,17000000001\r\n'), 'no-header'],
    ['nothing but a header’s half', Buffer.from('姓名,部门\r\n'), 'no-header'],
  ])('%s', async (_, bytes, code) => {
    await expect(rowsIn(bytes)).rejects.toMatchObject({ code: `organisation.${code}` });
  });

  test('an archive that says it unpacks to more than 64 MB is not unpacked', async () => {
    const bytes = Buffer.from(
      await book((one) => void one.addWorksheet('名单').addRow(['姓名', '手机'])),
    );
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(gridOf(bytes)).rejects.toMatchObject({ code: 'organisation.file-unreadable' });
  });
});
