/**
 * A photo with nothing in it but the picture (U9). What draws the picture is let through and everything else is left
 * behind: where and when it was taken and with which phone (Exif, XMP, IPTC), comments, previews, profiles, and whatever
 * follows its end (a phone's moving picture, a second photo). Of Exif one number is written anew: which side is up.
 *
 * Sources: ITU-T T.81 annex B, Exif 2.32 §4.5, PNG (third edition) §5. A list of what is taken away would miss what
 * the next phone adds; a list of what is kept does not.
 */
import type { PhotoType } from '@yimatong/shared/core/photo';

/** Undefined for what is no whole JPEG or PNG: its content says what it is, not its name. */
export function plainPhoto(bytes: Uint8Array): { bytes: Uint8Array; type: PhotoType } | undefined {
  const photo = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [type, kept] = photo.subarray(0, 8).equals(PNG_SIGNATURE)
    ? (['image/png', plainPng(photo)] as const)
    : (['image/jpeg', plainJpeg(photo)] as const);
  return kept && { bytes: Buffer.concat(kept), type };
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** The picture, its colours and its transparency. Frames of a moving picture are not among them. */
const PNG_CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND'];
/** Length before, checksum behind. */
const CHUNK_FRAME_BYTES = 12;

function plainPng(png: Buffer): Buffer[] | undefined {
  const kept: Buffer[] = [PNG_SIGNATURE];
  let hasPicture = false;
  for (let at = PNG_SIGNATURE.length; at + CHUNK_FRAME_BYTES <= png.length;) {
    const end = at + CHUNK_FRAME_BYTES + png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const isFirst = kept.length === 1;
    if (end > png.length || isFirst !== (name === 'IHDR')) return undefined;
    if (PNG_CHUNKS.includes(name)) kept.push(png.subarray(at, end));
    hasPicture ||= name === 'IDAT';
    if (name === 'IEND') return hasPicture ? kept : undefined;
    at = end;
  }
  return undefined;
}

const SOI = Buffer.from('ffd8', 'hex');
const EOI = Buffer.from('ffd9', 'hex');
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Frames (C0–CF, with their Huffman and arithmetic tables), the end, scans, quantisation, lines, restarts. */
const isDrawing = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= SOS && marker <= 0xdd);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function plainJpeg(jpeg: Buffer): Buffer[] | undefined {
  if (!jpeg.subarray(0, 2).equals(SOI)) return undefined;
  const kept: Buffer[] = [];
  let [hasFrame, hasScan] = [false, false];
  let orientation: number | undefined;
  for (let at = SOI.length; at + 2 <= jpeg.length;) {
    if (jpeg[at] !== 0xff) return undefined;
    const marker = jpeg[at + 1]!;
    // A marker may be preceded by any number of 0xFF.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9)
      return hasFrame && hasScan ? [SOI, ...upright(orientation ?? 1), ...kept, EOI] : undefined;
    const length = at + 4 <= jpeg.length ? jpeg.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > jpeg.length) return undefined;
    const segment = jpeg.subarray(at, end);
    if (marker === APP1) orientation ??= orientationIn(segment);
    hasFrame ||= isFrame(marker);
    hasScan ||= marker === SOS;
    const drawn = marker === SOS ? endOfScan(jpeg, end) : end;
    kept.push(...drawingPart(marker, jpeg.subarray(at, drawn)));
    at = drawn;
  }
  return undefined;
}

function drawingPart(marker: number, segment: Buffer): Buffer[] {
  if (isDrawing(marker)) return [segment];
  // Density without its preview: the length of what is left is 16.
  if (marker === APP0 && textAt(segment, 4, 'JFIF\0') && segment.length >= 18)
    return [Buffer.from('ffe00010', 'hex'), segment.subarray(4, 16), Buffer.from([0, 0])];
  // How the colours are to be read.
  if (marker === APP14 && textAt(segment, 4, 'Adobe') && segment.length >= 16)
    return [Buffer.from('ffee000e', 'hex'), segment.subarray(4, 16)];
  return [];
}

/** Data of a scan go on to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at !== -1; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0;
    const goesOn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!goesOn) return at;
  }
  return jpeg.length;
}

const textAt = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

const ORIENTATION = 0x0112;
const TIFF_AT = 10;

const ENTRY_BYTES = 12;

/** 1 to 8, from the first directory of Exif, 1 where it does not say; undefined where this is no Exif. */
function orientationIn(app1: Buffer): number | undefined {
  if (!textAt(app1, 4, 'Exif\0\0')) return undefined;
  const tiff = app1.subarray(TIFF_AT);
  const isLittle = textAt(tiff, 0, 'II');
  const number = (at: number, size: 2 | 4): number => {
    if (at + size > tiff.length) return 0;
    return isLittle ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size);
  };
  const first = number(4, 4) + 2;
  // A directory may name more entries than there are.
  const end = Math.min(first + number(first - 2, 2) * ENTRY_BYTES, tiff.length);
  for (let entry = first; entry < end; entry += ENTRY_BYTES) {
    const turned = number(entry + 8, 2);
    if (number(entry, 2) === ORIENTATION) return turned >= 1 && turned <= 8 ? turned : 1;
  }
  return 1;
}

/** Exif that says which side is up and nothing else; none where the picture stands as it is. */
const upright = (orientation: number): Buffer[] =>
  orientation === 1
    ? []
    : [
        Buffer.from('ffe10022' + '457869660000' + '4d4d002a00000008' + '0001', 'hex'),
        Buffer.from(`0112000300000001000${String(orientation)}0000` + '00000000', 'hex'),
      ];
