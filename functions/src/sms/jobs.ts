/**
 * Sends what lies in the SMS queue, through the carrier that `SMS_PROVIDER` names: Tencent Cloud, or SNS outside
 * China. A message that fails goes back alone and, after its tries, to the dead-letter queue.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { env } from '../core/env';
import { log, logFailure } from '../core/log';
import { Sms } from '../core/sms';
import { sendBySns } from './sns';
import { sendByTencent } from './tencent';

/** What a carrier answers: an id to ask it by. It throws when it did not take the message. */
export type Carrier = (sms: Sms) => Promise<string>;

const carrier = (): Carrier => {
  const provider = env('SMS_PROVIDER');
  if (provider === 'tencent') return sendByTencent;
  if (provider === 'sns') return sendBySns;
  throw new Error('SMS_PROVIDER must be tencent or sns');
};

export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const send = carrier();
  const failed: string[] = [];
  for (const { messageId, body } of Records) {
    try {
      const carrierId = await send(Sms.parse(JSON.parse(body)));
      log('sms.sent', { messageId, carrierId });
    } catch (error) {
      logFailure('sms.failed', error, { messageId });
      failed.push(messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
