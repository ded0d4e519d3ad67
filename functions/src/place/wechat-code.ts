/**
 * WeChat's own round code of the mini-program for a place: opens it without a rule for links (V4).
 * Source: developers.weixin.qq.com, 获取不限制的小程序码: POST /wxa/getwxacodeunlimit?access_token=… with scene (32
 * characters at most), page (of the published version), width (280–1280) → the picture, or { errcode }: 40001 (token),
 * 41030 (page not published), 45009 (5,000 a minute), 40097, 40129 (arguments).
 *
 * `WECHAT_CODES` is `on` or `off`: a mini-program that is not published has no pages that WeChat would know.
 */
import { sceneOf } from '@yimatong/shared/place/poster-link';
import type { PlaceId } from '@yimatong/shared/core/id';
import { env } from '../core/env';
import { log } from '../core/log';
import { askWechat } from '../core/wechat-api';

const PAGE = 'arrive/pages/arrive';
const WIDTH_PX = 600;

const failure = (code: number | string): Error =>
  Object.assign(new Error('WeChat gave no code'), { code });

/** The picture; undefined where it is switched off, or WeChat will not give one now: the poster does without. */
export async function wechatCodeOf(placeId: PlaceId): Promise<Uint8Array | undefined> {
  if (env('WECHAT_CODES') !== 'on') return undefined;
  const wanted = { scene: sceneOf(placeId), page: PAGE, check_path: true, width: WIDTH_PX };
  try {
    const answer = await askWechat('/wxa/getwxacodeunlimit', wanted, failure);
    if ('picture' in answer) return answer.picture;
    log('poster.no-wechat-code', { placeId, code: answer.code });
  } catch (error) {
    log('poster.no-wechat-code', { placeId, code: codeOf(error) });
  }
  return undefined;
}

const codeOf = (error: unknown): string | number => {
  const { code, name } = error as { readonly code?: string | number; readonly name?: string };
  return code ?? name ?? 'unknown';
};
