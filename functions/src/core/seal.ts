/**
 * Sealing of personal data: AES-256-GCM under a data key, the data key wrapped by KMS (envelope encryption).
 * `SEAL_WITH` is `kms:<key ARN>`, or `file:<path>` for a machine of one's own; there is no default.
 *
 * A sealed text is `s1.<wrapped data key>.<iv, ciphertext, tag>`, base64url. What it belongs to is
 * authenticated along: a sealed text moved to another item does not open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { env } from './env';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** A data key seals this often, then the next one is made: GCM's random IVs stay far from colliding. */
const SEALS_PER_KEY = 100_000;

/** What wraps data keys. */
interface Wrapping {
  fresh(): Promise<{ key: Uint8Array; wrapped: Uint8Array }>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

const kmsWrapping = (KeyId: string): Wrapping => {
  const kms = new KMSClient({});
  return {
    async fresh() {
      const { Plaintext, CiphertextBlob } = await kms.send(
        new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }),
      );
      return { key: Plaintext!, wrapped: CiphertextBlob! };
    },
    async unwrap(CiphertextBlob) {
      const { Plaintext } = await kms.send(new DecryptCommand({ KeyId, CiphertextBlob }));
      return Plaintext!;
    },
  };
};

const fileWrapping = (path: string): Wrapping => {
  const { master } = JSON.parse(readFileSync(path, 'utf8')) as { master: string };
  const wrappingKey = new Uint8Array(hkdfSync('sha256', master, 'yimatong', 'seal', KEY_BYTES));
  return {
    fresh() {
      const key = randomBytes(KEY_BYTES);
      return Promise.resolve({ key, wrapped: encrypted(key, wrappingKey, 'data-key') });
    },
    unwrap: (wrapped) => Promise.resolve(decrypted(wrapped, wrappingKey, 'data-key')),
  };
};

function encrypted(plain: Uint8Array, key: Uint8Array, belongsTo: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(belongsTo));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypted(bytes: Uint8Array, key: Uint8Array, belongsTo: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(belongsTo))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

let wrapping: Wrapping | undefined;
const wrapper = (): Wrapping => {
  if (wrapping) return wrapping;
  const [, kind, where] = /^(kms|file):(.+)$/.exec(env('SEAL_WITH')) ?? [];
  if (!kind || !where) throw new Error('SEAL_WITH must be kms:<key ARN> or file:<path>');
  wrapping = kind === 'kms' ? kmsWrapping(where) : fileWrapping(where);
  return wrapping;
};

let current: Promise<{ key: Uint8Array; wrapped: Uint8Array }> | undefined;
let sealsLeft = 0;
const unwrapped = new Map<string, Uint8Array>();
/** Data keys kept open: each is one KMS call saved. */
const KEPT_OPEN = 500;

/** Seals `text`; `belongsTo` names the item it is for. */
export async function seal(text: string, belongsTo: string): Promise<string> {
  if (!current || sealsLeft <= 0) {
    current = wrapper().fresh();
    sealsLeft = SEALS_PER_KEY;
    current.catch(() => (current = undefined));
  }
  sealsLeft -= 1;
  const { key, wrapped } = await current;
  const sealed = encrypted(Buffer.from(text), key, belongsTo);
  return ['s1', Buffer.from(wrapped).toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Opens what `seal` made for the same item; throws when it was changed or moved. */
export async function open(sealed: string, belongsTo: string): Promise<string> {
  const [version, wrapped, bytes] = sealed.split('.');
  if (version !== 's1' || !wrapped || !bytes) throw new Error('not a sealed text');
  let key = unwrapped.get(wrapped);
  if (!key) {
    key = await wrapper().unwrap(Buffer.from(wrapped, 'base64url'));
    if (unwrapped.size >= KEPT_OPEN) unwrapped.clear();
    unwrapped.set(wrapped, key);
  }
  return decrypted(Buffer.from(bytes, 'base64url'), key, belongsTo).toString('utf8');
}
