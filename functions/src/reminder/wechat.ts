/**
 * Reminders by WeChat: a one-time subscription message.
 * Source: developers.weixin.qq.com, 发送订阅消息: POST /cgi-bin/message/subscribe/send?access_token=… with touser,
 * template_id, page, data { field: { value } } → { errcode }; 43101 (the person refuses), 40003 (no such openid),
 * 40001, 40014, 42001 (token invalid or over), 45009 (quota). 获取稳定版接口调用凭据: POST /cgi-bin/stable_token with
 * grant_type, appid, secret, force_refresh → { access_token, expires_in }.
 */
import * as z from 'zod';
import { wechatSecret, type WechatSecret } from '../core/wechat-secret';
import { PAGE, refusal, type Sender, WHAT, whenOf } from './sender';

const Answered = z.object({ errcode: z.number().optional() });
const Token = z.object({ access_token: z.string() });

const UNWANTED = [43101, 40003];
const TOKEN_OVER = [40001, 40014, 42001];

let token: string | undefined;

export const sendByWechat: Sender = async ({ to, day }, { templateId, what, when }) => {
  const secret = await wechatSecret();
  const message = {
    touser: to,
    template_id: templateId,
    page: PAGE,
    data: { [what]: { value: WHAT }, [when]: { value: whenOf(day) } },
  };
  const first = await sent(secret, (token ??= await tokenOf(secret, false)), message);
  const code = TOKEN_OVER.includes(first)
    ? await sent(secret, (token = await tokenOf(secret, true)), message)
    : first;
  if (code === 0) return { outcome: 'sent', code };
  if (UNWANTED.includes(code)) return { outcome: 'unwanted', code };
  throw refusal('WeChat', code);
};

/** The stable token is the same for everybody who asks, until it is over; `renew` only where it was refused. */
const tokenOf = async (secret: WechatSecret, renew: boolean): Promise<string> => {
  const { appid, secret: appSecret } = secret;
  const given = {
    grant_type: 'client_credential',
    appid,
    secret: appSecret,
    ...(renew && { force_refresh: true }),
  };
  const answer = await posted(secret, '/cgi-bin/stable_token', given);
  const parsed = Token.safeParse(answer);
  if (parsed.success) return parsed.data.access_token;
  throw refusal('WeChat', Answered.safeParse(answer).data?.errcode ?? 'no-token');
};

const sent = async (secret: WechatSecret, by: string, message: object): Promise<number> => {
  const query = new URLSearchParams({ access_token: by }).toString();
  const answer = await posted(secret, `/cgi-bin/message/subscribe/send?${query}`, message);
  return Answered.parse(answer).errcode ?? 0;
};

async function posted(
  { endpoint, timeoutMs }: WechatSecret,
  path: string,
  body: object,
): Promise<unknown> {
  const response = await fetch(`${endpoint}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw refusal('WeChat', response.status);
  return response.json();
}
