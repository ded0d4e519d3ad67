/** From one person to the next, of a party or of the queue: in WeChat and Alipay the client's own scanner opens over the result. */
import Taro from '@tarojs/taro';
import { scanOnce } from '../core/scan-once';
import { backToScanning } from './back-to-scanning';
import { awaitNextOf, type Party } from './party';
import { scanned } from './scanned';

export async function scanNext(party: Party | undefined): Promise<void> {
  awaitNextOf(party);
  const text = await scanOnce().catch(() => undefined);
  if (text === undefined) {
    awaitNextOf(undefined);
    backToScanning();
    return;
  }
  scanned(text);
  await Taro.redirectTo({ url: '/pass/desk/result' });
}
