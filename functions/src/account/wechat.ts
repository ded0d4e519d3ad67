/**
 * Login by WeChat's identity: `code2Session`.
 * Source: developers.weixin.qq.com, 小程序登录: GET /sns/jscode2session → { openid, session_key, errcode?, errmsg? };
 * 40029 and 40163 (code invalid, code used), 45011 (too often), 40226 (blocked), -1 (busy).
 */
import { Problem } from '@yimatong/shared/core/problem';
import * as z from 'zod';
import { wechatSecret } from '../core/wechat-secret';

const Answered = z.object({
  openid: z.string().optional(),
  errcode: z.number().optional(),
});
const BUSY = -1;

/** The openid behind a code of `wx.login`: good once, for five minutes. The session key is not kept. */
export async function openidOf(code: string): Promise<string> {
  const { appid, secret: appSecret, endpoint, timeoutMs } = await wechatSecret();
  const query = new URLSearchParams({
    appid,
    secret: appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const { openid, errcode = 0 } = await answeredBy(
    `${endpoint}/sns/jscode2session?${query.toString()}`,
    timeoutMs,
  );
  if (openid && errcode === 0) return openid;
  throw new Problem(
    errcode === BUSY ? 'account.platform-unreachable' : 'account.platform-refused',
    { detail: `wechat ${errcode}` },
  );
}

async function answeredBy(url: string, timeoutMs: number): Promise<z.infer<typeof Answered>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return Answered.parse(JSON.parse(await response.text()));
  } catch {
    throw new Problem('account.platform-unreachable', { detail: 'wechat' });
  }
}
