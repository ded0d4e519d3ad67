import { describe, expect, test } from '@jest/globals';
import { kmBetween, Location, locationCheckOf } from './location';

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

describe('whether somebody stood where they said (V4)', () => {
  const gate = at(20.044, 110.324);
  test.each([
    ['at the gate', gate, at(20.045, 110.325), 'passed'],
    ['900 m away, at the other end of a campus', gate, at(20.052, 110.324), 'passed'],
    ['1.2 km away', gate, at(20.055, 110.324), 'failed'],
    ['a poster photographed 300 km away', gate, at(18.25, 109.51), 'failed'],
    ['a place without a location', undefined, gate, 'not-possible'],
    ['a device that refused', gate, undefined, 'not-possible'],
  ] as const)('%s: %s', (_, place, device, check) => {
    expect(locationCheckOf(place, device)).toBe(check);
  });
});
