import { describe, expect, test } from '@jest/globals';
import { kmBetween, Location } from './location';

const at = (latitude: number, longitude: number): Location => ({ latitude, longitude });

describe('distance', () => {
  test.each([
    ['the same place', at(20, 110), at(20, 110), 0, 0],
    ['a degree of latitude', at(19, 110), at(20, 110), 111, 112],
    ['a degree of longitude at 20° north', at(20, 110), at(20, 111), 104, 105],
    ['half around the earth', at(0, 0), at(0, 180), 20_000, 20_020],
  ])('%s', (_, one, other, least, most) => {
    const km = kmBetween(one, other);
    expect(km).toBeGreaterThanOrEqual(least);
    expect(km).toBeLessThanOrEqual(most);
  });
});

test('kept to a hundred metres', () => {
  expect(Location.parse({ latitude: 20.04567, longitude: 110.19951 })).toEqual(at(20.046, 110.2));
});

test('nothing beyond the earth', () => {
  expect(Location.safeParse({ latitude: 91, longitude: 0 }).success).toBe(false);
});
