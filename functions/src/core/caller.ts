/**
 * The network address that a request came from: for limits only, kept as a hash.
 * Behind CloudFront, API Gateway sees the edge's address; CloudFront proves itself by a secret word in a header, and
 * then the caller's address is the last but one of `x-forwarded-for`. Anybody else's `x-forwarded-for` is not believed.
 */
import { timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 as Event } from 'aws-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { env } from './env';

const EDGE_HEADER = 'x-yimatong-edge';

/** `EDGE_SECRET`: ARN of a secret, or `text:…` where there is no Secrets Manager. */
async function edgeWord(): Promise<string> {
  const where = env('EDGE_SECRET');
  if (where.startsWith('text:')) return where.slice('text:'.length);
  const answer = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId: where }),
  );
  return answer.SecretString ?? '';
}
let loaded: Promise<string> | undefined;
const word = (): Promise<string> =>
  (loaded ??= edgeWord().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  }));

export async function callerOf({ headers, requestContext }: Event): Promise<string> {
  const said = headers[EDGE_HEADER];
  if (said === undefined || !isSame(said, await word())) return requestContext.http.sourceIp;
  const passed = (headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  return passed.at(-2) ?? requestContext.http.sourceIp;
}

const isSame = (said: string, word: string): boolean => {
  const [a, b] = [Buffer.from(said), Buffer.from(word)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
};
