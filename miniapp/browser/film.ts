/**
 * A film for Chromium's fake camera: QR codes held before it, one after another, as uncompressed Y4M. Chromium plays it
 * over and over: `--use-fake-ui-for-media-stream --use-fake-device-for-media-stream --use-file-for-fake-video-capture=<file>`.
 */
import { writeFileSync } from 'node:fs';
import qrcode from 'qrcode-generator';

/** A square picture, a byte of light a pixel, row by row. */
export interface Picture {
  readonly side: number;
  readonly light: readonly number[];
}

export interface Scene {
  /** What the QR holds; without it, and without a picture, the camera sees grey. */
  readonly text?: string;
  /** A QR as another screen really shows it. */
  readonly picture?: Picture;
  readonly seconds: number;
}

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_A_SECOND = 5;
/** Video levels: black 16, white 235, no colour 128. */
const [BLACK, WHITE, NEUTRAL, GREY] = [16, 235, 128, 90];
const QUIET_MODULES = 4;

export function film(file: string, scenes: readonly Scene[]): void {
  const header = Buffer.from(
    `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`,
  );
  const frames = scenes.flatMap((scene) =>
    Array<Buffer>(Math.ceil(scene.seconds * FRAMES_A_SECOND)).fill(frameOf(scene)),
  );
  writeFileSync(file, Buffer.concat([header, ...frames]));
}

const FRAME = Buffer.from('FRAME\n');
const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, NEUTRAL);

function frameOf({ text, picture }: Scene): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, GREY);
  if (text !== undefined) drawn(light, text);
  if (picture !== undefined) held(light, picture);
  return Buffer.concat([FRAME, light, colourless]);
}

function drawn(light: Buffer, text: string): void {
  const code = qrcode(0, 'M');
  code.addData(text, /^[0-9A-Z $%*+\-./:]*$/.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const modules = code.getModuleCount() + 2 * QUIET_MODULES;
  const side = Math.floor(HEIGHT / modules);
  const [left, top] = [(WIDTH - side * modules) >> 1, (HEIGHT - side * modules) >> 1];
  const isDark = (row: number, column: number): boolean =>
    row >= 0 &&
    column >= 0 &&
    row < code.getModuleCount() &&
    column < code.getModuleCount() &&
    code.isDark(row, column);
  for (let y = 0; y < side * modules; y += 1) {
    for (let x = 0; x < side * modules; x += 1) {
      const [row, column] = [y, x].map((at) => Math.floor(at / side) - QUIET_MODULES);
      light[(top + y) * WIDTH + left + x] = isDark(row!, column!) ? BLACK : WHITE;
    }
  }
}

/** In the middle of what the camera sees, from full range to video range. */
function held(light: Buffer, { side, light: picture }: Picture): void {
  const [left, top] = [(WIDTH - side) >> 1, (HEIGHT - side) >> 1];
  picture.forEach((value, i) => {
    const at = (top + Math.floor(i / side)) * WIDTH + left + (i % side);
    light[at] = BLACK + Math.round((value / 255) * (WHITE - BLACK));
  });
}
