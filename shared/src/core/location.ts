/** Where something is, as a phone tells it: GCJ-02 degrees in the mini-programs, as Chinese maps use. */
import * as z from 'zod/mini';

/** Kept to three decimals: a hundred metres, which tells a place and nobody's doorstep. */
const degrees = (most: number) =>
  z.number().check(
    z.minimum(-most),
    z.maximum(most),
    z.overwrite((value) => Math.round(value * 1000) / 1000),
  );

export const Location = z.strictObject({ latitude: degrees(90), longitude: degrees(180) });
export type Location = z.infer<typeof Location>;

const EARTH_RADIUS_KM = 6371;
const radians = (value: number): number => (value * Math.PI) / 180;

/** Along the great circle, in km (haversine). */
export function kmBetween(a: Location, b: Location): number {
  const across = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const along = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = across + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * along;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
