/** Files as Excel, WPS and registrars' offices really write them. */
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { describe, expect, test } from '@jest/globals';
import { checkCharacterOf } from '@yimatong/shared/core/person';
import { rowOf } from '@yimatong/shared/organisation/row';
import { linesOf, peopleGridOf as gridOf } from './importing';

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

/** A sheet of two rows with something done to the XML of its sheet and its workbook. */
async function forged(
  ofSheet: (xml: string) => string,
  ofWorkbook: (xml: string) => string = (xml) => xml,
): Promise<Buffer> {
  const archive = await JSZip.loadAsync(
    await book(
      (one) =>
        void one.addWorksheet('名单').addRows([
          ['姓名', '手机', '入职日期'],
          ['虚构甲', '17000000001', new Date('2020-03-01')],
        ]),
    ),
  );
  for (const [name, change] of [
    ['xl/worksheets/sheet1.xml', ofSheet],
    ['xl/workbook.xml', ofWorkbook],
  ] as const)
    archive.file(name, change(await archive.file(name)!.async('string')));
  const compressionOptions = { level: 9 };
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions });
}
const behind = (xml: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `</sheetData>${xml}`);
const withRows = (xml: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `${xml}</sheetData>`);
const merged = (...ranges: string[]) =>
  behind(`<mergeCells>${ranges.map((one) => `<mergeCell ref="${one}"/>`).join('')}</mergeCells>`);
const manyRanges = Array.from({ length: 100_000 }, () => 'A1:XFD1048576');

const within = async <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  try {
    return await work();
  } finally {
    expect(performance.now() - from).toBeLessThan(milliseconds);
  }
};

describe('a workbook of a few kilobytes that stands for millions of cells', () => {
  const validation = (sqref: string) =>
    behind(`<dataValidations><dataValidation type="list" sqref="${sqref}"/></dataValidations>`);
  test.each<[string, (xml: string) => string]>([
    ['a choice offered over whole columns', validation('A1:Z1048576')],
    ['cells merged to the last column', merged('D1:XFD1000')],
    ['cells merged over everything, from an empty one', merged('D1:XFD1048576')],
    [
      'two million columns',
      (xml) =>
        xml.replace(
          '<sheetData>',
          '<cols><col min="1" max="2000000" width="9"/></cols><sheetData>',
        ),
    ],
    [
      'a row at the end of the sheet',
      withRows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    ],
    ['a cell in the last column', withRows('<row r="5"><c r="XFD5"><v>1</v></c></row>')],
    [
      'a format over everything',
      behind(
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
      ),
    ],
  ])('%s: its people are read within a second', async (_, change) => {
    const bytes = await forged(change);
    expect(await within(1000, () => peopleIn(bytes))).toEqual([
      { name: '虚构甲', phone: '+8617000000001' },
    ]);
  });

  test('a name for everything: its people are read within a second', async () => {
    const bytes = await forged(
      (xml) => xml,
      (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="n">名单!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    );
    expect(await within(1000, () => peopleIn(bytes))).toHaveLength(1);
  });

  test.each<[string, (xml: string) => string]>([
    [
      'a row beyond the end of any sheet',
      withRows('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'),
    ],
    [
      'a column beyond the end of any sheet',
      withRows('<row r="5"><c r="ZZZZZ5"><v>1</v></c></row>'),
    ],
    ['merged cells that are none', merged('everything')],
    ['the same cells merged a hundred thousand times', merged(...manyRanges)],
    ['150 MB of nothing', behind(`<x>${' '.repeat(150 * 1024 * 1024)}</x>`)],
  ])('%s is refused within a second', async (_, change) => {
    const bytes = await forged(change);
    await within(1000, () =>
      expect(gridOf(bytes)).rejects.toMatchObject({ code: 'core.file-unreadable' }),
    );
  });

  test('an archive whose directory says little and holds 150 MB is refused within a second', async () => {
    const bytes = await forged(behind(`<x>${' '.repeat(150 * 1024 * 1024)}</x>`));
    const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
    for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 4))
      bytes.writeUInt32LE(1000, at + 24);
    await within(1000, () =>
      expect(gridOf(bytes)).rejects.toMatchObject({ code: 'core.file-unreadable' }),
    );
  });

  test('as many cells as are unpacked are read before anybody gives up waiting', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(500)}</row>`;
    const bytes = await forged(withRows(row.repeat(1000)));
    expect(await within(3000, () => gridOf(bytes))).toHaveLength(1002);
  });

  test.each(['1e300', '-1e300', 'abc', '99999999999', ''])(
    'a date that is %p is no reason to fail',
    async (value) => {
      const bytes = await forged((xml) =>
        xml.replace(/(<c r="C2"[^>]*>)<v>[^<]*<\/v>/, `$1<v>${value}</v>`),
      );
      expect(await peopleIn(bytes)).toEqual([{ name: '虚构甲', phone: '+8617000000001' }]);
    },
  );

  test('a file outside is not fetched by the name of an entity', async () => {
    const bytes = await forged((xml) =>
      withRows('<row r="3"><c r="A3" t="inlineStr"><is><t>&a;</t></is></c></row>')(
        xml.replace(/\?>/, '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      ),
    );
    await expect(gridOf(bytes)).rejects.toMatchObject({ code: 'core.file-unreadable' });
  });
});

describe('what is no spreadsheet', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'the .xls of before 2007',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'core.file-unreadable',
    ],
    [
      'a page of HTML that calls itself .xls',
      Buffer.from('<html><table></table>'),
      'core.file-unreadable',
    ],
    ['a PDF', Buffer.from('%PDF-1.4\n姓名,手机\n'), 'core.file-unreadable'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'core.file-unreadable'],
    [
      'an archive that is no workbook',
      Buffer.from('PK\u0003\u0004 and nothing'),
      'core.file-unreadable',
    ],
    ['a list without a header', Buffer.from('虚构甲,17000000001\r\n'), 'organisation.no-header'],
    ['nothing but a header’s half', Buffer.from('姓名,部门\r\n'), 'organisation.no-header'],
  ])('%s', async (_, bytes, code) => {
    await expect(rowsIn(bytes)).rejects.toMatchObject({ code });
  });

  test('an archive that says of a sheet what is not so is not read', async () => {
    const bytes = Buffer.from(
      await book((one) => void one.addWorksheet('名单').addRow(['姓名', '手机'])),
    );
    const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(gridOf(bytes)).rejects.toMatchObject({ code: 'core.file-unreadable' });
  });
});
