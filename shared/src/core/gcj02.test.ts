import { describe, expect, test } from '@jest/globals';
import { gcj02Of } from './gcj02';
import { kmBetween, type Location } from './location';

const at = (latitude: number, longitude: number): Location => ({ latitude, longitude });

describe('WGS-84 in GCJ-02', () => {
  test('as wandergis/coordtransform has it', () => {
    const { latitude, longitude } = gcj02Of(at(39.915, 116.404));
    expect(latitude).toBeCloseTo(39.91640428150164, 9);
    expect(longitude).toBeCloseTo(116.41024449916938, 9);
  });
  test('some hundreds of metres, on the island too', () => {
    const km = kmBetween(at(20.044, 110.324), gcj02Of(at(20.044, 110.324)));
    expect(km).toBeGreaterThan(0.2);
    expect(km).toBeLessThan(0.8);
  });
});
