import { describe, expect, test } from '@jest/globals';
import { brokenBy, dotsOf } from './days-to-green';

const normal = (day: `${number}-${number}-${number}`) => ({ day, was: 'normal' as const });

describe('the days towards green', () => {
  test('two done, today open, the rest ahead, the last is the day it clears', () => {
    const dots = dotsOf(
      {
        clearsOn: '2026-11-17',
        daysDone: 2,
        daysNeeded: 14,
        days: [normal('2026-11-04'), normal('2026-11-05')],
      },
      '2026-11-06',
    );
    expect(dots).toHaveLength(14);
    expect(dots.map(({ state }) => state).slice(0, 4)).toEqual(['done', 'done', 'today', 'ahead']);
    expect(dots.at(0)?.day).toBe('2026-11-04');
    expect(dots.at(-1)?.day).toBe('2026-11-17');
  });

  test('today already normal is one of those done', () => {
    const way = {
      clearsOn: '2026-11-19' as const,
      daysDone: 1,
      daysNeeded: 14,
      days: [normal('2026-11-06')],
    };
    expect(dotsOf(way, '2026-11-06').map(({ state }) => state)).toEqual([
      'done',
      ...Array<string>(13).fill('ahead'),
    ]);
  });

  test('after an abnormal today the count begins tomorrow', () => {
    const way = {
      clearsOn: '2026-11-20' as const,
      daysDone: 0,
      daysNeeded: 14,
      days: [normal('2026-11-05'), { day: '2026-11-06', was: 'abnormal' } as const],
    };
    expect(dotsOf(way, '2026-11-06').at(0)).toEqual({ day: '2026-11-07', state: 'ahead' });
    expect(brokenBy(way)).toEqual({ day: '2026-11-06', was: 'abnormal' });
  });

  test('all done and a release awaited: nothing is left to count', () => {
    const way = { clearsOn: '2026-11-06' as const, daysDone: 14, daysNeeded: 14, days: [] };
    expect(dotsOf(way, '2026-11-06')).toEqual([]);
  });
});
