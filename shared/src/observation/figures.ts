/** Indicators of follow-up (V6), as SORMAS and Go.Data count them, over the observations of a place or an area. */
import { type Day, type Instant, msOf } from '../core/day';
import { type Calendar } from './calendar';

export interface Counted {
  readonly calendar: Calendar;
  readonly openedAt: Instant;
  /** When the person was first seen. */
  readonly firstSeenAt?: Instant | undefined;
  readonly outcome?: string | undefined;
}

export interface Figures {
  readonly open: number;
  readonly dueToday: number;
  readonly seenToday: number;
  /** Open, and not seen on the day before today. */
  readonly missedYesterday: number;
  /** Entered at least 48 hours ago, and how many of them were seen within these. */
  readonly after48Hours: number;
  readonly within48Hours: number;
  /** Open for 48 hours, and nobody has seen them yet. */
  readonly neverSeen: number;
  readonly ended: number;
  readonly released: number;
  readonly lost: number;
}

const HOURS_48_MS = 48 * 3_600_000;

export function figuresOf(counted: readonly Counted[], now: Instant, today: Day): Figures {
  const count = (matches: (one: Counted) => boolean): number => counted.filter(matches).length;
  const isOpen = ({ outcome }: Counted): boolean => outcome === undefined;
  const isOld = ({ openedAt }: Counted): boolean => msOf(now) - msOf(openedAt) >= HOURS_48_MS;
  const wasInTime = ({ openedAt, firstSeenAt }: Counted): boolean =>
    firstSeenAt !== undefined && msOf(firstSeenAt) - msOf(openedAt) <= HOURS_48_MS;
  return {
    open: count(isOpen),
    dueToday: count((one) => isOpen(one) && one.calendar.isDue),
    seenToday: count(
      (one) =>
        isOpen(one) &&
        one.calendar.days.some(({ day, state }) => day === today && state === 'done'),
    ),
    missedYesterday: count((one) => isOpen(one) && one.calendar.missedYesterday),
    after48Hours: count((one) => isOld(one) || wasInTime(one)),
    within48Hours: count(wasInTime),
    neverSeen: count((one) => isOpen(one) && isOld(one) && one.firstSeenAt === undefined),
    ended: count((one) => !isOpen(one)),
    released: count(({ outcome }) => outcome === 'released'),
    lost: count(({ outcome }) => outcome === 'lost'),
  };
}
