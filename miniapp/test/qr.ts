/** Reads the QR as it stands on a phone's screen: its picture, not the text that it was made from. */
import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const PIXELS_PER_MODULE = 4;

/** The text of an SVG data URI as `core/qr.tsx` draws it. */
export async function textOfPicture(src: unknown): Promise<string> {
  if (typeof src !== 'string' || !src.startsWith('data:image/svg+xml,'))
    throw new Error(`not a picture of ours: ${String(src).slice(0, 60)}`);
  const svg = decodeURIComponent(src.slice(src.indexOf(',') + 1));
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const dark = Array.from(svg.matchAll(/M(\d+) (\d+)h(\d+)v1h/g), ([, x, y, length]) => ({
    x: Number(x),
    y: Number(y),
    length: Number(length),
  }));
  prepareZXingModule({
    overrides: { wasmBinary: bytesOf(require.resolve('zxing-wasm/reader/zxing_reader.wasm')) },
  });
  const [found] = await readBarcodes(bitmapOf(side, dark), { formats: ['QRCode'] });
  if (found === undefined) throw new Error('there is no QR code in the picture');
  return found.text;
}

function bytesOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** A PGM: grey, one byte a pixel. */
function bitmapOf(side: number, dark: readonly { x: number; y: number; length: number }[]) {
  const width = side * PIXELS_PER_MODULE;
  const pixels = Buffer.alloc(width * width, 0xff);
  for (const { x, y, length } of dark) {
    for (let row = 0; row < PIXELS_PER_MODULE; row += 1) {
      const from = (y * PIXELS_PER_MODULE + row) * width + x * PIXELS_PER_MODULE;
      pixels.fill(0, from, from + length * PIXELS_PER_MODULE);
    }
  }
  return new Uint8Array(Buffer.concat([Buffer.from(`P5 ${width} ${width} 255\n`), pixels]));
}
