/**
 * What the QR holds: token format 1, 86 bytes as base45 behind `YMT:` (docs/token.md, byte by byte, with vectors).
 *
 *  | bytes | what |
 *  | ----- | ---- |
 *  | 0     | format in the high four bits (1), colour in the low four: 0 green, 1 yellow, 2 red |
 *  | 1     | key id |
 *  | 2–4   | issued at, minutes since 2020-01-01T00:00Z, big-endian |
 *  | 5     | lifetime in minutes |
 *  | 6–21  | subject: person and serial, encrypted by the issuer; new with every token |
 *  | 22–85 | Ed25519 signature (RFC 8032) over `yimatong/1` and bytes 0–21 |
 *
 * It holds no name and no number, and two tokens of one person cannot be told to be the same person's by anybody
 * but the issuer. Pure: the clock and the keys are given. A version 6 QR symbol (41 × 41) at level M holds it.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { MINUTE_MS } from '../core/day';
import { base45, bytesOfBase45, isBase45 } from './base45';

export const TOKEN_PREFIX = 'YMT:';
const FORMAT = 1;
const EPOCH_MS = Date.UTC(2020, 0, 1);
const SIGNED_BYTES = 22;
const TOKEN_BYTES = SIGNED_BYTES + 64;
/** Behind the prefix: base45 makes three characters of two bytes. */
const TOKEN_CHARACTERS = (TOKEN_BYTES / 2) * 3;
/** Signatures of this product are of nothing else: the context is signed along. */
const CONTEXT = Uint8Array.from('yimatong/1', (char) => char.charCodeAt(0));
/** A phone's clock may be this far behind the server's before a token counts as not yet begun. */
export const SKEW_TOLERANCE_MS = 2 * MINUTE_MS;

const colours = ['green', 'yellow', 'red'] as const;
export type TokenColour = (typeof colours)[number];

export interface TokenContent {
  readonly colour: TokenColour;
  /** 0–255: which issuer key signed. */
  readonly keyId: number;
  /** Milliseconds since 1970; kept to the minute, rounded down. */
  readonly issuedAt: number;
  /** Minutes, 1–255. */
  readonly lifetime: number;
  /** 16 bytes that only the issuer can read. */
  readonly subject: Uint8Array;
}

/** Public keys by key id, 32 bytes each. */
export type IssuerKeys = ReadonlyMap<number, Uint8Array>;

/** What a scanned text turned out to be. Everything but `valid` is about the code or the verifier, not the person. */
export type Reading =
  | { readonly verdict: 'valid'; readonly content: TokenContent }
  /** Signed by us, but over: the phone shows an old picture. */
  | { readonly verdict: 'expired'; readonly content: TokenContent; readonly expiredAt: number }
  /** Signed by us for a time still to come: the verifier's clock is behind. */
  | { readonly verdict: 'clock-off'; readonly content: TokenContent; readonly aheadMs: number }
  /** The signature does not fit: somebody made or changed it. */
  | { readonly verdict: 'forged' }
  /** Ours by its beginning, but cut off or of a wrong length. */
  | { readonly verdict: 'truncated' }
  /** Another system's code: a link, a certificate, a payment code. */
  | { readonly verdict: 'foreign' }
  /** No text of any kind that a code would hold. */
  | { readonly verdict: 'unreadable' }
  /** Signed with a key that this verifier does not have yet, or a newer format: update the verifier. */
  | { readonly verdict: 'unknown-key' };
export type Verdict = Reading['verdict'];

/** The text for the QR. `secretKey` is the issuer's 32-byte Ed25519 seed. Throws a RangeError for what no byte holds. */
export function writeToken(content: TokenContent, secretKey: Uint8Array): string {
  for (const byte of [content.keyId, content.lifetime])
    if (!Number.isInteger(byte) || byte < 0 || byte > 255) throw new RangeError('not a byte');
  const bytes = new Uint8Array(TOKEN_BYTES);
  bytes.set(headOf(content));
  bytes.set(ed25519.sign(signedPart(bytes), secretKey), SIGNED_BYTES);
  return TOKEN_PREFIX + base45(bytes);
}

function headOf({ colour, keyId, issuedAt, lifetime, subject }: TokenContent): Uint8Array {
  const minutes = Math.floor((issuedAt - EPOCH_MS) / MINUTE_MS);
  const head = new Uint8Array(SIGNED_BYTES);
  head.set([
    (FORMAT << 4) | colours.indexOf(colour),
    keyId,
    minutes >> 16,
    minutes >> 8,
    minutes,
    lifetime,
  ]);
  head.set(subject, 6);
  return head;
}

function signedPart(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(CONTEXT.length + SIGNED_BYTES);
  message.set(CONTEXT);
  message.set(bytes.subarray(0, SIGNED_BYTES), CONTEXT.length);
  return message;
}

/** Reads a scanned text at `now` (milliseconds since 1970). Never throws, whatever was scanned. */
export function readToken(text: string, keys: IssuerKeys, now: number): Reading {
  if (!text.startsWith(TOKEN_PREFIX))
    return { verdict: looksForeign(text) ? 'foreign' : 'unreadable' };
  const body = text.slice(TOKEN_PREFIX.length);
  if (!isBase45(body)) return { verdict: 'unreadable' };
  if (body.length < TOKEN_CHARACTERS) return { verdict: 'truncated' };
  const bytes = bytesOfBase45(body);
  if (bytes === undefined) return { verdict: 'forged' };
  if (bytes[0]! >> 4 !== FORMAT) return { verdict: 'unknown-key' };
  const content = contentOf(bytes);
  if (bytes.length > TOKEN_BYTES || content === undefined) return { verdict: 'forged' };

  const publicKey = keys.get(content.keyId);
  if (publicKey === undefined) return { verdict: 'unknown-key' };
  if (!isSigned(bytes, publicKey)) return { verdict: 'forged' };

  const expiredAt = content.issuedAt + content.lifetime * MINUTE_MS;
  const aheadMs = content.issuedAt - now;
  if (aheadMs > SKEW_TOLERANCE_MS) return { verdict: 'clock-off', content, aheadMs };
  if (now >= expiredAt) return { verdict: 'expired', content, expiredAt };
  return { verdict: 'valid', content };
}

function contentOf(bytes: Uint8Array): TokenContent | undefined {
  const colour = colours[bytes[0]! & 0x0f];
  const minutes = bytes[2]! * 65536 + bytes[3]! * 256 + bytes[4]!;
  return (
    colour && {
      colour,
      keyId: bytes[1]!,
      issuedAt: EPOCH_MS + minutes * MINUTE_MS,
      lifetime: bytes[5]!,
      subject: bytes.slice(6, SIGNED_BYTES),
    }
  );
}

function isSigned(bytes: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(bytes.subarray(SIGNED_BYTES, TOKEN_BYTES), signedPart(bytes), publicKey);
  } catch {
    return false; // noble throws on signatures that are no points of the curve
  }
}

/** Links, certificates of other systems (`HC1:`, `shc:/`), JWTs, plain digits: a real code, only not ours. */
const looksForeign = (text: string): boolean =>
  /^([a-z][a-z0-9+.-]*:|HC1:|NL2:|eyJ|\d{6,}$|[{[])/i.test(text.trim());
