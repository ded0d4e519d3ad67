/**
 * What a place's poster says (V4): an ordinary link, `https://{host}/?p={placeId}`, which WeChat and Alipay open in
 * the mini-program where it is entered there as a link's rule, and which opens the H5 anywhere else.
 *
 * WeChat's own code carries a scene of at most 32 characters (getUnlimitedQRCode): exactly the digits of the id's
 * UUID, so that no short code has to be kept.
 */
import { PlaceId } from '../core/id';

const PREFIX = 'plac_';
const UUID_DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

export const posterLink = (site: string, placeId: PlaceId): string => `${site}/?p=${placeId}`;

export const sceneOf = (placeId: PlaceId): string => placeId.slice(PREFIX.length).replace(/-/g, '');

/** The place that was scanned: of the link (encoded once more, as the platforms hand it on), of the scene, or of the bare id. */
export function placeScanned(text: string): PlaceId | undefined {
  const [, linked] = /(?:[?&]|%3F|%26)p(?:=|%3D)(plac_[0-9a-f-]+)(?:[&#%]|$)/i.exec(text) ?? [];
  const digits = UUID_DIGITS.exec(text)?.slice(1);
  const id = PlaceId.safeParse(linked ?? (digits ? PREFIX + digits.join('-') : text));
  return id.success ? id.data : undefined;
}
