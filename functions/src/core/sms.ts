/**
 * The port for SMS. `SMS_VIA` is `queue:<URL>` (the `sms` unit sends what lies there), or `outbox` for a machine of
 * one's own, where messages are shown on a page instead; there is no default.
 */
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Instant } from '@yimatong/shared/core/day';
import * as z from 'zod';
import { now } from './clock';
import { env } from './env';

/** One message of a template that the carrier has approved. */
export const Sms = z.object({
  /** E.164. */
  to: z.string(),
  template: z.enum(['login-code', 'leave-code', 'escalation', 'medicine-bought']),
  params: z.array(z.string()),
});
export type Sms = z.infer<typeof Sms>;

const outbox: { readonly sms: Sms; readonly at: Instant }[] = [];
const KEPT = 100;
/** What would have been sent, newest first. Filled only where `SMS_VIA` is `outbox`. */
export const outboxed = (): readonly { readonly sms: Sms; readonly at: Instant }[] => outbox;

export async function sendSms(sms: Sms): Promise<void> {
  const via = env('SMS_VIA');
  if (via === 'outbox') {
    outbox.unshift({ sms, at: now() });
    outbox.splice(KEPT);
    return;
  }
  const [, url] = /^queue:(.+)$/.exec(via) ?? [];
  if (!url) throw new Error('SMS_VIA must be queue:<URL> or outbox');
  await new SQSClient({}).send(
    new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(sms) }),
  );
}
