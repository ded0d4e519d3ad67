/**
 * Reminders by WeChat: a one-time subscription message.
 * Source: developers.weixin.qq.com, 发送订阅消息: POST /cgi-bin/message/subscribe/send?access_token=… with touser,
 * template_id, page, data { field: { value } } → { errcode }; 43101 (the person refuses), 40003 (no such openid),
 * 45009 (quota).
 */
import { askWechat } from '../core/wechat-api';
import { PAGE, refusal, type Sender, WHAT, whenOf } from './sender';

const UNWANTED = [43101, 40003];
const refused = (code: number | string): Error => refusal('WeChat', code);

export const sendByWechat: Sender = async ({ to, day }, { templateId, what, when }) => {
  const message = {
    touser: to,
    template_id: templateId,
    page: PAGE,
    data: { [what]: { value: WHAT }, [when]: { value: whenOf(day) } },
  };
  const answer = await askWechat('/cgi-bin/message/subscribe/send', message, refused);
  if ('picture' in answer) throw refused('no-json');
  const { code } = answer;
  if (code === 0) return { outcome: 'sent', code };
  if (UNWANTED.includes(code)) return { outcome: 'unwanted', code };
  throw refused(code);
};
