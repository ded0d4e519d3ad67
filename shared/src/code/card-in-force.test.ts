import { expect, test } from '@jest/globals';
import type { Day } from '../core/day';
import { isGoodOn, lastDayOf } from './card-in-force';

test('a card of 1 March is good for 180 days, through 27 August', () => {
  expect(lastDayOf('2020-03-01')).toBe('2020-08-27');
});

test.each<[string, Day, { ended?: { as: 'lost'; at: '2020-03-02T00:00:00.000Z' } }, boolean]>([
  ['on its last day still', '2020-08-27', {}, true],
  ['no longer the day after', '2020-08-28', {}, false],
  [
    'no longer once lost',
    '2020-03-03',
    { ended: { as: 'lost', at: '2020-03-02T00:00:00.000Z' } },
    false,
  ],
])('%s', (_, day, more, expected) => {
  expect(isGoodOn(day, { validUntil: lastDayOf('2020-03-01'), ...more })).toBe(expected);
});
