/**
 * The card on an A4 sheet (PDF): ID-1 in size (ISO/IEC 7810, 85.6 × 54 mm), to be cut out. The QR is drawn, not a
 * picture. Fonts are embedded as far as they are used: Noto Sans SC (OFL 1.1), from `FONTS_IN`, a folder.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Card } from '@yimatong/shared/card/contract';
import { CARD_DAYS } from '@yimatong/shared/code/card-in-force';
import { cardText, groupedNumber } from '@yimatong/shared/code/card-number';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
// @ts-expect-error -- the package has no types
import { toSfnt as unpacked } from 'woff2sfnt-sfnt2woff';
import { env } from '../core/env';

const toSfnt = unpacked as (woff: Uint8Array) => Buffer;

/** PDF points of a millimetre. */
const MM = 72 / 25.4;
const CARD = { left: 20 * MM, top: 20 * MM, width: 85.6 * MM, height: 54 * MM } as const;
const QR_SIDE = 32 * MM;
const QUIET_MODULES = 4;
const INK = '#14202B';
const QUIET = '#55636F';
const LINE = '#D9E0E6';

/** Fontsource cuts the face in two: what is Chinese, and Latin letters with digits. */
const files = {
  zh: 'noto-sans-sc-chinese-simplified-400-normal.woff',
  en: 'noto-sans-sc-latin-400-normal.woff',
};
let fonts: Record<keyof typeof files, Buffer> | undefined;
const font = (name: keyof typeof files): Buffer => {
  // Unpacked once: fontkit would unpack the whole face again for each character.
  const read = (file: string) => toSfnt(readFileSync(path.join(env('FONTS_IN'), file)));
  fonts ??= { zh: read(files.zh), en: read(files.en) };
  return fonts[name];
};

type Sheet = PDFKit.PDFDocument;
interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
}

/** Bytes of the PDF. */
export async function sheetOf(card: Card): Promise<Uint8Array> {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 20 * MM,
    font: '', // none of PDF's own: they know no Chinese
    info: { Title: '健康码纸质卡 Health code card', CreationDate: new Date(card.issuedOn) },
  });
  sheet.registerFont('zh', font('zh')).registerFont('en', font('en'));
  const chunks: Buffer[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.on('end', () => resolve(Buffer.concat(chunks)));
    sheet.on('error', reject);
  });
  drawCard(sheet, card);
  drawAdvice(sheet);
  sheet.end();
  return finished;
}

function drawCard(sheet: Sheet, card: Card): void {
  const { left, top, width, height } = CARD;
  sheet
    .roundedRect(left, top, width, height, 3 * MM)
    .lineWidth(0.5)
    .stroke(LINE);
  cutMarks(sheet);
  drawQr(sheet, cardText(card.number), left + 3 * MM, top + 13 * MM);

  const right = left + 3 * MM + QR_SIDE + 3 * MM;
  written(sheet, left + 4 * MM, top + 3.5 * MM, [
    { text: '健康码纸质卡  Health code card', size: 11 },
  ]);
  written(sheet, right, top + 14 * MM, [
    { text: `姓名 ${nameOn(card)}`, size: 10 },
    { text: `证件尾号 ${card.documentTail}`, size: 10 },
    { text: `有效至 ${card.validUntil}`, size: 10 },
    { text: `Valid until ${card.validUntil}`, size: 7, colour: QUIET },
    { text: groupedNumber(card.number), size: 9 },
    { text: '须联网查验，并核对证件', size: 7, colour: QUIET },
    { text: 'Look up online; compare document', size: 7, colour: QUIET },
  ]);
}

/** A name with a character that the font lacks is left to be written by hand. */
const nameOn = ({ maskedName }: Card): string =>
  Array.from(maskedName).every(hasGlyph) ? maskedName : '____________';

function drawQr(sheet: Sheet, text: string, left: number, top: number): void {
  const matrix = qrcode(0, 'M');
  matrix.addData(text, 'Alphanumeric');
  matrix.make();
  const count = matrix.getModuleCount();
  const module = QR_SIDE / (count + 2 * QUIET_MODULES);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (matrix.isDark(row, column))
        sheet.rect(
          left + (column + QUIET_MODULES) * module,
          top + (row + QUIET_MODULES) * module,
          module,
          module,
        );
    }
  }
  sheet.fill('#000000');
}

/** Where to put the scissors: at each corner, outside the card. */
function cutMarks(sheet: Sheet): void {
  const { left, top, width, height } = CARD;
  const long = 4 * MM;
  for (const [x, sideX] of [
    [left, -1],
    [left + width, 1],
  ] as const) {
    for (const [y, sideY] of [
      [top, -1],
      [top + height, 1],
    ] as const) {
      sheet.moveTo(x + sideX * MM, y).lineTo(x + sideX * (MM + long), y);
      sheet.moveTo(x, y + sideY * MM).lineTo(x, y + sideY * (MM + long));
    }
  }
  sheet.lineWidth(0.3).stroke(QUIET);
}

const advice: readonly Line[] = [
  { text: '怎样使用', size: 12 },
  { text: '1. 沿裁切线剪下，随身携带，并带上本人证件。', size: 10 },
  { text: '2. 过卡口时把卡交给值守人员扫码；颜色由系统当场查得，卡上不显示。', size: 10 },
  { text: '3. 每天的健康打卡仍须完成，可请家人在一码通里代办。', size: 10 },
  {
    text: `4. 卡片 ${String(CARD_DAYS)} 天有效。遗失请尽快在一码通挂失，或拨打 12345；挂失后旧卡立即失效。`,
    size: 10,
  },
  { text: '', size: 6 },
  { text: 'How to use it', size: 12 },
  { text: '1. Cut it out and carry it with your identity document.', size: 9 },
  {
    text: '2. Hand it to the guard to be scanned. The colour is looked up there and then; the card shows none.',
    size: 9,
  },
  { text: '3. The daily check-in is still needed; a relative can do it in the app.', size: 9 },
  {
    text: `4. It is good for ${String(CARD_DAYS)} days. If it is lost, report it in the app or call 12345: it ends at once.`,
    size: 9,
  },
];

const drawAdvice = (sheet: Sheet): void =>
  written(sheet, CARD.left, CARD.top + CARD.height + 14 * MM, advice);

/** Lines one under another; Latin and Chinese in turn, each in its half of the face. */
function written(sheet: Sheet, left: number, top: number, lines: readonly Line[]): void {
  let y = top;
  for (const { text, size, colour = INK } of lines) {
    let x = left;
    for (const run of text.match(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g) ?? []) {
      sheet
        .font(/^[\u0020-\u007e]/.test(run) ? 'en' : 'zh')
        .fontSize(size)
        .fill(colour);
      sheet.text(run, x, y, { lineBreak: false, baseline: 'top' });
      x += sheet.widthOfString(run);
    }
    y += size * 1.5;
  }
}

let face: Font | undefined;
/** Whether the face can write the character. */
function hasGlyph(character: string): boolean {
  if (/[\u0020-\u007e]/.test(character)) return true;
  face ??= create(font('zh')) as Font;
  return face.hasGlyphForCodePoint(character.codePointAt(0)!);
}
