/** Alipay’s own SDK with the mini-program’s keys: it weighs 0.8 MB, so only units of their own import it. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AlipaySdk } from 'alipay-sdk';
import * as z from 'zod';
import { env } from './env';

const Secret = z.object({
  appId: z.string().min(1),
  privateKey: z.string().min(1),
  /** As the key tool wrote it; without a word, PKCS#1. */
  keyType: z.enum(['PKCS1', 'PKCS8']).default('PKCS1'),
  alipayPublicKey: z.string().min(1),
  /** Only to put a stub in its place; Alipay's own address otherwise. */
  gateway: z.url().optional(),
  timeout: z.int().default(4000),
});

/** `ALIPAY_SECRET`: ARN of a secret, or `json:{…}` where there is no Secrets Manager. */
async function made(): Promise<AlipaySdk> {
  const where = env('ALIPAY_SECRET');
  const text = where.startsWith('json:')
    ? where.slice('json:'.length)
    : (await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: where })))
        .SecretString;
  const { gateway, ...config } = Secret.parse(JSON.parse(text ?? ''));
  return new AlipaySdk({ ...config, ...(gateway && { gateway }) });
}
let loaded: Promise<AlipaySdk> | undefined;
/** Made once per process; a failure is tried again at the next call. */
export const alipaySdk = (): Promise<AlipaySdk> =>
  (loaded ??= made().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  }));
