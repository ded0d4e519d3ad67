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

/** Krasovsky 1940: its semi-major axis in m, and the square of its eccentricity. */
const AXIS_M = 6_378_245;
const ECCENTRICITY_2 = 0.006_693_421_622_965_943;
const degreesOf = (value: number): number => (value * 180) / Math.PI;

/**
 * WGS-84, as browsers tell it, in GCJ-02, as Chinese maps and the mini-programs do: some 500 m apart. There is no
 * official text; these are the series in public use (wandergis/coordtransform), good to a few metres within China.
 */
export function gcj02Of({ latitude, longitude }: Location): Location {
  const [x, y] = [longitude - 105, latitude - 35];
  const waves = (first: number, ...pairs: [amplitude: number, of: number][]): number =>
    ((first + pairs.reduce((sum, [amplitude, of]) => sum + amplitude * Math.sin(of), 0)) * 2) / 3;
  const root = Math.sqrt(Math.abs(x));
  const common = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves(
      common,
      [20, y * Math.PI],
      [40, (y / 3) * Math.PI],
      [160, (y / 12) * Math.PI],
      [320, (y * Math.PI) / 30],
    );
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves(
      common,
      [20, x * Math.PI],
      [40, (x / 3) * Math.PI],
      [150, (x / 12) * Math.PI],
      [300, (x / 30) * Math.PI],
    );
  const sine = Math.sin(radians(latitude));
  const bend = 1 - ECCENTRICITY_2 * sine * sine;
  const radiusNorth = (AXIS_M * (1 - ECCENTRICITY_2)) / (bend * Math.sqrt(bend));
  const radiusEast = (AXIS_M / Math.sqrt(bend)) * Math.cos(radians(latitude));
  return {
    latitude: latitude + degreesOf(north / radiusNorth),
    longitude: longitude + degreesOf(east / radiusEast),
  };
}
