/**
 * Scanned string → verdict, ours and the two peers', in any JavaScript engine: no Node, no WebCrypto. All three check
 * a real signature with @noble/curves, as a mini-program has to.
 * Bundled into one script by `verdict.ts`, which puts `INPUT` before it; prints one line of JSON.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import pako from 'pako';
import { bytesOfBase45 } from '@yimatong/shared/code/base45';
import { readToken } from '@yimatong/shared/code/token';

export interface Input {
  now: number;
  ours: string;
  dcc: string;
  jwtES256: string;
  jwtEdDSA: string;
  ed25519Key: number[];
  p256Key: number[];
  /** How long to try each, all turns together. */
  ms: number;
}
declare const INPUT: Input;
declare const print: ((text: string) => void) | undefined;
declare const preciseTime: (() => number) | undefined;

const nowMs = (): number =>
  typeof preciseTime === 'function' ? preciseTime() * 1000 : performance.now();

const ed25519Key = Uint8Array.from(INPUT.ed25519Key);
const p256Key = Uint8Array.from(INPUT.p256Key);
const ourKeys = new Map([[1, ed25519Key]]);
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
function bytesOfBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [at, buffer, bits] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    buffer = ((buffer << 6) | BASE64URL.indexOf(text.charAt(i))) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return bytes;
}
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

interface Claims {
  exp: number;
  iat: number;
}
const inTime = ({ exp, iat }: Claims): boolean => iat * 1000 <= INPUT.now && INPUT.now < exp * 1000;

function readJwt(text: string): boolean {
  const [header = '', payload = '', signature = ''] = text.split('.');
  const { alg } = JSON.parse(textOf(bytesOfBase64url(header))) as { alg: string };
  const signed = ascii(`${header}.${payload}`);
  const bytes = bytesOfBase64url(signature);
  const good =
    alg === 'EdDSA'
      ? ed25519.verify(bytes, signed, ed25519Key)
      : p256.verify(bytes, sha256(signed), p256Key, { prehash: false, lowS: false });
  return good && inTime(JSON.parse(textOf(bytesOfBase64url(payload))) as Claims);
}

/** CBOR as far as a certificate needs it: integers, bytes, text, lists, maps, one tag. */
function readCbor(bytes: Uint8Array): unknown {
  let at = 0;
  const next = (): unknown => {
    const first = bytes[at++]!;
    const [major, short] = [first >> 5, first & 31];
    let n = short;
    if (short >= 24) {
      n = 0;
      for (let left = 1 << (short - 24); left > 0; left -= 1) n = n * 256 + bytes[at++]!;
    }
    switch (major) {
      case 0:
        return n;
      case 1:
        return -1 - n;
      case 2:
        return bytes.subarray(at, (at += n));
      case 3:
        return textOf(bytes.subarray(at, (at += n)));
      case 4:
        return Array.from({ length: n }, next);
      case 5:
        return new Map(Array.from({ length: n }, () => [next(), next()] as const));
      default:
        return next(); // a tag: what it tags
    }
  };
  return next();
}

const bytesHead = (n: number): number[] =>
  n < 24 ? [0x40 | n] : n < 256 ? [0x58, n] : [0x59, n >> 8, n & 0xff];

function readDcc(text: string): boolean {
  const cose = pako.inflate(bytesOfBase45(text.slice(4))!);
  const [headers, , payload, signature] = readCbor(cose) as [
    Uint8Array,
    unknown,
    Uint8Array,
    Uint8Array,
  ];
  const signed = Uint8Array.from([
    0x84,
    0x6a,
    ...ascii('Signature1'),
    ...bytesHead(headers.length),
    ...headers,
    0x40,
    ...bytesHead(payload.length),
    ...payload,
  ]);
  if (!p256.verify(signature, sha256(signed), p256Key, { prehash: false, lowS: false }))
    return false;
  const claims = readCbor(payload) as Map<number, number>;
  return inTime({ exp: claims.get(4)!, iat: claims.get(6)! });
}

const calls = {
  ours: () => readToken(INPUT.ours, ourKeys, INPUT.now).verdict === 'valid',
  'EU style': () => readDcc(INPUT.dcc),
  'JWT, ES256': () => readJwt(INPUT.jwtES256),
  'JWT, EdDSA': () => readJwt(INPUT.jwtEdDSA),
};
const names = Object.keys(calls) as (keyof typeof calls)[];

/** The first call pays for tables that the later ones use: at a gate it is paid once. Medians of the others. */
const first: Record<string, number> = {};
const taken: Record<string, number[]> = {};
for (const name of names) {
  const start = nowMs();
  if (!calls[name]()) throw new Error(`${name} does not read its own code`);
  first[name] = nowMs() - start;
  taken[name] = [];
}
const end = nowMs() + INPUT.ms;
while (nowMs() < end) {
  for (const name of names) {
    const start = nowMs();
    calls[name]();
    taken[name]!.push(nowMs() - start);
  }
}
const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const line = JSON.stringify(
  Object.fromEntries(
    names.map((name) => [name, { first: first[name], usual: median(taken[name]!) }]),
  ),
);
if (typeof print === 'function') print(line);
else console.log(line);
