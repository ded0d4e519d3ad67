import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from './day';
import {
  AccountId,
  DeclarationId,
  GrantId,
  PassId,
  PersonId,
  PlaceId,
  base32,
  bytesOfBase32,
  lowestIdAt,
  uuidV7,
} from './id';

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const someMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('ids that a client makes: UUIDv7 (RFC 9562)', () => {
  test('the example of RFC 9562, A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('every one is accepted, behind its prefix only', () => {
    fc.assert(
      fc.property(someMs, tenBytes, (ms, random) => {
        const uuid = uuidV7(ms, random);
        const schemas = { decl: DeclarationId, pass: PassId, plac: PlaceId, gran: GrantId };
        for (const [prefix, schema] of Object.entries(schemas)) {
          expect(schema.safeParse(`${prefix}_${uuid}`).success).toBe(true);
          expect(schema.safeParse(`pers_${uuid}`).success).toBe(false);
        }
      }),
    );
  });

  test('they sort by the moment they were made', () => {
    fc.assert(
      fc.property(someMs, someMs, tenBytes, tenBytes, (a, b, one, other) => {
        fc.pre(a !== b);
        expect(uuidV7(a, one) < uuidV7(b, other)).toBe(a < b);
      }),
    );
  });

  test('a query by time begins before all of that millisecond and behind all before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8e12 }), tenBytes, (ms, random) => {
        const from = lowestIdAt('pass', instantOf(ms));
        expect(`pass_${uuidV7(ms, random)}` >= from).toBe(true);
        expect(`pass_${uuidV7(ms - 1, random)}` < from).toBe(true);
      }),
    );
  });

  test.each([
    ['version 4', 'decl_017f22e2-79b0-4cc3-98c4-dc0c0c07398f'],
    ['capitals', 'decl_017F22E2-79B0-7CC3-98C4-DC0C0C07398F'],
    ['another variant', 'decl_017f22e2-79b0-7cc3-18c4-dc0c0c07398f'],
    ['a line break behind it', 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n'],
    ['no prefix', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
  ])('%s is refused', (_, id) => {
    expect(DeclarationId.safeParse(id).success).toBe(false);
  });
});

describe('ids that the server makes: ten random bytes in base 32', () => {
  test('the bytes come back; every one is accepted', () => {
    fc.assert(
      fc.property(tenBytes, (bytes) => {
        const text = base32(bytes);
        expect(bytesOfBase32(text)).toEqual(bytes);
        expect(PersonId.safeParse(`pers_${text}`).success).toBe(true);
        expect(AccountId.safeParse(`acct_${text}`).success).toBe(true);
      }),
    );
  });

  test('other lengths come back too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(bytesOfBase32(base32(bytes))).toEqual(bytes);
      }),
    );
  });

  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], '0000000000000000'],
    [[255, 255, 255, 255, 255, 255, 255, 255, 255, 255], 'zzzzzzzzzzzzzzzz'],
    [
      [0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf],
      '01234567 89abcdef'.replace(' ', ''),
    ],
  ])('%p is %s', (bytes, text) => {
    expect(base32(Uint8Array.from(bytes))).toBe(text);
  });

  test.each([
    'pers_000000000000000',
    'pers_00000000000000000',
    'pers_000000000000000i',
    'pers_000000000000000O',
  ])('%s is refused', (id) => {
    expect(PersonId.safeParse(id).success).toBe(false);
  });
});
