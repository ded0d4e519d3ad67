/**
 * The port for reminders. `REMINDERS_VIA` is `queue:<URL>` (the `remind` unit sends what lies there), or `outbox` for
 * a machine of one's own, where they are shown on a page instead; there is no default. `REMINDER_TEMPLATES` is JSON:
 * by platform the template that it has approved, and what its two fields are called; `{}` where there is none.
 */
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Platform } from '@yimatong/shared/core/platform';
import { Day, type Instant } from '@yimatong/shared/core/day';
import * as z from 'zod';
import { now } from './clock';
import { env } from './env';

const Template = z.object({
  templateId: z.string().min(1),
  /** The field for what is to do: `thing1` at WeChat, `keyword1` at Alipay. */
  what: z.string().min(1),
  /** The field for the day: `time2`, `keyword2`. */
  when: z.string().min(1),
});
export type Template = z.infer<typeof Template>;
const Templates = z.partialRecord(Platform, Template);

export const templateOf = (platform: Platform): Template | undefined =>
  Templates.parse(JSON.parse(env('REMINDER_TEMPLATES')))[platform];

export const Reminder = z.object({
  platform: Platform,
  /** The platform's own name of the person, for this product alone. */
  to: z.string(),
  day: Day,
});
export type Reminder = z.infer<typeof Reminder>;

const outbox: { readonly reminder: Reminder; readonly at: Instant }[] = [];
const KEPT = 100;
/** What would have been sent, newest first. Filled only where `REMINDERS_VIA` is `outbox`. */
export const remindersOutboxed = (): readonly {
  readonly reminder: Reminder;
  readonly at: Instant;
}[] => outbox;

export async function sendReminder(reminder: Reminder): Promise<void> {
  const via = env('REMINDERS_VIA');
  if (via === 'outbox') {
    outbox.unshift({ reminder, at: now() });
    outbox.splice(KEPT);
    return;
  }
  const [, url] = /^queue:(.+)$/.exec(via) ?? [];
  if (!url) throw new Error('REMINDERS_VIA must be queue:<URL> or outbox');
  await new SQSClient({}).send(
    new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(reminder) }),
  );
}
