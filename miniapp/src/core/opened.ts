/** The place whose poster opened the product (V4): in memory alone, so that a page opened again records nobody again. */
import Taro from '@tarojs/taro';
import type { PlaceId } from '@yimatong/shared/core/id';
import { placeScanned } from '@yimatong/shared/place/poster-link';
import { linkIn, type Entered } from './link';

let opened: PlaceId | undefined;

/** Called whenever the product comes to the front: a poster's link leads to the page of arriving. */
export function openedBy(entered: Entered): void {
  const place = placeScanned(linkIn(entered) ?? '');
  if (place === undefined) return;
  opened = place;
  void Taro.navigateTo({ url: '/arrive/pages/arrive' });
}

export const openedPlace = (): PlaceId | undefined => opened;
