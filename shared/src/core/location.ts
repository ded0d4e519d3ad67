/** Where something is, as a phone tells it: GCJ-02 degrees in the mini-programs, as Chinese maps use. */
import * as z from 'zod/mini';
import { type Labels, oneOf } from './option';

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

/** Whether somebody stood where they said, as far as their device could tell (V4). Nothing follows from it by itself. */
export const locationCheckLabels = {
  passed: { zh: '位置相符', en: 'Location agrees' },
  failed: { zh: '位置不符', en: 'Location does not agree' },
  'not-possible': { zh: '位置无法核对', en: 'Location could not be checked' },
} as const satisfies Labels;
export const LocationCheck = oneOf(locationCheckLabels);
export type LocationCheck = z.infer<typeof LocationCheck>;

/** A hundred metres of rounding at both ends, a large site, and a phone that sees no sky. */
const NEAR_KM = 1;

/** `not-possible` where either end is unknown: a place entered without its location, a device that refused. */
export function locationCheckOf(
  place: Location | undefined,
  device: Location | undefined,
): LocationCheck {
  if (place === undefined || device === undefined) return 'not-possible';
  return kmBetween(place, device) <= NEAR_KM ? 'passed' : 'failed';
}
