import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { anAws, bodyOf, failing, operationOf } from '../../test/stubs/aws';
import type { Stub } from '../../test/stubs/stub';
import { env } from './env';
import { outboxed, sendSms } from './sms';

const sms = { to: '+8617000000001', template: 'login-code' as const, params: ['123456', '5'] };

test('a setting that is missing or empty is an error that names it', () => {
  delete process.env['NOT_THERE'];
  expect(() => env('NOT_THERE')).toThrow('environment variable NOT_THERE is not set');
  process.env['NOT_THERE'] = '';
  expect(() => env('NOT_THERE')).toThrow('NOT_THERE');
  process.env['NOT_THERE'] = 'there';
  expect(env('NOT_THERE')).toBe('there');
});

test.each([
  [undefined, 'SMS_VIA is not set'],
  ['', 'SMS_VIA is not set'],
  ['sns', 'SMS_VIA must be'],
  ['queue:', 'SMS_VIA must be'],
])('SMS_VIA=%s is an error, not a default', async (setting, message) => {
  if (setting === undefined) delete process.env['SMS_VIA'];
  else process.env['SMS_VIA'] = setting;
  await expect(sendSms(sms)).rejects.toThrow(message);
  expect(outboxed()).toEqual([]);
});

describe('SMS by queue', () => {
  let sqs: Stub;
  beforeAll(async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '1';
    sqs = await anAws('SQS', (asked) => {
      const body = String(bodyOf(asked)['MessageBody']);
      const MD5OfMessageBody = createHash('md5').update(body).digest('hex');
      return { body: { MessageId: 'm-1', MD5OfMessageBody } };
    });
    process.env['SMS_VIA'] = `queue:${sqs.url}/1/sms`;
  });
  afterAll(() => sqs.close());

  test('the message lies there whole, and in no outbox', async () => {
    await sendSms(sms);
    const [asked] = sqs.asked;
    expect(operationOf(asked!)).toBe('SendMessage');
    const { QueueUrl, MessageBody } = bodyOf(asked!);
    expect(QueueUrl).toBe(`${sqs.url}/1/sms`);
    expect(JSON.parse(String(MessageBody))).toEqual(sms);
    expect(outboxed()).toEqual([]);
  });

  test('a queue that does not take it is an error', async () => {
    sqs.answers(() => failing('QueueDoesNotExist'));
    await expect(sendSms(sms)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});

test('the outbox keeps the last hundred, newest first', async () => {
  process.env['SMS_VIA'] = 'outbox';
  for (let i = 0; i < 120; i += 1) await sendSms({ ...sms, params: [String(i)] });
  expect(outboxed()).toHaveLength(100);
  expect([outboxed()[0], outboxed().at(-1)].map((one) => one?.sms.params[0])).toEqual([
    '119',
    '20',
  ]);
});
