/** The place whose poster opened the product (V4): in memory alone, so that a page opened again records nobody again. */
import Taro from '@tarojs/taro';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeScanned } from '@yimatong/shared/place/poster-link';
import { linkIn, type Entered } from './link';

export interface Opened {
  readonly placeId: PlaceId;
  /**
   * The same as the last time. Alipay does not say whether somebody scanned again or only came back to the product:
   * then it is theirs to say.
   */
  readonly isAgain: boolean;
}
let opened: Opened | undefined;

/** Called whenever the product comes to the front: a poster's link leads to the page of arriving. */
export function openedBy(entered: Entered): void {
  const placeId = placeScanned(linkIn(entered) ?? '');
  if (placeId === undefined) return;
  opened = { placeId, isAgain: opened?.placeId === placeId };
  // Behind the first page, which is not open yet when the product is told.
  setTimeout(() => void Taro.navigateTo({ url: '/arrive/pages/arrive' }), 0);
}

export const openedPlace = (): Opened | undefined => opened;
