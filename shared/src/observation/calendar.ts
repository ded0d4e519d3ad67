/**
 * The follow-up calendar of an observation (V6): which days were expected, which were done, missed or tried in vain,
 * what is due today, and when it ends. After SORMAS (`FollowUpLogic`) and Go.Data: the days after the first are
 * followed, and while the person was not seen on the last, one more is added.
 *
 * Pure: the day is given, the follow-ups come in any order. Nothing is stored of it, and nobody has to keep it.
 */
import { addDays, type Day, daysBetween } from '../core/day';

/** A follow-up as far as the calendar goes by it; ids of follow-ups are in the order in which they were made. */
export interface Looked {
  readonly id: string;
  readonly day: Day;
  readonly seen: boolean;
  readonly corrects?: string | undefined;
  /** °C, of somebody seen. */
  readonly temperature?: number | undefined;
}

export interface Planned {
  /** Day 0: looked at if somebody comes, expected of nobody. */
  readonly startOn: Day;
  /** The day on which it was entered; what lay before could not be followed. */
  readonly openedOn: Day;
  readonly days: number;
  readonly mostAddedDays: number;
  /** The last day, once the end is confirmed. */
  readonly endOn?: Day | undefined;
}

/**
 * `before`: expected before the observation was entered. `due`: today, and nobody has seen them yet. `not-reached`:
 * over, and tried in vain. `missed`: over, and nobody tried. `ahead`: still to come.
 */
export type DayState = 'before' | 'done' | 'due' | 'not-reached' | 'missed' | 'ahead';

export interface CalendarDay {
  readonly day: Day;
  /** 0 is the day on which it began. */
  readonly nth: number;
  readonly state: DayState;
  readonly temperature?: number;
  /** Added because the person was not seen on the last planned day. */
  readonly isAdded: boolean;
}

export interface Calendar {
  readonly days: readonly CalendarDay[];
  /** The last day, with those added. */
  readonly until: Day;
  readonly addedDays: number;
  readonly done: number;
  readonly missed: number;
  readonly notReached: number;
  /** Today is to be done. */
  readonly isDue: boolean;
  /** The day before today was expected, and nobody saw them. */
  readonly missedYesterday: boolean;
  /** Seen on the last day, or that day is over and no more may be added: the end can be proposed. */
  readonly isFinished: boolean;
}

/** What counts of a day: the last look at the person; tried in vain counts where nobody saw them. */
export function countedOn<L extends Looked>(day: Day, looks: readonly L[]): L | undefined {
  const corrected = new Set(looks.map(({ corrects }) => corrects));
  const standing = looks
    .filter((one) => one.day === day && !corrected.has(one.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return standing.findLast(({ seen }) => seen) ?? standing.at(-1);
}

export function calendarOn(today: Day, planned: Planned, looks: readonly Looked[]): Calendar {
  const last = lastDayOn(today, planned, looks);
  const count = Math.max(0, daysBetween(planned.startOn, last));
  const days = Array.from({ length: count + 1 }, (_, nth) =>
    dayOfCalendar(nth, today, planned, looks),
  ).filter(({ nth, state }) => nth > 0 || state === 'done');
  const having = (state: DayState): number =>
    days.filter((one) => one.nth > 0 && one.state === state).length;
  const stateOn = (day: Day): DayState | undefined => days.find((one) => one.day === day)?.state;
  const yesterday = stateOn(addDays(today, -1));
  const isOpen = planned.endOn === undefined;
  return {
    days,
    until: last,
    addedDays: Math.max(0, count - planned.days),
    done: having('done'),
    missed: having('missed'),
    notReached: having('not-reached'),
    isDue: isOpen && stateOn(today) === 'due',
    missedYesterday: isOpen && (yesterday === 'missed' || yesterday === 'not-reached'),
    isFinished: last < today || (last === today && stateOn(today) === 'done'),
  };
}

/** The planned last day, or the first later one on which the person was seen, or may yet be. */
function lastDayOn(today: Day, planned: Planned, looks: readonly Looked[]): Day {
  const { startOn, days, mostAddedDays, endOn } = planned;
  let last = addDays(startOn, days);
  const furthest = addDays(last, mostAddedDays);
  while (last < today && last < furthest && countedOn(last, looks)?.seen !== true)
    last = addDays(last, 1);
  return endOn !== undefined && endOn < last ? endOn : last;
}

function dayOfCalendar(
  nth: number,
  today: Day,
  { startOn, openedOn, days, endOn }: Planned,
  looks: readonly Looked[],
): CalendarDay {
  const day = addDays(startOn, nth);
  const look = countedOn(day, looks);
  return {
    day,
    nth,
    state: stateOf(day, look, endOn === undefined ? today : addDays(endOn, 1), openedOn),
    isAdded: nth > days,
    ...(look?.temperature !== undefined && { temperature: look.temperature }),
  };
}

function stateOf(day: Day, look: Looked | undefined, today: Day, openedOn: Day): DayState {
  if (look?.seen === true) return 'done';
  if (day > today) return 'ahead';
  if (day === today) return 'due';
  if (look) return 'not-reached';
  return day < openedOn ? 'before' : 'missed';
}
