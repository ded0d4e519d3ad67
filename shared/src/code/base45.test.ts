import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { base45, bytesOfBase45, isBase45 } from './base45';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('RFC 9285, section 4: its own examples', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('%p is %p', (plain, encoded) => {
    expect(base45(utf8(plain))).toBe(encoded);
    expect(bytesOfBase45(encoded)).toEqual(utf8(plain));
  });
});

describe('what no encoder writes', () => {
  test.each([
    ['GGW', '65,536 in three characters (the example of section 6)'],
    [':::', 'the largest three characters'],
    ['::', 'more than a byte in two characters'],
    ['V5', '256 in two characters'],
    ['A', 'one character is no byte'],
    ['BB8B', 'four characters'],
    ['bb8', 'lower case'],
    ['BB_', 'a foreign character'],
    ['BBé', 'a letter outside ASCII'],
  ])('%p: %s', (text) => {
    expect(bytesOfBase45(text)).toBeUndefined();
  });

  test.each([
    ['FGW', [255, 255]],
    ['U5', [255]],
  ])('%p is the last that fits', (text, bytes) => {
    expect(bytesOfBase45(text)).toEqual(Uint8Array.from(bytes));
  });
});

test('bytes come back, as characters of the alphabet, three for two', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base45(bytes);
      expect(bytesOfBase45(text)).toEqual(bytes);
      expect(isBase45(text)).toBe(true);
      expect(text).toHaveLength(Math.ceil(bytes.length * 1.5));
    }),
  );
});

test('no two texts are the same bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ $%*+-./:'), maxLength: 12 }),
      (text) => {
        const bytes = bytesOfBase45(text);
        if (bytes) expect(base45(bytes)).toBe(text);
      },
    ),
  );
});
