/**
 * The network address that a request came from: for limits only, kept as a hash.
 * Behind CloudFront, API Gateway sees the edge's address; CloudFront proves itself by a secret word in a header, and
 * then the caller's address is the last but one of `x-forwarded-for`. Anybody else's `x-forwarded-for` is not believed.
 */
import { timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
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

export const callerOf = async (event: Event): Promise<string> => household(await addressOf(event));

async function addressOf({ headers, requestContext }: Event): Promise<string> {
  const said = headers[EDGE_HEADER];
  if (said === undefined || !isSame(said, await word())) return requestContext.http.sourceIp;
  const passed = (headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  return passed.at(-2) ?? requestContext.http.sourceIp;
}

/** Of IPv6 the first 64 bits: whoever has one address has all those behind it. */
function household(address: string): string {
  if (!isIPv6(address) || /\.\d+$/.test(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - front!.length - back!.length).fill('0');
  return [...front!, ...(address.includes('::') ? zeros : []), ...back!]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const isSame = (said: string, word: string): boolean => {
  const [a, b] = [Buffer.from(said), Buffer.from(word)];
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
};
