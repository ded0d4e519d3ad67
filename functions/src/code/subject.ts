/**
 * The token's subject: person and serial under AES-256, one block. The ten bytes of a person's id and six random
 * ones make a permutation's input that never repeats, so two tokens of one person share nothing that others can see,
 * and the issuer finds the person without a look-up.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { base32, bytesOfBase32, type PersonId } from '@yimatong/shared/core/id';
import type { IssuerKey } from '../core/keys';

const ID_BYTES = 10;
const SERIAL_BYTES = 6;

/** 16 bytes, other ones at each call. */
export function subjectOf(personId: PersonId, { subjectKey }: IssuerKey): Uint8Array {
  const plain = Buffer.concat([
    bytesOfBase32(personId.slice('pers_'.length)),
    randomBytes(SERIAL_BYTES),
  ]);
  // A single block: ECB is the block cipher itself.
  const cipher = createCipheriv('aes-256-ecb', subjectKey, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** Whose token it is. Whether the token is ours, its signature says; any 16 bytes give some id. */
export function personOf(subject: Uint8Array, { subjectKey }: IssuerKey): PersonId {
  const decipher = createDecipheriv('aes-256-ecb', subjectKey, null).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(subject), decipher.final()]);
  return `pers_${base32(plain.subarray(0, ID_BYTES))}`;
}
