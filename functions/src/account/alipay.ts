/**
 * Login by Alipay's identity: `alipay.system.oauth.token`, through Alipay's own SDK (signing, RSA2).
 * A Lambda of its own: the SDK weighs more than the rest of the feature.
 * Source: opendocs.alipay.com, alipay.system.oauth.token → { access_token, open_id | user_id }.
 */
import { alipayContract } from '@yimatong/shared/account/contract';
import { Problem } from '@yimatong/shared/core/problem';
import { alipaySdk } from '../core/alipay-sdk';
import { serve } from '../core/serve';
import { proofOf } from './proof';

async function identityOf(code: string): Promise<string> {
  const client = await alipaySdk();
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
