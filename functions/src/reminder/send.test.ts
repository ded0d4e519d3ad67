/** Reminders as WeChat and Alipay document them, against stubs that speak their protocol. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Alipay, anAlipay, paramsOf } from '../../test/stubs/alipay';
import { type Asked, aStub, type Given, type Stub } from '../../test/stubs/stub';
import { handler } from './send';

process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
process.env['REMINDER_TEMPLATES'] = JSON.stringify({
  wechat: { templateId: 'template-w', what: 'thing1', when: 'time2' },
  alipay: { templateId: 'template-a', what: 'keyword1', when: 'keyword2' },
});
const aMessage = (platform: 'wechat' | 'alipay', to: string, messageId = 'm-1') => ({
  messageId,
  body: JSON.stringify({ platform, to, day: '2026-11-03' }),
});
const sending = (...Records: { messageId: string; body: string }[]) =>
  handler({ Records } as never);
const failed = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});
const bodyOf = ({ body }: Asked): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>;

describe('WeChat, subscribe/send', () => {
  let wechat: Stub;
  let tokens = 0;
  let valid = '';
  const isToken = ({ url }: Asked) => url.pathname === '/cgi-bin/stable_token';
  const tokenAnswer = (asked: Asked): Given => {
    if (bodyOf(asked)['force_refresh'] === true || valid === '') valid = `token-${(tokens += 1)}`;
    return { body: { access_token: valid, expires_in: 7200 } };
  };
  /** As WeChat: a token that is over is refused, whatever the message. */
  const answering =
    (errcode: number) =>
    (asked: Asked): Given => {
      if (isToken(asked)) return tokenAnswer(asked);
      const isOver = asked.url.searchParams.get('access_token') !== valid;
      return { body: isOver ? { errcode: 42001 } : { errcode, errmsg: 'said' } };
    };
  beforeAll(async () => {
    wechat = await aStub();
    const secret = { appid: 'wx-test', secret: 'app-secret', endpoint: wechat.url, timeoutMs: 300 };
    process.env['WECHAT_SECRET'] = `json:${JSON.stringify(secret)}`;
  });
  beforeEach(() => {
    wechat.answers(answering(0));
  });
  afterAll(() => wechat.close());
  const askedSince = (from: number) => wechat.asked.slice(from);

  test('asks for a stable token, then sends as documented', async () => {
    expect(await sending(aMessage('wechat', 'openid-1'))).toEqual(failed());
    const [token, message] = wechat.asked;
    expect([token!.method, token!.url.pathname, bodyOf(token!)]).toEqual([
      'POST',
      '/cgi-bin/stable_token',
      { grant_type: 'client_credential', appid: 'wx-test', secret: 'app-secret' },
    ]);
    expect([
      message!.method,
      message!.url.pathname,
      message!.url.searchParams.get('access_token'),
    ]).toEqual(['POST', '/cgi-bin/message/subscribe/send', 'token-1']);
    expect(bodyOf(message!)).toEqual({
      touser: 'openid-1',
      template_id: 'template-w',
      page: 'declaration/pages/daily',
      data: {
        thing1: { value: '今天还没有健康打卡，点击打卡' },
        time2: { value: '2026年11月3日 19:00' },
      },
    });
  });
  test('keeps the token for the next', async () => {
    const before = wechat.asked.length;
    await sending(aMessage('wechat', 'openid-2'), aMessage('wechat', 'openid-3', 'm-2'));
    expect(askedSince(before).filter(isToken)).toEqual([]);
  });
  test('a token that is over is asked for anew, once, and the message sent', async () => {
    valid = 'made anew by somebody else';
    const before = wechat.asked.length;
    expect(await sending(aMessage('wechat', 'openid-1'))).toEqual(failed());
    expect(askedSince(before).map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
      'send',
      'stable_token',
      'send',
    ]);
    expect(bodyOf(askedSince(before)[1]!)['force_refresh']).toBe(true);
  });
  test.each([
    ['the person refuses', 43101],
    ['there is no such openid', 40003],
  ])('%s: final', async (_, code) => {
    wechat.answers(answering(code));
    expect(await sending(aMessage('wechat', 'openid-1'))).toEqual(failed());
  });
  test.each<[string, (asked: Asked) => Given]>([
    ['the quota is used up', answering(45009)],
    ['WeChat is busy', answering(-1)],
    ['the template is wrong', answering(40037)],
    ['an error of the server', () => ({ status: 502, body: 'bad gateway' })],
    ['no JSON', () => ({ body: '<html>' })],
    ['nothing', () => 'never'],
    [
      'no token at all',
      (asked) => (isToken(asked) ? { body: { errcode: 40164 } } : { body: { errcode: 42001 } }),
    ],
  ])('%s: goes back alone to be tried again', async (_, how) => {
    wechat.answers(how);
    expect(await sending(aMessage('wechat', 'openid-1', 'bad'))).toEqual(failed('bad'));
  });
  test('what nobody can read goes back, the rest is sent', async () => {
    expect(
      await sending({ messageId: 'bad', body: '{}' }, aMessage('wechat', 'openid-1', 'good')),
    ).toEqual(failed('bad'));
  });
});

describe('Alipay, alipay.open.app.mini.templatemessage.send', () => {
  const RESPONSE = 'alipay_open_app_mini_templatemessage_send_response';
  let alipay: Alipay;
  beforeAll(async () => {
    alipay = await anAlipay();
    process.env['ALIPAY_SECRET'] = alipay.secret;
  });
  beforeEach(() => {
    alipay.answers(() => ({ body: alipay.signed({ code: '10000', msg: 'Success' }, RESPONSE) }));
  });
  afterAll(() => alipay.close());

  test.each([
    ['2088102122458832', 'to_user_id'],
    ['open-id-1', 'to_open_id'],
  ])('%s is written to by %s, signed by the app’s key', async (to, field) => {
    expect(await sending(aMessage('alipay', to))).toEqual(failed());
    const asked = alipay.asked.at(-1)!;
    expect(alipay.isSigned(asked)).toBe(true);
    const { method, biz_content: content } = paramsOf(asked);
    expect(method).toBe('alipay.open.app.mini.templatemessage.send');
    expect(JSON.parse(content!)).toEqual({
      [field]: to,
      user_template_id: 'template-a',
      page: 'declaration/pages/daily',
      data: JSON.stringify({
        keyword1: { value: '今天还没有健康打卡，点击打卡' },
        keyword2: { value: '2026年11月3日 19:00' },
      }),
    });
  });
  test.each<[string, object, string[]]>([
    ['refused for a reason of the business: final', { code: '40004', sub_code: 'ANY' }, []],
    ['unavailable: tried again', { code: '20000', sub_code: 'isp.unknow-error' }, ['m-1']],
    ['no right to the interface: tried again', { code: '40006' }, ['m-1']],
  ])('%s', async (_, body, again) => {
    alipay.answers(() => ({ body: alipay.signed({ msg: 'said', ...body }, RESPONSE) }));
    expect(await sending(aMessage('alipay', 'open-id-1'))).toEqual(failed(...again));
  });
  test.each([
    ['an error of the gateway', { status: 502, body: 'bad gateway' }],
    ['nothing', 'never'],
  ] as const)('%s: tried again', async (_, given) => {
    alipay.answers(() => given);
    expect(await sending(aMessage('alipay', 'open-id-1'))).toEqual(failed('m-1'));
  });
});
