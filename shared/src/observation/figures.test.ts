import { expect, test } from '@jest/globals';
import type { Day, Instant } from '../core/day';
import { calendarOn } from './calendar';
import { type Counted, figuresOf } from './figures';

const now: Instant = '2020-03-10T02:00:00.000Z';
const today: Day = '2020-03-10';
const hoursAgo = (hours: number): Instant =>
  new Date(Date.parse(now) - hours * 3_600_000).toISOString() as Instant;
const one = (openedHoursAgo: number, more: Partial<Counted> = {}, seen: Day[] = []): Counted => ({
  calendar: calendarOn(
    today,
    { startOn: '2020-03-05', openedOn: '2020-03-05', days: 14, mostAddedDays: 7 },
    seen.map((day, nth) => ({ id: `look_${String(nth)}`, day, seen: true })),
  ),
  openedAt: hoursAgo(openedHoursAgo),
  ...more,
});
const nothing = figuresOf([], now, today);

test.each<[string, Counted, Partial<typeof nothing>]>([
  ['opened just now', one(1), { open: 1, dueToday: 1, missedYesterday: 1 }],
  [
    'never seen in 48 hours',
    one(48),
    { open: 1, dueToday: 1, missedYesterday: 1, after48Hours: 1, neverSeen: 1 },
  ],
  [
    'seen within 48 hours, and today',
    one(100, { firstSeenAt: hoursAgo(60) }, ['2020-03-09', '2020-03-10']),
    { open: 1, seenToday: 1, after48Hours: 1, within48Hours: 1 },
  ],
  [
    'seen within 48 hours that are not over yet',
    one(10, { firstSeenAt: hoursAgo(2) }, ['2020-03-10']),
    { open: 1, seenToday: 1, missedYesterday: 1, after48Hours: 1, within48Hours: 1 },
  ],
  [
    'seen too late',
    one(100, { firstSeenAt: hoursAgo(10) }, ['2020-03-09']),
    { open: 1, dueToday: 1, after48Hours: 1 },
  ],
  ['lost', one(200, { outcome: 'lost' }), { after48Hours: 1, ended: 1, lost: 1 }],
  [
    'released',
    one(400, { outcome: 'released', firstSeenAt: hoursAgo(390) }),
    { after48Hours: 1, within48Hours: 1, ended: 1, released: 1 },
  ],
])('%s', (_, counted, expected) => {
  expect(figuresOf([counted], now, today)).toEqual({ ...nothing, ...expected });
});
