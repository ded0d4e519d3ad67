/** Alipay knows GCJ-02 alone, says degrees as text, and takes a number for the kind of answer: 0, coordinates only. */
import Taro from '@tarojs/taro';
import { Location } from '@yimatong/shared/core/location';
import { unlocated } from './failure';
import type { whereAmI as WhereAmIOf } from './where';

/** As text, whatever Taro's types say. */
type Answered = Record<'latitude' | 'longitude', number | string>;
const coordinatesOnly = { type: 0 } as unknown as Taro.getLocation.Option;

export const whereAmI: typeof WhereAmIOf = async () => {
  try {
    const answered: unknown = await Taro.getLocation(coordinatesOnly);
    const { latitude, longitude } = answered as Answered;
    return Location.parse({ latitude: Number(latitude), longitude: Number(longitude) });
  } catch {
    throw unlocated();
  }
};
