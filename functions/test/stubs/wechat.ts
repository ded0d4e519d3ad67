/** WeChat's code2Session: a code that begins with the openid's name is good, once. */
import { aStub, type Stub } from './stub';

export async function aWechat(): Promise<Stub & { readonly secret: string }> {
  const used = new Set<string>();
  const stub = await aStub(({ url }) => {
    const code = url.searchParams.get('js_code') ?? '';
    if (used.has(code)) return { body: { errcode: 40163, errmsg: 'code been used' } };
    used.add(code);
    return { body: { openid: `openid-of-${code.split('.')[0]!}`, session_key: 'not kept' } };
  });
  const secret = { appid: 'wx-test', secret: 'app-secret', endpoint: stub.url, timeoutMs: 300 };
  return { ...stub, secret: `json:${JSON.stringify(secret)}` };
}
