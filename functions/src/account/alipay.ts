/**
 * Login by Alipay's identity: `alipay.system.oauth.token`, through Alipay's own SDK (signing, RSA2).
 * A Lambda of its own: the SDK weighs more than the rest of the feature.
 * Source: opendocs.alipay.com, alipay.system.oauth.token → { access_token, open_id | user_id }.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { alipayContract } from '@yimatong/shared/account/contract';
import { Problem } from '@yimatong/shared/core/problem';
import { AlipaySdk } from 'alipay-sdk';
import * as z from 'zod';
import { env } from '../core/env';
import { serve } from '../core/serve';
import { proofOf } from './proof';

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
async function sdk(): Promise<AlipaySdk> {
  const where = env('ALIPAY_SECRET');
  const text = where.startsWith('json:')
    ? where.slice('json:'.length)
    : (await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: where })))
        .SecretString;
  const { gateway, ...config } = Secret.parse(JSON.parse(text ?? ''));
  return new AlipaySdk({ ...config, ...(gateway && { gateway }) });
}
let loaded: Promise<AlipaySdk> | undefined;

async function identityOf(code: string): Promise<string> {
  loaded ??= sdk().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  const client = await loaded;
  const answer = await client
    .exec(
      'alipay.system.oauth.token',
      { grantType: 'authorization_code', code },
      { validateSign: true },
    )
    .catch((error: unknown) => {
      throw isRefusal(error)
        ? new Problem('account.platform-refused', { detail: 'alipay' })
        : new Problem('account.platform-unreachable', { detail: 'alipay' });
    });
  // New apps get an open_id, older ones a user_id.
  const identity: unknown = answer['openId'] ?? answer['userId'];
  if (typeof identity === 'string' && identity !== '') return identity;
  throw new Problem('account.platform-refused', { detail: `alipay ${answer.code}` });
}

/** The SDK looks for the signature of an answer only; a refusal (`error_response`) it takes for a wrong one. */
function isRefusal(error: unknown): boolean {
  try {
    const { responseDataRaw } = error as { responseDataRaw?: string };
    return 'error_response' in (JSON.parse(responseDataRaw ?? '{}') as object);
  } catch {
    return false;
  }
}

export const handler = serve(alipayContract, {
  async proveAlipay({ body, now }) {
    return { proof: await proofOf(await identityOf(body.code), now) };
  },
});
