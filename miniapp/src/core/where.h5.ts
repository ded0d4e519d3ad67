/** Browsers tell WGS-84. */
import { gcj02Of } from '@yimatong/shared/core/gcj02';
import { Location } from '@yimatong/shared/core/location';
import { unlocated } from './failure';
import type { whereAmI as WhereAmIOf } from './where';

const how = { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 };

export const whereAmI: typeof WhereAmIOf = async () => {
  try {
    const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, reject, how),
    );
    const { latitude, longitude } = coords;
    return Location.parse(gcj02Of({ latitude, longitude }));
  } catch {
    throw unlocated();
  }
};
