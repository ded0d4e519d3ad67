import { expect, test } from '@jest/globals';
import { wiped } from './wiped';

test.each([
  ['a finger to the left', -80, 10, 'left'],
  ['a finger to the right', 56, 0, 'right'],
  ['a tap that slips', 20, 3, undefined],
  ['scrolling', 10, 300, undefined],
  ['scrolling askew', 90, 60, undefined],
])('%s', (_, dx, dy, way) => {
  expect(wiped(dx, dy)).toBe(way);
});
