/** From a browser's degrees to those of Chinese maps. Apart from the rest: mini-programs need none of it. */
import type { Location } from './location';

const radians = (value: number): number => (value * Math.PI) / 180;
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
