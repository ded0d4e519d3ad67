/**
 * Alipay's gateway: a code begins with whose it is (`anna.1`). Checks the app's RSA2 signature as the gateway does, and signs its answers.
 * Source: opendocs.alipay.com, 自行实现签名: all parameters but `sign`, sorted, joined as `key=value` by `&`.
 */
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { type Asked, aStub, type Stub } from './stub';

const RESPONSE = 'alipay_system_oauth_token_response';

const pairOf = (type: 'pkcs1' | 'pkcs8') =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type, format: 'pem' },
  });
/** As people paste keys: without the lines around them. */
const bare = (pem: string): string => pem.replace(/-----[^-]+-----|\n/g, '');

export interface Alipay extends Stub {
  /** For `ALIPAY_SECRET`. */
  readonly secret: string;
  /** An answer as the gateway signs it. */
  signed(body: unknown, as?: string): string;
  readonly isSigned: (asked: Asked) => boolean;
}

/** All parameters, from the address and from the form. */
export const paramsOf = ({ url, body }: Asked): Record<string, string> => ({
  ...Object.fromEntries(url.searchParams),
  ...Object.fromEntries(new URLSearchParams(body)),
});

export async function anAlipay(keyType: 'PKCS1' | 'PKCS8' = 'PKCS1'): Promise<Alipay> {
  const app = pairOf(keyType === 'PKCS1' ? 'pkcs1' : 'pkcs8');
  const gateway = pairOf('pkcs8');
  const isSigned = (asked: Asked): boolean => {
    const { sign = '', ...params } = paramsOf(asked);
    const text = Object.keys(params)
      .sort()
      .map((name) => `${name}=${params[name]!}`)
      .join('&');
    return createVerify('RSA-SHA256').update(text).verify(app.publicKey, sign, 'base64');
  };
  const signed = (body: unknown, as = RESPONSE): string => {
    const text = JSON.stringify(body);
    const sign = createSign('RSA-SHA256').update(text).sign(gateway.privateKey, 'base64');
    return `{"${as}":${text},"sign":"${sign}"}`;
  };
  const stub = await aStub((asked) => ({
    body: isSigned(asked)
      ? signed({
          access_token: 'not kept',
          open_id: `open-id-of-${paramsOf(asked)['code']!.split('.')[0]!}`,
        })
      : signed({ code: '40002', sub_code: 'isv.invalid-signature' }, 'error_response'),
  }));
  const secret = {
    appId: '2021000000000000',
    privateKey: bare(app.privateKey),
    keyType,
    alipayPublicKey: bare(gateway.publicKey),
    gateway: `${stub.url}/gateway.do`,
    timeout: 300,
  };
  return { ...stub, secret: `json:${JSON.stringify(secret)}`, signed, isSigned };
}
