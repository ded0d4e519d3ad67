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
