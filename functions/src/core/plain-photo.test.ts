import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aHeic, phoneJpeg, phonePng, plainJpeg, plainPng, TELLTALES } from '../../test/photos';
import { plainPhoto } from './plain-photo';

const found = (bytes: Uint8Array): string[] =>
  TELLTALES.filter((one) => Buffer.from(bytes).includes(one));

describe('what is kept of a photo (U9)', () => {
  test('the photos of the play really hold what must go', () => {
    expect(found(phoneJpeg())).toEqual([
      'GPSMARK',
      'MAKER-OF-PHONE',
      'ns.adobe.com',
      'Photoshop 3.0',
      'a comment',
      'MPF',
      'moving picture',
    ]);
    expect(found(phonePng())).toEqual([
      'GPSMARK',
      'MAKER-OF-PHONE',
      'ns.adobe.com',
      'moving picture',
      'tEXt',
      'eXIf',
      'iTXt',
      'zTXt',
      'tIME',
    ]);
  });

  test('of a JPEG: the picture, byte for byte, and nothing else', () => {
    expect(plainPhoto(phoneJpeg())).toEqual({ bytes: plainJpeg(), type: 'image/jpeg' });
  });

  test('of a PNG: the picture, byte for byte, and nothing else', () => {
    expect(plainPhoto(phonePng())).toEqual({ bytes: plainPng(), type: 'image/png' });
  });

  test('a photo taken sideways still says which side is up, and no more', () => {
    const { bytes } = plainPhoto(phoneJpeg({ orientation: 6 }))!;
    expect(found(bytes)).toEqual([]);
    const exif = Buffer.from(bytes).subarray(2, 38);
    expect(exif.toString('hex')).toBe(
      `ffe10022${Buffer.from('Exif\0\0').toString('hex')}4d4d002a0000000800010112000300000001000600000000` +
        '0000',
    );
    expect(plainPhoto(bytes)!.bytes).toEqual(bytes);
  });

  test('a preview inside JFIF goes', () => {
    const preview = Buffer.alloc(3 * 4, 7);
    const head = Buffer.from(plainJpeg().subarray(0, 20));
    head.writeUInt16BE(16 + preview.length, 4);
    [head[18], head[19]] = [2, 2];
    const jpeg = Buffer.concat([head, preview, plainJpeg().subarray(20)]);
    expect(plainPhoto(jpeg)!.bytes).toEqual(plainJpeg());
  });

  test.each([
    ['HEIC', aHeic()],
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('a photo, honestly')],
    ['a web page that calls itself JPEG', Buffer.from('\xff\xd8<script>', 'latin1')],
    ['half a JPEG', plainJpeg().subarray(0, 300)],
    ['half a PNG', plainPng().subarray(0, 100)],
    ['a JPEG without a picture', Buffer.from('ffd8ffd9', 'hex')],
    ['the signature of a PNG alone', plainPng().subarray(0, 8)],
  ])('%s is no photo', (_, bytes) => {
    expect(plainPhoto(bytes)).toBeUndefined();
  });

  test('four megabytes of Exif that promises 65,535 entries and has none are read within a second', () => {
    const liar = Buffer.from('ffe10012' + '457869660000' + '4d4d002a00000008' + 'ffff', 'hex');
    const long = Buffer.alloc(0xffff + 2, 0);
    Buffer.from('ffe1ffff' + '457869660000' + '4d4d002a00000008' + 'ffff', 'hex').copy(long);
    for (const segment of [liar, long]) {
      const count = Math.floor((4 * 1024 * 1024) / segment.length);
      const jpeg = Buffer.concat([
        plainJpeg().subarray(0, 2),
        ...Array.from({ length: count }, () => segment),
        plainJpeg().subarray(2),
      ]);
      const from = performance.now();
      expect(plainPhoto(jpeg)!.bytes).toEqual(plainJpeg());
      expect(performance.now() - from).toBeLessThan(1000);
    }
  });

  test('of two Exif segments the first says which side is up', () => {
    const exif = (up: 3 | 6) => plainPhoto(phoneJpeg({ orientation: up }))!.bytes.subarray(2, 38);
    const jpeg = Buffer.concat([
      plainJpeg().subarray(0, 2),
      exif(6),
      exif(3),
      plainJpeg().subarray(2),
    ]);
    expect(plainPhoto(jpeg)!.bytes).toEqual(plainPhoto(phoneJpeg({ orientation: 6 }))!.bytes);
  });

  test('whatever is done to the bytes: a photo or none, never an error, never longer than a turn', () => {
    const damaged = fc
      .tuple(fc.constantFrom(phoneJpeg(), phonePng()), fc.array(fc.tuple(fc.nat(900), fc.nat(255))))
      .map(([photo, changes]) => {
        const copy = Buffer.from(photo);
        for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
        return copy;
      });
    fc.assert(
      fc.property(damaged, (bytes) => {
        expect(plainPhoto(bytes)?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length + 36);
      }),
      { numRuns: 2000 },
    );
  });
});
