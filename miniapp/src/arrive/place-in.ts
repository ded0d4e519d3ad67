import type { PlaceId } from '@yimatong/shared/core/id';
import { placeScanned } from '@yimatong/shared/place/poster-link';

/** WeChat tells the page: `q` is the ordinary link, `scene` what its own code carries; both are encoded once more. */
export const placeIn = ({
  q,
  scene,
}: Readonly<Record<string, string | undefined>>): PlaceId | undefined =>
  placeScanned(decodeURIComponent(q ?? scene ?? ''));
