/** Photos of a play: small, whole, and full of what must not be kept. */
import { crc32 } from 'node:zlib';

/** 24 × 16 pixels, as a browser's canvas wrote them. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAQF/8QAIBEAAgAEBwAAAAAAAAAAAAAAABEBBAUUEiEiMUFRYf/aAAwDAQACEQMRAD8AtsWBFPp9ni1NrhbP2PYSamrhZJABTBn/2Q==',
  'base64',
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAAQUlEQVR4AezRMQ4AIAgDwIZRH+kH3eR/9Qd0MIalJN0IJNfgAauMlXxJ4PP4gQQ2kSaaO1FFXhAL7kAAASbqJ7oAAAD//xY7OJYAAAAGSURBVAMAU6lCwZdfcmwAAAAASUVORK5CYII=',
  'base64',
);
/** The plain pictures, for comparing. */
export const plainJpeg = (): Buffer => Buffer.from(jpeg);
export const plainPng = (): Buffer => Buffer.from(png);

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Words that only metadata hold: none of them may be found in what is kept. */
export const TELLTALES = [
  'GPSMARK',
  'MAKER-OF-PHONE',
  'ns.adobe.com',
  'Photoshop 3.0',
  'a comment',
  'MPF',
  'moving picture',
  'tEXt',
  'eXIf',
  'iTXt',
  'zTXt',
  'tIME',
];

type Entry = readonly [tag: number, type: number, count: number, value: number];
/** Big-endian TIFF with a maker's name, an orientation, and a GPS directory at 20°02′ N, 110°20′ E. */
function exif(orientation: number): Buffer {
  const directory = (entries: readonly Entry[], at: number): Buffer => {
    const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
    bytes.writeUInt16BE(entries.length, 0);
    entries.forEach(([tag, type, count, value], i) => {
      const entry = 2 + i * 12;
      bytes.writeUInt16BE(tag, entry);
      bytes.writeUInt16BE(type, entry + 2);
      bytes.writeUInt32BE(count, entry + 4);
      if (type === 3) bytes.writeUInt16BE(value, entry + 8);
      else bytes.writeUInt32BE(value, entry + 8);
    });
    if (at < 0) throw new Error('before the file');
    return bytes;
  };
  const FIRST = 8;
  const GPS = FIRST + 2 + 3 * 12 + 4;
  const DATA = GPS + 2 + 3 * 12 + 4;
  const latitude = Buffer.alloc(24);
  [20, 1, 2, 1, 0, 1].forEach((one, i) => latitude.writeUInt32BE(one, i * 4));
  const longitude = Buffer.alloc(24);
  [110, 1, 20, 1, 0, 1].forEach((one, i) => longitude.writeUInt32BE(one, i * 4));
  const mark = Buffer.from('GPSMARK\0');
  const maker = Buffer.from('MAKER-OF-PHONE\0\0');
  return Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    directory(
      [
        [0x010f, 2, maker.length, DATA + 56],
        [0x0112, 3, 1, orientation],
        [0x8825, 4, 1, GPS],
      ],
      FIRST,
    ),
    directory(
      [
        [0x0002, 5, 3, DATA],
        [0x0004, 5, 3, DATA + 24],
        [0x001b, 7, mark.length, DATA + 48],
      ],
      GPS,
    ),
    latitude,
    longitude,
    mark,
    maker,
  ]);
}

/** As a phone takes it: Exif with GPS, XMP in two parts, IPTC, a comment, a second picture's index, a film behind its end. */
export const phoneJpeg = ({ orientation = 1 } = {}): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 20), // start and JFIF
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSMARK</x:xmpmeta>')),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xmp/extension/\0GPSMARK')),
    segment(0xe2, Buffer.from('MPF\0GPSMARK')),
    segment(0xed, Buffer.from('Photoshop 3.0\x008BIM GPSMARK')),
    segment(0xfe, Buffer.from('a comment of GPSMARK')),
    jpeg.subarray(20),
    Buffer.from('moving picture GPSMARK'),
  ]);

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A screenshot with all that PNG can tell, and something behind its end. */
export const phonePng = (): Buffer =>
  Buffer.concat([
    png.subarray(0, 33), // signature and IHDR
    chunk('tIME', Buffer.from('07e4030108001e', 'hex')),
    chunk('tEXt', Buffer.from('Author\0GPSMARK')),
    chunk('zTXt', Buffer.from('Comment\0\0GPSMARK')),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0http://ns.adobe.com/ GPSMARK')),
    chunk('eXIf', exif(1)),
    chunk('prVt', Buffer.from('GPSMARK')),
    png.subarray(33),
    Buffer.from('moving picture GPSMARK'),
  ]);

/** What an iPhone saves by default: not for every phone to show. */
export const aHeic = (): Buffer =>
  Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heic'), png]);
