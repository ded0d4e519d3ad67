import { describe, expect, test } from '@jest/globals';
import type { Day } from '../core/day';
import { type RiskArea, riskAreas, wasInKeyArea } from './risk-area';

const area = (code: string, from: Day, until?: Day): RiskArea => ({
  area: code,
  name: { zh: '', en: '' },
  from,
  ...(until && { until }),
  cites: '',
});
const province = area('42', '2020-01-23', '2020-04-08');
const city = area('420100', '2020-01-23', '2020-04-08');
const county = area('460108', '2020-02-10');

describe('whether somebody was in a key epidemic area while it was one', () => {
  test.each([
    ['in the province, in the middle', '42', '2020-02-01', '2020-02-10', [province], true],
    ['in its city', '420100', '2020-02-01', '2020-02-10', [province], true],
    ['the last day in force', '42', '2020-04-08', '2020-04-20', [province], true],
    ['the day after', '42', '2020-04-09', '2020-04-20', [province], false],
    ['the first day in force', '42', '2020-01-01', '2020-01-23', [province], true],
    ['the day before', '42', '2020-01-01', '2020-01-22', [province], false],
    ['around all of it', '42', '2020-01-01', '2020-12-31', [province], true],
    ['in another province', '43', '2020-02-01', '2020-02-10', [province], false],
    ['abroad', 'abroad', '2020-02-01', '2020-02-10', [province], false],
    ['no area at all', '42', '2020-02-01', '2020-02-10', [], false],
    [
      'the province of a city that is one: not guessed',
      '42',
      '2020-02-01',
      '2020-02-10',
      [city],
      false,
    ],
    ['a county of one’s own, still in force', '460108', '2021-01-01', '2021-01-02', [county], true],
    ['its neighbour', '460107', '2021-01-01', '2021-01-02', [county], false],
    ['one of several', '42', '2020-02-01', '2020-02-10', [county, province], true],
  ] as const)('%s', (_, where, from, until, areas, was) => {
    expect(wasInKeyArea({ area: where, from, until }, areas)).toBe(was);
  });

  test('every area of the file is named in both languages and ends after it begins', () => {
    for (const { name, from, until, cites } of riskAreas) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).not.toMatch(/\p{Script=Han}|^$/u);
      expect(until === undefined || until >= from).toBe(true);
      expect(cites).not.toBe('');
    }
  });
});
