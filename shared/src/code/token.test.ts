import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import qrcode from 'qrcode-generator';
import { type Instant, msOf } from '../core/day';
import { base45, bytesOfBase45 } from './base45';
import { type TokenColour, type TokenContent, readToken, TOKEN_PREFIX, writeToken } from './token';
import vectors from './token.vectors.json';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const seeds = new Map(vectors.keys.map(({ keyId, seed }) => [keyId, bytesOf(seed)]));
const keys = new Map(vectors.keys.map(({ keyId, publicKey }) => [keyId, bytesOf(publicKey)]));
const contentOf = ({ content }: (typeof vectors.written)[number]): TokenContent => ({
  colour: content.colour as TokenColour,
  keyId: content.keyId,
  issuedAt: msOf(content.issuedAt as Instant),
  lifetime: content.lifetime,
  subject: bytesOf(content.subject),
});
const [green] = vectors.written;
const { text, content } = { text: green!.text, content: contentOf(green!) };
const now = content.issuedAt + 1000;
const verdictOf = (scanned: string, at = now) => readToken(scanned, keys, at).verdict;
const titled = <T extends { name: string }>(cases: readonly T[]) =>
  cases.map((one) => [one.name, one] as const);

describe('writing, by the vectors of docs/token.md', () => {
  test.each(titled(vectors.written))('%s', (_, vector) => {
    const { keyId } = vector.content;
    expect(writeToken(contentOf(vector), seeds.get(keyId)!)).toBe(vector.text);
    expect(hexOf(bytesOfBase45(vector.text.slice(TOKEN_PREFIX.length))!)).toBe(
      Object.values(vector.bytes).join(''),
    );
  });

  test.each(vectors.keys)('key $keyId is the one of its seed', ({ seed, publicKey }) => {
    expect(hexOf(ed25519.getPublicKey(bytesOf(seed)))).toBe(publicKey);
  });

  test.each(titled(vectors.written))(
    '%s: OpenSSL finds the signature good',
    (_, { bytes, content: { keyId } }) => {
      const spki = Buffer.concat([
        Buffer.from('302a300506032b6570032100', 'hex'),
        keys.get(keyId)!,
      ]);
      const { signature, ...head } = bytes;
      const message = Buffer.concat([
        Buffer.from('yimatong/1'),
        bytesOf(Object.values(head).join('')),
      ]);
      const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
      expect(verify(null, message, key, bytesOf(signature))).toBe(true);
    },
  );

  test('seconds are dropped: the token begins with its minute', () => {
    expect(writeToken({ ...content, issuedAt: content.issuedAt + 59_999 }, seeds.get(1)!)).toBe(
      text,
    );
  });
});

describe('reading, by the vectors of docs/token.md', () => {
  test.each(titled(vectors.read))('%s', (_, { text: scanned, now: at, verdict, aheadMs }) => {
    expect(readToken(scanned, keys, msOf(at as Instant))).toMatchObject(
      aheadMs === undefined ? { verdict } : { verdict, aheadMs },
    );
  });

  test.each(titled(vectors.written))('%s: what was written is read', (_, vector) => {
    const written = contentOf(vector);
    expect(readToken(vector.text, keys, written.issuedAt)).toEqual({
      verdict: 'valid',
      content: written,
    });
  });

  test('an expired token says when it ended', () => {
    expect(readToken(text, keys, now + 3_600_000)).toMatchObject({
      expiredAt: content.issuedAt + 600_000,
    });
  });

  test('without any key nothing is forged, only unknown', () => {
    expect(readToken(text, new Map(), now).verdict).toBe('unknown-key');
  });
});

describe('a token that was tampered with', () => {
  const bytes = bytesOfBase45(text.slice(TOKEN_PREFIX.length))!;
  const withByte = (at: number, value: number) => {
    const changed = Uint8Array.from(bytes);
    changed[at] = value;
    return TOKEN_PREFIX + base45(changed);
  };
  // The format and the key id say who can judge; everything else is judged.
  const expectedAt = (at: number, value: number) =>
    (at === 0 && value >> 4 !== 1) || (at === 1 && !keys.has(value)) ? 'unknown-key' : 'forged';

  test.each(Array.from(bytes, (_, at) => at))('byte %i flipped', (at) => {
    for (const mask of [0x01, 0x80, 0xff]) {
      const value = bytes[at]! ^ mask;
      expect(verdictOf(withByte(at, value))).toBe(expectedAt(at, value));
    }
  });

  test('cut off anywhere behind the prefix: truncated', () => {
    for (let length = TOKEN_PREFIX.length; length < text.length; length += 1) {
      expect(verdictOf(text.slice(0, length))).toBe('truncated');
    }
  });

  test('every single character replaced by any other: never valid with other content', () => {
    const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:', 'a', '健', '\u0000'];
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...alphabet), (at, char) => {
        fc.pre(text.charAt(at) !== char);
        expect(verdictOf(text.slice(0, at) + char + text.slice(at + 1))).not.toBe('valid');
      }),
      { numRuns: 1500 },
    );
  });

  test('characters left out, doubled or swapped: never valid', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom(0, 1, 2), (at, how) => {
        const [a, b] = [text.charAt(at), text.charAt(at + 1)];
        fc.pre(how !== 2 || a !== b);
        const middle = [b, a + a + b, b + a][how]!;
        expect(verdictOf(text.slice(0, at) + middle + text.slice(at + 2))).not.toBe('valid');
      }),
    );
  });

  test('two tokens of one person have nothing in common but the head', () => {
    const other = writeToken(
      { ...content, subject: bytesOf('f0e1d2c3b4a5968778695a4b3c2d1e0f') },
      seeds.get(1)!,
    );
    const tail = (one: string) => bytesOfBase45(one.slice(4))!.slice(6);
    const same = tail(other).filter((byte, at) => byte === tail(text)[at]);
    expect(same.length).toBeLessThan(8);
  });
});

describe('whatever is scanned', () => {
  const verdicts = [
    'valid',
    'expired',
    'clock-off',
    'forged',
    'truncated',
    'foreign',
    'unreadable',
    'unknown-key',
  ];

  test.each([
    ['any text', fc.string({ unit: 'binary' })],
    [
      'lone surrogates',
      fc
        .array(fc.integer({ min: 0xd800, max: 0xdfff }))
        .map((codes) => String.fromCharCode(...codes)),
    ],
    ['our prefix and any text', fc.string({ unit: 'grapheme' }).map((rest) => TOKEN_PREFIX + rest)],
    [
      'our prefix and any bytes',
      fc.uint8Array({ maxLength: 200 }).map((bytes) => TOKEN_PREFIX + base45(bytes)),
    ],
    [
      'format 1, a key that is known, any signature',
      fc
        .uint8Array({ minLength: 84, maxLength: 84 })
        .map((rest) => TOKEN_PREFIX + base45(Uint8Array.from([0x10, 1, ...rest]))),
    ],
  ])('it never throws and always has a verdict: %s', (_, some) => {
    fc.assert(
      fc.property(some, fc.integer(), (scanned, at) => {
        const { verdict } = readToken(scanned, keys, at);
        expect(verdicts).toContain(verdict);
        expect(verdict).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['2,000 letters', 'x'.repeat(2000), 'unreadable'],
    ['2,000 digits', '7'.repeat(2000), 'foreign'],
    ['2,000 characters behind our prefix', TOKEN_PREFIX + '0'.repeat(2000), 'unknown-key'],
    ['a link of 2,000 characters', `https://${'a'.repeat(1992)}`, 'foreign'],
  ])('%s: %#', (_, scanned, verdict) => {
    expect(verdictOf(scanned)).toBe(verdict);
  });

  test('a public key that is no point of the curve makes nothing valid', () => {
    for (const key of [new Uint8Array(32).fill(0xff), new Uint8Array(32), new Uint8Array(5)]) {
      expect(readToken(text, new Map([[1, key]]), now).verdict).toBe('forged');
    }
  });
});

test('any content comes back', () => {
  const some = fc.record({
    colour: fc.constantFrom<TokenColour>('green', 'yellow', 'red'),
    keyId: fc.constantFrom(1, 2),
    issuedAt: fc
      .integer({ min: 0, max: 0xffffff })
      .map((minutes) => Date.UTC(2020, 0, 1) + minutes * 60_000),
    lifetime: fc.integer({ min: 1, max: 255 }),
    subject: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  });
  fc.assert(
    fc.property(some, (one) => {
      const written = writeToken(one, seeds.get(one.keyId)!);
      expect(readToken(written, keys, one.issuedAt)).toEqual({ verdict: 'valid', content: one });
      expect(written).toHaveLength(133);
    }),
    { numRuns: 50 },
  );
});

test.each([{ keyId: 256 }, { keyId: -1 }, { lifetime: 1.5 }, { lifetime: 300 }])(
  'is not written with what no byte holds: %j',
  (wrong) => {
    expect(() => writeToken({ ...content, ...wrong }, seeds.get(content.keyId)!)).toThrow(
      RangeError,
    );
  },
);

describe('the symbol on the screen', () => {
  const sideOf = (typeNumber: 0 | 5 | 6, level: 'L' | 'M', mode: 'Alphanumeric' | 'Byte') => {
    const qr = qrcode(typeNumber, level);
    qr.addData(text, mode);
    qr.make();
    return qr.getModuleCount();
  };

  test('is 41 × 41 at level M: version 6, alphanumeric', () => {
    expect(sideOf(0, 'M', 'Alphanumeric')).toBe(41);
  });
  test('does not fit into version 5 at level M', () => {
    expect(() => sideOf(5, 'M', 'Alphanumeric')).toThrow();
  });
  test('would be larger in byte mode', () => {
    expect(sideOf(0, 'M', 'Byte')).toBeGreaterThan(41);
  });
});
