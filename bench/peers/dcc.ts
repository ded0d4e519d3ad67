/**
 * The same content in the way of the EU Digital COVID Certificate: a CBOR Web Token in a COSE_Sign1 (ES256), deflated,
 * base45 behind `HC1:` (eHealth Network, Electronic Health Certificate Specification, v1.0.5).
 * CBOR is written by hand: what this content needs and no more.
 */
import { deflateSync } from 'node:zlib';
import { p256 } from '@noble/curves/nist.js';
import { base45 } from '@yimatong/shared/code/base45';
import { content, expiresAtSeconds, issuedAtSeconds, secretKey } from './content';

type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;

const headOf = (major: number, n: number): number[] =>
  n < 24
    ? [(major << 5) | n]
    : n < 0x100
      ? [(major << 5) | 24, n]
      : n < 0x10000
        ? [(major << 5) | 25, n >> 8, n & 0xff]
        : [(major << 5) | 26, (n >>> 24) & 0xff, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff];

function cbor(value: Cbor): number[] {
  if (typeof value === 'number') return value >= 0 ? headOf(0, value) : headOf(1, -1 - value);
  if (typeof value === 'string')
    return [...headOf(3, value.length), ...new TextEncoder().encode(value)];
  if (value instanceof Uint8Array) return [...headOf(2, value.length), ...value];
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<number | string, Cbor>)];
    return [
      ...headOf(5, entries.length),
      ...entries.flatMap(([key, one]) => [...cbor(key), ...cbor(one)]),
    ];
  }
  const list = value as readonly Cbor[];
  return [...headOf(4, list.length), ...list.flatMap(cbor)];
}
const cborBytes = (value: Cbor): Uint8Array => Uint8Array.from(cbor(value));

const ISSUER = 1;
const EXPIRES = 4;
const ISSUED_AT = 6;
const HEALTH_CERTIFICATE = -260;
const COSE_SIGN1_TAG = 0xd2;

export function dccToken(): string {
  const headers = cborBytes(
    new Map<number, Cbor>([
      [1, -7],
      [4, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, content.keyId])],
    ]),
  );
  const claims = cborBytes(
    new Map<number, Cbor>([
      [ISSUER, 'CN'],
      [EXPIRES, expiresAtSeconds],
      [ISSUED_AT, issuedAtSeconds],
      [
        HEALTH_CERTIFICATE,
        new Map<number, Cbor>([
          [
            1,
            new Map<string, Cbor>([
              ['c', 'g'],
              ['sub', content.subject],
            ]),
          ],
        ]),
      ],
    ]),
  );
  const signature = p256.sign(
    cborBytes(['Signature1', headers, new Uint8Array(0), claims]),
    secretKey,
  );
  const signed = [COSE_SIGN1_TAG, ...cbor([headers, new Map(), claims, signature])];
  return `HC1:${base45(deflateSync(Uint8Array.from(signed), { level: 9 }))}`;
}
