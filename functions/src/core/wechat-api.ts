/**
 * Calls to WeChat's API for the mini-program's server, with an access token.
 * Source: developers.weixin.qq.com, 获取稳定版接口调用凭据: POST /cgi-bin/stable_token with grant_type, appid, secret,
 * force_refresh → { access_token, expires_in }; 40001, 40014, 42001 (token invalid or over).
 */
import * as z from 'zod';
import { type WechatSecret, wechatSecret } from './wechat-secret';

const Refused = z.object({ errcode: z.number().optional() });
const Token = z.object({ access_token: z.string() });
const TOKEN_OVER = [40001, 40014, 42001];

/** What WeChat answers: JSON with its `errcode` (0: well), or a picture. */
export type WechatAnswer = { readonly code: number } | { readonly picture: Uint8Array };

let token: string | undefined;

/** Posts with a token; once more with a new one, where the token was refused. Throws what `failed` makes of a failure. */
export async function askWechat(
  path: string,
  body: object,
  failed: (code: number | string) => Error,
): Promise<WechatAnswer> {
  const secret = await wechatSecret();
  const first = await answered(secret, (token ??= await tokenOf(secret, false, failed)));
  if ('picture' in first || !TOKEN_OVER.includes(first.code)) return first;
  return answered(secret, (token = await tokenOf(secret, true, failed)));

  async function answered(by: WechatSecret, accessToken: string): Promise<WechatAnswer> {
    const query = new URLSearchParams({ access_token: accessToken }).toString();
    const response = await posted(by, `${path}?${query}`, body, failed);
    if (response.headers.get('content-type')?.startsWith('image/'))
      return { picture: new Uint8Array(await response.arrayBuffer()) };
    return { code: Refused.parse(await response.json()).errcode ?? 0 };
  }
}

/** The stable token is the same for everybody who asks, until it is over; `renew` only where it was refused. */
async function tokenOf(
  secret: WechatSecret,
  renew: boolean,
  failed: (code: number | string) => Error,
): Promise<string> {
  const { appid, secret: appSecret } = secret;
  const given = {
    grant_type: 'client_credential',
    appid,
    secret: appSecret,
    ...(renew && { force_refresh: true }),
  };
  const answer: unknown = await (
    await posted(secret, '/cgi-bin/stable_token', given, failed)
  ).json();
  const parsed = Token.safeParse(answer);
  if (parsed.success) return parsed.data.access_token;
  throw failed(Refused.safeParse(answer).data?.errcode ?? 'no-token');
}

async function posted(
  { endpoint, timeoutMs }: WechatSecret,
  path: string,
  body: object,
  failed: (code: number | string) => Error,
): Promise<Response> {
  const response = await fetch(`${endpoint}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw failed(response.status);
  return response;
}
