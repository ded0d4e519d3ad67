/**
 * Reminders by Alipay: a subscription message.
 * Source: opendocs.alipay.com, alipay.open.app.mini.templatemessage.send with to_user_id (older apps) or to_open_id,
 * user_template_id, page, data { field: { value } } as text → { code, msg, sub_code }; of the gateway’s codes 10000 is
 * done, 20000 unavailable, 40004 refused for a reason of the business (sub_code).
 */
import * as z from 'zod';
import { alipaySdk } from '../core/alipay-sdk';
import { PAGE, refusal, type Sender, WHAT, whenOf } from './sender';

const DONE = '10000';
const REFUSED = '40004';
const Answered = z.object({ code: z.string(), subCode: z.string().optional() });

/** Older apps know people by a number of sixteen digits that begins with 2088. */
const isUserId = (id: string): boolean => /^2088\d{12}$/.test(id);

export const sendByAlipay: Sender = async ({ to, day }, { templateId, what, when }) => {
  const sdk = await alipaySdk();
  const answer = await sdk.exec('alipay.open.app.mini.templatemessage.send', {
    bizContent: {
      ...(isUserId(to) ? { to_user_id: to } : { to_open_id: to }),
      user_template_id: templateId,
      page: PAGE,
      data: JSON.stringify({ [what]: { value: WHAT }, [when]: { value: whenOf(day) } }),
    },
  });
  const { code, subCode = code } = Answered.parse(answer);
  if (code === DONE) return { outcome: 'sent', code };
  if (code === REFUSED) return { outcome: 'unwanted', code: subCode };
  throw refusal('Alipay', subCode);
};
