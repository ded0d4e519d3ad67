/**
 * The keys of the province. One master secret a generation, everything else derived by HKDF (RFC 5869), so that an
 * operator has one thing to keep. `KEYS_FROM` says where: `secret:<ARN>` (Secrets Manager), or `file:<path>` for a
 * machine of one's own. There is no default.
 *
 * Rotation adds a generation in front: it signs new tokens, the earlier ones still verify and open theirs. Sessions
 * and look-up hashes stay with the oldest, or nobody would be found again.
 */
import { readFileSync } from 'node:fs';
import { createHmac, hkdfSync } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ed25519 } from '@noble/curves/ed25519.js';
import * as z from 'zod';
import { env } from './env';

const Generation = z.object({ keyId: z.int().min(0).max(255), master: z.string().min(32) });
const Secret = z.object({ ...Generation.shape, previous: z.array(Generation).optional() });

export interface IssuerKey {
  readonly keyId: number;
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
  /** AES-256 key for the token's subject. */
  readonly subjectKey: Uint8Array;
}
export interface Keys {
  /** Newest first; the first signs. */
  readonly issuers: readonly [IssuerKey, ...IssuerKey[]];
  /** Signs sessions, HS256. */
  readonly session: Uint8Array;
  /** Turns a phone or document number into what it is found by. */
  readonly lookUp: Uint8Array;
}

const derived = (master: string, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, 'yimatong', use, 32));

const issuerOf = ({ keyId, master }: z.infer<typeof Generation>): IssuerKey => {
  const secretKey = derived(master, 'issuer');
  return {
    keyId,
    secretKey,
    publicKey: ed25519.getPublicKey(secretKey),
    subjectKey: derived(master, 'subject'),
  };
};

export function keysFrom(secret: unknown): Keys {
  const { previous = [], ...newest } = Secret.parse(secret);
  const oldest = previous.at(-1) ?? newest;
  return {
    issuers: [issuerOf(newest), ...previous.map(issuerOf)],
    session: derived(oldest.master, 'session'),
    lookUp: derived(oldest.master, 'look-up'),
  };
}

async function loaded(): Promise<Keys> {
  const [, kind, where] = /^(file|secret):(.+)$/.exec(env('KEYS_FROM')) ?? [];
  if (kind === 'file') return keysFrom(JSON.parse(readFileSync(where!, 'utf8')));
  if (kind !== 'secret') throw new Error('KEYS_FROM must be file:<path> or secret:<ARN>');
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: where }),
  );
  return keysFrom(JSON.parse(SecretString ?? ''));
}

let loading: Promise<Keys> | undefined;
/** The keys, loaded once per process; a failed load is tried again at the next call. */
export const keys = (): Promise<Keys> =>
  (loading ??= loaded().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));

/** What a number is found by: no table holds the number itself. `kind` keeps phones and documents apart. */
export async function lookUpOf(
  kind: 'phone' | 'document' | 'identity' | 'wechat' | 'alipay' | 'address' | 'card',
  value: string,
): Promise<string> {
  const { lookUp } = await keys();
  return createHmac('sha256', lookUp).update(`${kind}\u0000${value}`).digest('base64url');
}
