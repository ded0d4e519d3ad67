/** The carrier's account: `SMS_SECRET` is the ARN of a secret, or `json:{…}` where there is no Secrets Manager. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { env } from '../core/env';

export async function smsSecret(): Promise<unknown> {
  const where = env('SMS_SECRET');
  if (where.startsWith('json:')) return JSON.parse(where.slice('json:'.length));
  const { SecretString } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: where }),
  );
  return JSON.parse(SecretString ?? '');
}
