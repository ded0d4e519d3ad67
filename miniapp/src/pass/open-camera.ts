/** From the gate to the next scan. In WeChat and Alipay the client's own scanner opens over the gate itself. */
import Taro from '@tarojs/taro';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { scanOnce } from '../core/scan-once';
import { scanned, standAt } from './scanned';

/** Throws when there is no camera to use. */
export async function openCamera(post: Checkpoint | undefined): Promise<void> {
  standAt(post);
  const text = await scanOnce();
  if (text === undefined) return;
  scanned(text);
  await Taro.navigateTo({ url: '/pass/desk/result' });
}
