import { describe, expect, test } from '@jest/globals';
import { addDays, type Day } from '../core/day';
import type { RiskArea } from '../code/risk-area';
import type { FeverClinic, Notice } from './contract';
import { clinicsIn, noticesFor, noticesOn } from './in-force';
import { wasThere } from './was-there';

const words = { zh: '虚构', en: 'invented' };
const aNotice = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  title: words,
  text: words,
  issuer: words,
  area: '46',
  from: '2020-03-01',
  ...more,
});
const idsOf = (notices: readonly { id: string }[]) => notices.map(({ id }) => id);

describe('notices on a day', () => {
  test.each<[string, Day, string[]]>([
    ['before its first day, none', '2020-02-29', []],
    ['on its first day', '2020-03-01', ['a']],
    ['the newest first', '2020-03-05', ['b', 'a']],
    ['on its last day still', '2020-03-10', ['b', 'a']],
    ['no longer the day after', '2020-03-11', ['a']],
  ])('%s', (_, day, expected) => {
    const notices = [aNotice('a'), aNotice('b', { from: '2020-03-05', until: '2020-03-10' })];
    expect(idsOf(noticesOn(day, notices))).toEqual(expected);
  });

  test('two of one day stand in the order of their names, however they came', () => {
    const [a, b] = [aNotice('a'), aNotice('b')];
    expect(noticesOn('2020-03-02', [b, a])).toEqual(noticesOn('2020-03-02', [a, b]));
  });
});

describe('for whom', () => {
  const notices = [
    aNotice('province'),
    aNotice('haikou', { area: '460100' }),
    aNotice('meilan', { area: '460108' }),
    aNotice('sanya', { area: '460200' }),
  ];
  test.each([
    ['46', ['province', 'haikou', 'meilan', 'sanya']],
    ['460100', ['province', 'haikou', 'meilan']],
    ['460108', ['province', 'haikou', 'meilan']],
    ['460105', ['province', 'haikou']],
    ['460200', ['province', 'sanya']],
  ])('%s', (area, expected) => {
    expect(idsOf(noticesFor(area, notices))).toEqual(expected);
  });

  test('clinics of a city are those of its districts', () => {
    const clinic = (id: string, area: string): FeverClinic => ({
      id,
      area,
      name: words,
      address: words,
      phone: '0898-00000000',
      hours: words,
    });
    const all = [clinic('one', '460108'), clinic('two', '460202'), clinic('three', '469023')];
    expect(idsOf(clinicsIn('460100', all))).toEqual(['one']);
    expect(idsOf(clinicsIn('469023', all))).toEqual(['three']);
    expect(idsOf(clinicsIn('46', all))).toHaveLength(3);
  });
});

describe('was I there?', () => {
  const area = (code: string, from: Day, until?: Day): RiskArea => ({
    area: code,
    name: words,
    from,
    ...(until && { until }),
    cites: '',
  });
  const keyAreas = [
    area('42', '2020-01-23', '2020-04-08'),
    area('440100', '2020-03-10', '2020-03-20'),
    area('23', '2020-03-15'),
  ];
  test.each<[string, string, Day, Day, string]>([
    ['on its first day', '42', '2020-01-20', '2020-01-23', 'yes'],
    ['the day before', '42', '2020-01-20', '2020-01-22', 'no'],
    ['on its last day', '42', '2020-04-08', '2020-04-20', 'yes'],
    ['the day after', '42', '2020-04-09', '2020-04-20', 'no'],
    ['around all of it', '42', '2020-01-01', '2020-12-31', 'yes'],
    ['one that still is', '23', '2020-06-01', '2020-06-01', 'yes'],
    ['a province of which a city was one', '44', '2020-03-11', '2020-03-12', 'partly'],
    ['that province after the city’s days', '44', '2020-03-21', '2020-03-22', 'no'],
    ['a province that never was', '11', '2020-01-01', '2020-12-31', 'no'],
    ['abroad', 'abroad', '2020-01-01', '2020-12-31', 'no'],
  ])('%s: %s from %s until %s, %s', (_, place, from, until, expected) => {
    expect(wasThere({ area: place, from, until }, keyAreas, addDays(until, 1)).answer).toBe(
      expected,
    );
  });

  test.each<[string, Day, string]>([
    ['thirty days after the last day of it, it still is', '2020-05-08', 'yes'],
    ['the day after, no form asks about it any more', '2020-05-09', 'past'],
  ])('%s', (_, today, expected) => {
    const stay = { area: '42', from: '2020-04-01', until: '2020-04-08' } as const;
    expect(wasThere(stay, keyAreas, today).answer).toBe(expected);
  });
});
