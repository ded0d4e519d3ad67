import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Given, type Stub } from '../../test/stubs/stub';
import { aWechat } from '../../test/stubs/wechat';
import { openidOf } from './wechat';

let wechat: Stub;
beforeAll(async () => {
  const stub = await aWechat();
  wechat = stub;
  process.env['WECHAT_SECRET'] = stub.secret;
});
afterAll(() => wechat.close());

describe('code2Session', () => {
  test('is asked for as WeChat documents it, and answers the openid', async () => {
    expect(await openidOf('anna.1')).toBe('openid-of-anna');
    const [{ method, url } = { method: '', url: new URL('x:') }] = wechat.asked;
    expect([method, url.pathname]).toEqual(['GET', '/sns/jscode2session']);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      appid: 'wx-test',
      secret: 'app-secret',
      js_code: 'anna.1',
      grant_type: 'authorization_code',
    });
    await expect(openidOf('anna.1')).rejects.toMatchObject({ code: 'account.platform-refused' });
  });

  test.each<[string, Given, string]>([
    ['an invalid code', { body: { errcode: 40029 } }, 'account.platform-refused'],
    ['a used code', { body: { errcode: 40163 } }, 'account.platform-refused'],
    ['a blocked user', { body: { errcode: 40226 } }, 'account.platform-refused'],
    ['WeChat busy', { body: { errcode: -1 } }, 'account.platform-unreachable'],
    ['an empty answer', { body: {} }, 'account.platform-refused'],
    [
      'an openid and an error',
      { body: { openid: 'x', errcode: 40029 } },
      'account.platform-refused',
    ],
    ['no JSON', { body: '<html>' }, 'account.platform-unreachable'],
    ['another shape', { body: { openid: 7 } }, 'account.platform-unreachable'],
    ['nothing', 'never', 'account.platform-unreachable'],
  ])('answers with %s', async (_, given, code) => {
    wechat.answers(() => given);
    await expect(openidOf('any.code')).rejects.toMatchObject({ code });
  });
});
