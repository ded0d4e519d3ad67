/** A place's poster (V4): an A4 sheet to be hung where people come in, read from two metres away. */
import { addressLine } from '@yimatong/shared/core/address';
import type { Instant } from '@yimatong/shared/core/day';
import { retention } from '@yimatong/shared/core/retention';
import { type Place, placeKindLabels } from '@yimatong/shared/place/contract';
import { posterLink } from '@yimatong/shared/place/poster-link';
import {
  drawQr,
  hasGlyph,
  type Line,
  LINE,
  MM,
  onPaper,
  QUIET,
  type Sheet,
  widthOf,
  wrapped,
  written,
} from '../core/paper';

const PAGE = { width: 210 * MM, left: 20 * MM } as const;
const INNER = PAGE.width - 2 * PAGE.left;
const ACCENT = '#0A5FB4';
const { days } = retention.passes;

interface Poster {
  readonly place: Place;
  readonly site: string;
  /** WeChat's own code, where there is one. */
  readonly wechatCode: Uint8Array | undefined;
  readonly madeAt: Instant;
}

/** Bytes of the PDF. */
export const posterOf = ({ place, site, wechatCode, madeAt }: Poster): Promise<Uint8Array> =>
  onPaper({ title: `一码通 ${writable(place.name)}`, madeOn: madeAt }, (sheet) => {
    let y = centred(sheet, 16 * MM, head);
    y = centred(sheet, y + 4 * MM, [nameOf(sheet, place.name)]);
    const where = `${placeKindLabels[place.kind].zh} · ${addressLine(place.address)}`;
    y = centred(
      sheet,
      y,
      wrapped(sheet, { text: writable(where), size: 11, colour: QUIET }, INNER),
    );
    y = drawCodes(sheet, y + 4 * MM, posterLink(site, place.id), wechatCode);
    written(
      sheet,
      PAGE.left,
      y + 6 * MM,
      advice.flatMap((line) => wrapped(sheet, line, INNER)),
    );
  });

const head: readonly Line[] = [
  { text: '一码通 健康码', size: 22, colour: ACCENT },
  { text: '扫码亮码 · 登记到达', size: 30 },
  { text: 'Scan to show your health code and record your arrival', size: 13, colour: QUIET },
];

/** A character that the face lacks is left to be written by hand. */
const writable = (text: string): string =>
  Array.from(text, (character) => (hasGlyph(character) ? character : '＿')).join('');

/** As large as fits on a line. */
function nameOf(sheet: Sheet, name: string): Line {
  const line = { text: writable(name), size: 26 };
  const width = widthOf(sheet, line);
  return width <= INNER ? line : { ...line, size: Math.max(11, (26 * INNER) / width) };
}

function centred(sheet: Sheet, top: number, lines: readonly Line[]): number {
  return lines.reduce(
    (y, line) => written(sheet, (PAGE.width - widthOf(sheet, line)) / 2, y, [line]),
    top,
  );
}

const forEverybody = ['微信、支付宝、浏览器扫码', 'WeChat, Alipay, any browser'] as const;
const forWechat = ['微信扫码', 'WeChat'] as const;

/** One large code, or the link's and WeChat's side by side. */
function drawCodes(sheet: Sheet, top: number, link: string, picture: Uint8Array | undefined) {
  const side = (picture ? 80 : 100) * MM;
  const gap = picture ? INNER - 2 * side : 0;
  const left = picture ? PAGE.left : (PAGE.width - side) / 2;
  drawQr(sheet, [link, 'Byte'], left, top, side);
  sheet.rect(left, top, side, side).lineWidth(0.5).stroke(LINE);
  captioned(sheet, left + side / 2, top + side + 2 * MM, forEverybody);
  if (picture) {
    const right = left + side + gap;
    const inset = 5 * MM;
    const fit = side - 2 * inset;
    sheet.image(Buffer.from(picture), right + inset, top + inset, { width: fit, height: fit });
    sheet.rect(right, top, side, side).lineWidth(0.5).stroke(LINE);
    captioned(sheet, right + side / 2, top + side + 2 * MM, forWechat);
  }
  return top + side + 14 * MM;
}

function captioned(sheet: Sheet, middle: number, top: number, [zh, en]: readonly [string, string]) {
  const lines: Line[] = [
    { text: zh, size: 12 },
    { text: en, size: 9, colour: QUIET },
  ];
  lines.reduce((y, line) => written(sheet, middle - widthOf(sheet, line) / 2, y, [line]), top);
}

const advice: readonly Line[] = [
  { text: '1. 用手机扫上面的码，打开一码通，屏幕显示您的健康码颜色和时间。', size: 13 },
  { text: '2. 同行的家人可以一起登记；没有手机的，请出示纸质卡或证件。', size: 13 },
  { text: '3. 请把手机给值守人员查看；值守人员扫您的码才算查验。', size: 13 },
  { text: '1. Scan the code: the app opens and shows your colour and the time.', size: 10 },
  {
    text: '2. Relatives with you can be recorded together; without a phone, show the card or a document.',
    size: 10,
  },
  { text: '3. Show the screen to the guard. Only a scan by the guard is a check.', size: 10 },
  { text: '', size: 5 },
  {
    text: `登记内容：姓名、时间、地点、颜色，以及位置是否相符（不保存您的位置）。保存 ${String(days)} 天后自动删除，可在一码通的我的记录里查看。`,
    size: 9,
    colour: QUIET,
  },
  {
    text: `Recorded: who, when, where, the colour, and whether the location agrees (the location itself is not kept). Deleted after ${String(days)} days; see My records.`,
    size: 8,
    colour: QUIET,
  },
];
