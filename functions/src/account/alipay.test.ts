import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Alipay, anAlipay, paramsOf } from '../../test/stubs/alipay';
import type * as adapterModule from './alipay';

type Adapter = typeof adapterModule;

process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
let alipay: Alipay;
let adapter: Adapter;
/** A Lambda just started: the SDK is made once per process. */
const starting = (): void => {
  jest.isolateModules(() => {
    adapter = jest.requireActual<Adapter>('./alipay');
  });
};

const proving = async (code = 'auth-code-1'): Promise<{ status: number; body: unknown }> => {
  const event = {
    version: '2.0',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    isBase64Encoded: false,
    requestContext: {
      http: { method: 'POST', path: '/identities/alipay', sourceIp: '192.0.2.1' },
      requestId: 'r',
    },
  };
  const { statusCode, body } = await adapter.handler(event as never, undefined as never);
  return { status: statusCode!, body: JSON.parse(body!) as unknown };
};

const refused = { status: 422, body: { code: 'account.platform-refused' } };
const unreachable = { status: 503, body: { code: 'account.platform-unreachable' } };

describe.each(['PKCS1', 'PKCS8'] as const)('alipay.system.oauth.token with a %s key', (keyType) => {
  beforeAll(async () => {
    alipay = await anAlipay(keyType);
    process.env['ALIPAY_SECRET'] = alipay.secret;
    starting();
  });
  afterAll(() => alipay.close());

  test('is asked for as the gateway wants it, signed by the app’s key', async () => {
    await proving();
    const [asked] = alipay.asked;
    expect(asked).toMatchObject({ method: 'POST' });
    expect(asked!.url.pathname).toBe('/gateway.do');
    expect(paramsOf(asked!)).toMatchObject({
      method: 'alipay.system.oauth.token',
      app_id: '2021000000000000',
      grant_type: 'authorization_code',
      code: 'auth-code-1',
      sign_type: 'RSA2',
      charset: 'utf-8',
      version: '1.0',
    });
    expect(alipay.isSigned(asked!)).toBe(true);
  });
});

describe('what the gateway answers', () => {
  beforeAll(async () => {
    alipay = await anAlipay();
    process.env['ALIPAY_SECRET'] = alipay.secret;
    starting();
  });
  afterAll(() => alipay.close());

  test.each<[string, () => string, object]>([
    [
      'a refusal of the code',
      () => alipay.signed({ code: '40002', sub_code: 'isv.code-invalid' }, 'error_response'),
      refused,
    ],
    ['an answer without an identity', () => alipay.signed({ access_token: 'x' }), refused],
    [
      'an answer that somebody else signed',
      () => alipay.signed({ open_id: 'me' }).replace('"me"', '"you"'),
      unreachable,
    ],
    [
      'an answer that nobody signed',
      () => '{"alipay_system_oauth_token_response":{"open_id":"you"}}',
      unreachable,
    ],
    ['no JSON', () => '<html>502</html>', unreachable],
  ])('%s', async (_, body, outcome) => {
    alipay.answers(() => ({ body: body() }));
    expect(await proving()).toMatchObject(outcome);
  });

  test.each([
    ['an error of the gateway', { status: 502, body: 'bad gateway' }],
    ['nothing', 'never'],
  ] as const)('%s', async (_, given) => {
    alipay.answers(() => given);
    expect(await proving()).toMatchObject(unreachable);
  });

  test('a setting that is missing is our own mistake, not Alipay’s', async () => {
    delete process.env['ALIPAY_SECRET'];
    starting();
    expect(await proving()).toMatchObject({ status: 500, body: { code: 'core.failed' } });
  });
});
