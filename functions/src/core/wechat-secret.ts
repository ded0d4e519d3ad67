/** The WeChat mini-program’s account: `WECHAT_SECRET` is the ARN of a secret, or `json:{…}` where there is no Secrets Manager. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { env } from './env';

const Secret = z.object({
  appid: z.string().min(1),
  secret: z.string().min(1),
  /** Only to put a stub in its place; WeChat's own address otherwise. */
  endpoint: z.url().default('https://api.weixin.qq.com'),
  timeoutMs: z.int().default(4000),
});
export type WechatSecret = z.infer<typeof Secret>;

async function read(): Promise<WechatSecret> {
  const where = env('WECHAT_SECRET');
  if (where.startsWith('json:')) return Secret.parse(JSON.parse(where.slice('json:'.length)));
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: where }),
  );
  return Secret.parse(JSON.parse(SecretString ?? ''));
}
let loaded: Promise<WechatSecret> | undefined;
/** Read once per process; a failed read is tried again at the next call. */
export const wechatSecret = (): Promise<WechatSecret> =>
  (loaded ??= read().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  }));
