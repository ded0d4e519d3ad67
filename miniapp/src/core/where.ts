/** Where the phone is, when its owner lets us ask: for a place that is entered, for a poster that is scanned. */
import Taro from '@tarojs/taro';
import { Location } from '@yimatong/shared/core/location';
import { unlocated } from './failure';

/** In GCJ-02, rounded to a hundred metres before it goes anywhere. Throws a `Failure`: refused, switched off, no sky. */
export async function whereAmI(): Promise<Location> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
    return Location.parse({ latitude, longitude });
  } catch {
    throw unlocated();
  }
}
