/**
 * The card on an A4 sheet (PDF): ID-1 in size (ISO/IEC 7810, 85.6 × 54 mm), to be cut out.
 */
import type { Card } from '@yimatong/shared/card/contract';
import { CARD_DAYS } from '@yimatong/shared/code/card-in-force';
import { cardText, groupedNumber } from '@yimatong/shared/code/card-number';
import {
  drawQr,
  hasGlyph,
  type Line,
  LINE,
  MM,
  onPaper,
  QUIET,
  type Sheet,
  written,
} from '../core/paper';

const CARD = { left: 20 * MM, top: 20 * MM, width: 85.6 * MM, height: 54 * MM } as const;
const QR_SIDE = 32 * MM;

/** Bytes of the PDF. */
export const sheetOf = (card: Card): Promise<Uint8Array> =>
  onPaper({ title: '健康码纸质卡 Health code card', madeOn: card.issuedOn }, (sheet) => {
    drawCard(sheet, card);
    drawAdvice(sheet);
  });

function drawCard(sheet: Sheet, card: Card): void {
  const { left, top, width, height } = CARD;
  sheet
    .roundedRect(left, top, width, height, 3 * MM)
    .lineWidth(0.5)
    .stroke(LINE);
  cutMarks(sheet);
  drawQr(sheet, [cardText(card.number), 'Alphanumeric'], left + 3 * MM, top + 13 * MM, QR_SIDE);

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

function drawAdvice(sheet: Sheet): void {
  written(sheet, CARD.left, CARD.top + CARD.height + 14 * MM, advice);
}
