import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { anAws, bodyOf, failing, operationOf } from '../../test/stubs/aws';
import { type Asked, aStub, type Given, type Stub } from '../../test/stubs/stub';
import { handler } from './jobs';

process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
process.env['AWS_MAX_ATTEMPTS'] = '1';
const aMessage = (messageId: string, body: unknown = aCode()) => ({
  messageId,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const aCode = (to = '+8617000000001') => ({ to, template: 'login-code', params: ['123456', '5'] });
const sending = (...Records: ReturnType<typeof aMessage>[]) => handler({ Records } as never);
const failed = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('Tencent Cloud, SendSms 2021-01-11', () => {
  let tencent: Stub;
  beforeAll(async () => {
    tencent = await aStub();
    process.env['SMS_PROVIDER'] = 'tencent';
    const secret = {
      secretId: 'AKIDtest',
      secretKey: 'secret-key',
      sdkAppId: '1400000000',
      signName: '健康一码通',
      templates: { 'login-code': '449739' },
      stub: tencent.host,
    };
    process.env['SMS_SECRET'] = `json:${JSON.stringify(secret)}`;
  });
  afterAll(() => tencent.close());
  const status = (Code: string): Given => ({
    body: { Response: { SendStatusSet: [{ SerialNo: 's-1', Code }], RequestId: 'r' } },
  });
  beforeEach(() => {
    tencent.answers(() => status('Ok'));
  });

  /** TC3-HMAC-SHA256, computed again from what arrived (cloud.tencent.com, 签名方法 v3). The SDK takes the service from the host's first label. */
  function signatureOf(
    { method, headers, body }: Asked,
    signedHeaders: string,
    scope: string,
  ): string {
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const hmac = (key: string | Buffer, text: string) =>
      createHmac('sha256', key).update(text).digest();
    const canonicalHeaders = signedHeaders
      .split(';')
      .map((name) => [name, String(headers[name]).toLowerCase()] as const)
      // The SDK signs the host without its port: Tencent's own has none.
      .map(([name, value]) => `${name}:${name === 'host' ? value.replace(/:\d+$/, '') : value}\n`)
      .join('');
    const canonical = [method, '/', '', canonicalHeaders, signedHeaders, sha(body)].join('\n');
    const toSign = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], scope, sha(canonical)].join('\n');
    const key = scope.split('/').reduce<string | Buffer>(hmac, 'TC3secret-key');
    return hmac(key, toSign).toString('hex');
  }

  test('gets one signed request a message, with the fields that it documents', async () => {
    expect(await sending(aMessage('m-1'))).toEqual(failed());
    const asked = tencent.asked.at(-1)!;
    expect([asked.method, asked.headers['x-tc-action'], asked.headers['x-tc-version']]).toEqual([
      'POST',
      'SendSms',
      '2021-01-11',
    ]);
    expect(bodyOf(asked)).toEqual({
      PhoneNumberSet: ['+8617000000001'],
      SmsSdkAppId: '1400000000',
      SignName: '健康一码通',
      TemplateId: '449739',
      TemplateParamSet: ['123456', '5'],
    });
    const authorization = String(asked.headers['authorization']);
    const [, scope, signedHeaders, signature] =
      /^TC3-HMAC-SHA256 Credential=AKIDtest\/([\d-]+\/\w+\/tc3_request), SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
        authorization,
      ) ?? [];
    expect(signature).toBe(signatureOf(asked, signedHeaders!, scope!));
  });

  test.each<[string, Given]>([
    ['a number that it does not serve', status('FailedOperation.PhoneNumberInBlacklist')],
    [
      'an error',
      { body: { Response: { Error: { Code: 'AuthFailure', Message: 'x' }, RequestId: 'r' } } },
    ],
    ['an empty answer', { body: { Response: { RequestId: 'r' } } }],
    ['no JSON', { body: '<html>' }],
    ['a failure', { status: 500, body: {} }],
  ])('%s goes back to the queue', async (_, given) => {
    tencent.answers(() => given);
    expect(await sending(aMessage('m-1'))).toEqual(failed('m-1'));
  });

  test('of a batch only what failed goes back', async () => {
    tencent.answers((asked) =>
      status(asked.body.includes('+8617000000002') ? 'LimitExceeded.PhoneNumberDailyLimit' : 'Ok'),
    );
    expect(
      await sending(
        aMessage('m-1'),
        aMessage('m-2', aCode('+8617000000002')),
        aMessage('m-3', 'no JSON'),
        aMessage('m-4', { ...aCode(), template: 'another' }),
        aMessage('m-5'),
      ),
    ).toEqual(failed('m-2', 'm-3', 'm-4'));
  });
});

describe('Amazon SNS, Publish', () => {
  let sns: Stub;
  beforeAll(async () => {
    sns = await anAws('SNS', () => ({
      type: 'text/xml',
      body: '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>',
    }));
    process.env['SMS_PROVIDER'] = 'sns';
  });
  afterAll(() => sns.close());

  test('gets phone and text, as a message that is not to wait', async () => {
    expect(await sending(aMessage('m-1'))).toEqual(failed());
    const form = new URLSearchParams(sns.asked.at(-1)!.body);
    expect(Object.fromEntries(form)).toMatchObject({
      Action: 'Publish',
      PhoneNumber: '+8617000000001',
      Message: expect.stringContaining('验证码 123456，5 分钟内有效'),
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    });
  });

  test('a refusal goes back to the queue', async () => {
    sns.answers(() => ({
      status: 400,
      type: 'text/xml',
      body: '<ErrorResponse><Error><Type>Sender</Type><Code>OptedOut</Code><Message>x</Message></Error></ErrorResponse>',
    }));
    expect(await sending(aMessage('m-1'))).toEqual(failed('m-1'));
  });
});

test('the carrier’s account may lie in Secrets Manager', async () => {
  const manager = await anAws('SECRETS_MANAGER', (asked) =>
    operationOf(asked) === 'GetSecretValue' ? failing('ResourceNotFoundException') : {},
  );
  Object.assign(process.env, { SMS_PROVIDER: 'tencent', SMS_SECRET: 'arn:aws:secret' });
  expect(await sending(aMessage('m-1'))).toEqual(failed('m-1'));
  expect(bodyOf(manager.asked[0]!)).toEqual({ SecretId: 'arn:aws:secret' });
  await manager.close();
});

test.each([[undefined], ['carrier-pigeon']])('SMS_PROVIDER=%s is an error', async (provider) => {
  if (provider === undefined) delete process.env['SMS_PROVIDER'];
  else process.env['SMS_PROVIDER'] = provider;
  await expect(sending(aMessage('m-1'))).rejects.toThrow('SMS_PROVIDER');
});
