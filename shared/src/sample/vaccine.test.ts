import { describe, expect, test } from '@jest/globals';
import type { Day } from '../core/day';
import { doseFits, vaccines, wrongDay } from './vaccine';

const given = (...doses: [number, Day][]) => doses.map(([dose, on]) => ({ dose, on }));

describe('which dose may follow which', () => {
  test.each<[string, [number, Day], [number, Day][], string]>([
    ['the first', [1, '2021-03-01'], [], 'fits'],
    ['the second after the first', [2, '2021-03-22'], [[1, '2021-03-01']], 'fits'],
    ['the same again', [1, '2021-03-22'], [[1, '2021-03-01']], 'given'],
    ['the second without a first', [2, '2021-03-22'], [], 'skipped'],
    ['the third without a second', [3, '2021-09-22'], [[1, '2021-03-01']], 'skipped'],
    ['the second before the first', [2, '2021-02-01'], [[1, '2021-03-01']], 'out-of-order'],
    ['the first after the second', [1, '2021-04-01'], [[2, '2021-03-01']], 'out-of-order'],
    ['the first told after the second', [1, '2021-02-01'], [[2, '2021-03-01']], 'fits'],
  ])('%s: %s', (_, [dose, on], before, fits) => {
    expect(doseFits({ dose, on }, given(...before))).toBe(fits);
  });
});

test.each([
  ['2021-03-01', undefined],
  ['2021-03-02', 'vaccinated-ahead'],
  ['2020-07-01', undefined],
  ['2020-06-30', 'vaccinated-early'],
] as const)('on 1 March 2021, given on %s: %s', (on, wrong) => {
  expect(wrongDay(on, '2021-03-01')).toBe(wrong);
});

test('every vaccine has both names, and a code of its own', () => {
  expect(new Set(vaccines.map(({ code }) => code)).size).toBe(vaccines.length);
  for (const { name, maker, doses } of vaccines) {
    expect(`${name.zh}${maker.zh}`).toMatch(/\p{Script=Han}/u);
    expect(`${name.en}${maker.en}`).not.toMatch(/\p{Script=Han}/u);
    expect(doses).toBeGreaterThan(0);
  }
});
