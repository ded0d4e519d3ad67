/** The apps that a mini-program lives in, and that know their people. */
import type * as z from 'zod/mini';
import { oneOf } from './option';

export const platformLabels = {
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
} as const;
export const Platform = oneOf(platformLabels);
export type Platform = z.infer<typeof Platform>;
