/** One content for every format that is compared: a green code of ten minutes. Fixed keys, so that sizes repeat. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { type TokenContent, writeToken } from '@yimatong/shared/code/token';

const seed = Uint8Array.from({ length: 32 }, (_, i) => i);

export const content: TokenContent = {
  colour: 'green',
  keyId: 1,
  issuedAt: Date.UTC(2020, 2, 20, 1, 23),
  lifetime: 10,
  subject: Uint8Array.from({ length: 16 }, (_, i) => (i * 37 + 11) % 256),
};
export const issuedAtSeconds = content.issuedAt / 1000;
export const expiresAtSeconds = issuedAtSeconds + content.lifetime * 60;

export const secretKey = seed;
export const ed25519Key = ed25519.getPublicKey(seed);
export const p256Key = p256.getPublicKey(seed, false);

export const ourToken = (): string => writeToken(content, secretKey);

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
