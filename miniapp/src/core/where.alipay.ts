/** Alipay knows GCJ-02 alone, says degrees as text, and takes a number for the kind of answer: 0, coordinates only. */
import Taro from '@tarojs/taro';
import { Location } from '@yimatong/shared/core/location';
import { unlocated } from './failure';
import type { whereAmI as WhereAmIOf } from './where';

const coordinatesOnly = { type: 0 } as unknown as Taro.getLocation.Option;

export const whereAmI: typeof WhereAmIOf = async () => {
  try {
    const { latitude, longitude } = await Taro.getLocation(coordinatesOnly);
    return Location.parse({ latitude: Number(latitude), longitude: Number(longitude) });
  } catch {
    throw unlocated();
  }
};
