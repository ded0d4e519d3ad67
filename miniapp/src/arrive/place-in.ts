import { placeScanned } from '@yimatong/shared/place/poster-link';
import { type Opened, openedPlace } from '../core/opened';

/** WeChat tells the page: `q` is the ordinary link, `scene` what its own code carries; both are encoded once more. */
export function placeIn({
  q,
  scene,
}: Readonly<Record<string, string | undefined>>): Opened | undefined {
  const placeId = placeScanned(q ?? scene ?? '');
  return placeId === undefined ? openedPlace() : { placeId, isAgain: false };
}
