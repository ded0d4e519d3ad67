/**
 * Sends what lies in the queue of reminders, each by its platform. A message that fails goes back alone and, after its
 * tries, to the dead-letter queue; one that the person does not want any more is let go of.
 */
import type { Platform } from '@yimatong/shared/core/platform';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { log, logFailure } from '../core/log';
import { Reminder, templateOf } from '../core/reminders';
import { sendByAlipay } from './alipay';
import type { Sent, Sender } from './sender';
import { sendByWechat } from './wechat';

const senders: Readonly<Record<Platform, Sender>> = { wechat: sendByWechat, alipay: sendByAlipay };

export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const { messageId, body } of Records) {
    try {
      const { outcome, code } = await sent(Reminder.parse(JSON.parse(body)));
      log(`remind.${outcome}`, { messageId, code });
    } catch (error) {
      logFailure('remind.failed', error, { messageId });
      failed.push(messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};

function sent(reminder: Reminder): Promise<Sent> {
  const template = templateOf(reminder.platform);
  if (!template) throw new Error('no template for this platform');
  return senders[reminder.platform](reminder, template);
}
