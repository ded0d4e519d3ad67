/** What WeChat or Alipay calls somebody here: how it is found, and itself, sealed for `{platform}#{found}`. */
import type { Platform } from '@yimatong/shared/core/platform';
import { lookUpOf } from '../core/keys';
import { seal } from '../core/seal';

export interface Identity {
  /** An HMAC. */
  readonly found: string;
  readonly sealed: string;
}

export async function identityOf(platform: Platform, name: string): Promise<Identity> {
  const found = await lookUpOf(platform, name);
  return { found, sealed: await seal(name, `${platform}#${found}`) };
}
