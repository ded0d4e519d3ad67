/**
 * Sheets of paper (PDF, A4) in Chinese and English. Fonts are embedded as far as they are used: Noto Sans SC
 * (OFL 1.1), from `FONTS_IN`, a folder. QRs are drawn, they are no pictures.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
// @ts-expect-error -- the package has no types
import { toSfnt as unpacked } from 'woff2sfnt-sfnt2woff';
import { env } from './env';

const toSfnt = unpacked as (woff: Uint8Array) => Buffer;

/** PDF points of a millimetre. */
export const MM = 72 / 25.4;
const INK = '#14202B';
export const QUIET = '#55636F';
export const LINE = '#D9E0E6';
const QUIET_MODULES = 4;

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

export type Sheet = PDFKit.PDFDocument;
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour?: string;
}

/** Bytes of one A4 page. */
export function onPaper(
  { title, madeOn }: { readonly title: string; readonly madeOn: string },
  draw: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 20 * MM,
    font: '', // none of PDF's own: they know no Chinese
    info: { Title: title, CreationDate: new Date(madeOn) },
  });
  sheet.registerFont('zh', font('zh')).registerFont('en', font('en'));
  const chunks: Buffer[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.on('end', () => resolve(Buffer.concat(chunks)));
    sheet.on('error', reject);
  });
  draw(sheet);
  sheet.end();
  return finished;
}

/** Modules black on what lies under it, with the quiet zone inside `side`. */
export function drawQr(
  sheet: Sheet,
  [text, mode]: readonly [text: string, mode: 'Alphanumeric' | 'Byte'],
  left: number,
  top: number,
  side: number,
): void {
  const matrix = qrcode(0, 'M');
  matrix.addData(text, mode);
  matrix.make();
  const count = matrix.getModuleCount();
  const module = side / (count + 2 * QUIET_MODULES);
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

/** Latin and Chinese in turn, each in its half of the face. */
const runsOf = (text: string): string[] => text.match(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g) ?? [];
const inFace = (sheet: Sheet, run: string, size: number): Sheet =>
  sheet.font(/^[\u0020-\u007e]/.test(run) ? 'en' : 'zh').fontSize(size);

/** Lines one under another; answers where the next would be. */
export function written(sheet: Sheet, left: number, top: number, lines: readonly Line[]): number {
  let y = top;
  for (const { text, size, colour = INK } of lines) {
    let x = left;
    for (const run of runsOf(text)) {
      inFace(sheet, run, size).fill(colour);
      sheet.text(run, x, y, { lineBreak: false, baseline: 'top' });
      x += sheet.widthOfString(run);
    }
    y += size * 1.5;
  }
  return y;
}

export const widthOf = (sheet: Sheet, { text, size }: Line): number =>
  runsOf(text).reduce((sum, run) => sum + inFace(sheet, run, size).widthOfString(run), 0);

/** A line as several, none wider than `width`: between words, and between any two Chinese characters. */
export function wrapped(sheet: Sheet, line: Line, width: number): Line[] {
  const lines: string[] = [''];
  for (const piece of line.text.match(/[\u0021-\u007e]+ ?| |[^\u0020-\u007e]/g) ?? []) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (widthOf(sheet, { ...line, text: longer.trimEnd() }) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((text) => ({ ...line, text: text.trimEnd() }));
}

let face: Font | undefined;
/** Whether the face can write the character. */
export function hasGlyph(character: string): boolean {
  if (/[\u0020-\u007e]/.test(character)) return true;
  face ??= create(font('zh')) as Font;
  return face.hasGlyphForCodePoint(character.codePointAt(0)!);
}
