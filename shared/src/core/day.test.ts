import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from './calendar';
import {
  Day,
  Instant,
  addDays,
  clockTimeOf,
  dayNumbered,
  dayOf,
  daysBetween,
  instantOf,
  msOf,
  numberOf,
  plusMs,
  startOf,
} from './day';

const someDay = fc.integer({ min: -10_000, max: 60_000 }).map(dayNumbered);
const someInstant = fc.integer({ min: 0, max: 4e12 }).map(instantOf);

describe('days are days in Shanghai (domain §5)', () => {
  test.each([
    ['2020-02-29T15:59:59.999Z', '2020-02-29', '23:59:59'],
    ['2020-02-29T16:00:00.000Z', '2020-03-01', '00:00:00'],
    ['2020-03-01T00:00:00.000Z', '2020-03-01', '08:00:00'],
    ['2019-12-31T16:00:00.000Z', '2020-01-01', '00:00:00'],
  ] as const)('%s is %s, %s', (instant, day, time) => {
    expect([dayOf(instant), clockTimeOf(instant)]).toEqual([day, time]);
  });

  test('the host agrees, asked for Asia/Shanghai', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2060, 0, 1) }), (ms) => {
        expect(dayOf(instantOf(ms))).toBe(format.format(ms));
      }),
    );
  });

  test('a day begins at its midnight and ends a millisecond before the next', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(plusMs(startOf(day), -1))).toBe(addDays(day, -1));
        expect(plusMs(startOf(day), 86_400_000)).toBe(startOf(addDays(day, 1)));
      }),
    );
  });
});

describe('counting days', () => {
  test.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-03-01', 14, '2020-03-15'],
    ['2020-03-01', 0, '2020-03-01'],
  ] as const)('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test('numbers, days and instants come back', () => {
    fc.assert(
      fc.property(someDay, someInstant, (day, instant) => {
        expect(dayNumbered(numberOf(day))).toBe(day);
        expect(instantOf(msOf(instant))).toBe(instant);
      }),
    );
  });
});

describe('what comes in', () => {
  test.each([
    ['2020-02-29', true],
    ['2021-02-29', false],
    ['2020-13-01', false],
    ['2020-2-9', false],
    ['2020-02-09T00:00:00Z', false],
    ['', false],
  ])('the day %p: %p', (text, ok) => {
    expect(Day.safeParse(text).success).toBe(ok);
    expect(isDay(text)).toBe(ok);
  });

  test.each([
    ['2020-02-29T16:00:00.000Z', true],
    ['2020-02-29T16:00:00Z', false],
    ['2020-02-29T16:00:00.000+08:00', false],
    ['2020-02-30T16:00:00.000Z', false],
    ['2020-02-29', false],
  ])('the instant %p: %p', (text, ok) => {
    expect(Instant.safeParse(text).success).toBe(ok);
  });
});
