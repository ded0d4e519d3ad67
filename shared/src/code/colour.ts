/**
 * The colour of a code on one day, and why it has it.
 * Source: 琼肺炎指〔2020〕29号, the three colours and the way back to green (domain §5).
 *
 * Pure. Which clause gives which colour, and for how long, is the rule set's to say: data with a version and a
 * date in force. Here is only how the answers combine. It knows nothing of clocks, stores or who asks.
 */
import type { DayNumber } from '../core/day';
import type { Colour } from './colour-label';
import type { CheckIns, CodeRecord } from './record';
import type { RuleSet } from './rule-set';
import type { Trigger } from './trigger';

/** One trigger that still holds, and what is left to do about it. */
export interface Reason {
  readonly trigger: Trigger;
  readonly colour: 'red' | 'yellow';
  /** Normal days in a row so far; never more than needed. */
  readonly daysDone: number;
  readonly daysNeeded: number;
  readonly awaitsRelease: boolean;
  /**
   * The first day on which this reason can be gone, if every day until then is declared normal and a release that
   * is not recorded yet comes in time.
   */
  readonly clearsOn: DayNumber;
}

export interface ColourOnDay {
  readonly colour: Colour;
  /** Red before yellow, then by day. */
  readonly reasons: readonly Reason[];
  readonly ruleSetVersion: string;
}

/** The colour on `today`. Red outranks yellow; without a reason it is green once claimed, `none` before. */
export function colourOn(
  today: DayNumber,
  { claimedOn, checkIns, triggers }: Pick<CodeRecord, 'claimedOn' | 'checkIns' | 'triggers'>,
  ruleSet: RuleSet,
): ColourOnDay {
  const reasons: Reason[] = [];
  let red = false;
  const runs = triggers.length > 0 ? runsUntil(today, checkIns) : [];
  const openDay = firstOpenDay(today, checkIns);
  for (const trigger of triggers) {
    const reason = reasonOf(trigger, today, runs, openDay, ruleSet);
    if (!reason) continue;
    insert(reasons, reason);
    red ||= reason.colour === 'red';
  }
  const claimed = claimedOn !== undefined && claimedOn <= today;
  const colour = red ? 'red' : reasons.length > 0 ? 'yellow' : claimed ? 'green' : 'none';
  return { colour, reasons, ruleSetVersion: ruleSet.version };
}

/** Why this trigger still holds on that day; nothing before it begins or once it is spent. */
function reasonOf(
  trigger: Trigger,
  today: DayNumber,
  runs: readonly Run[],
  openDay: DayNumber,
  ruleSet: RuleSet,
): Reason | undefined {
  const { since, releasedOn } = trigger;
  if (since > today) return undefined;
  const { colour, clearsAfterDays: daysNeeded, needsRelease } = ruleSet.clauses[trigger.clause];
  const isDone = longestAfter(since, runs) >= daysNeeded;
  const awaitsRelease = needsRelease && !isReleased(trigger, today);
  if (isDone && !awaitsRelease) return undefined;

  const daysDone = isDone ? daysNeeded : currentAfter(since, runs, openDay);
  // The next day that can count is the first open one; the day of the trigger itself never does.
  const daysDoneOn = isDone ? today : Math.max(openDay, since + 1) + daysNeeded - daysDone - 1;
  const clearsOn = needsRelease ? Math.max(daysDoneOn, releasedOn ?? today) : daysDoneOn;
  return { trigger, colour, daysDone, daysNeeded, awaitsRelease, clearsOn };
}

const isReleased = ({ releasedOn }: Trigger, today: DayNumber): boolean =>
  releasedOn !== undefined && releasedOn <= today;

/** Whether the trigger began and no longer holds on `today`: its days are done and its release, if any, recorded. */
export const isSpent = (
  trigger: Trigger,
  today: DayNumber,
  checkIns: CheckIns,
  { clauses }: RuleSet,
): boolean => {
  const { clearsAfterDays, needsRelease } = clauses[trigger.clause];
  return (
    trigger.since <= today &&
    (!needsRelease || isReleased(trigger, today)) &&
    normalRuns(trigger.since, today, checkIns).longest >= clearsAfterDays
  );
};

/**
 * Days in a row with a normal check-in after the day of the trigger: the run that is on, and the longest yet.
 * A missed or abnormal day starts the count anew; today is not missed before it is over. The longest counts, so
 * that green once earned is not lost by a day missed later.
 */
export function normalRuns(
  since: DayNumber,
  today: DayNumber,
  checkIns: CheckIns,
): { current: number; longest: number } {
  const runs = runsUntil(today, checkIns);
  return {
    current: currentAfter(since, runs, firstOpenDay(today, checkIns)),
    longest: longestAfter(since, runs),
  };
}

/** Normal days in a row, both ends included. */
interface Run {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const NORMAL = 'n'.charCodeAt(0);

function runsUntil(today: DayNumber, { from, marks }: CheckIns): Run[] {
  const runs: Run[] = [];
  const end = Math.min(marks.length, today + 1 - from);
  for (let i = 0; i < end; i += 1) {
    if (marks.charCodeAt(i) !== NORMAL) continue;
    const first = i;
    while (i + 1 < end && marks.charCodeAt(i + 1) === NORMAL) i += 1;
    runs.push({ first: from + first, last: from + i });
  }
  return runs;
}

/** The first day that can still be declared: today, or tomorrow if today is. */
const firstOpenDay = (today: DayNumber, { from, marks }: CheckIns): DayNumber =>
  today < from + marks.length ? today + 1 : today;

const daysAfter = (since: DayNumber, { first, last }: Run): number =>
  Math.max(0, last - Math.max(first - 1, since));

function longestAfter(since: DayNumber, runs: readonly Run[]): number {
  let longest = 0;
  for (const run of runs) longest = Math.max(longest, daysAfter(since, run));
  return longest;
}

/** The run that is on is the last one, if it reaches to the first open day. */
function currentAfter(since: DayNumber, runs: readonly Run[], openDay: DayNumber): number {
  const run = runs[runs.length - 1];
  return run !== undefined && run.last === openDay - 1 ? daysAfter(since, run) : 0;
}

/** Puts a reason where it belongs among the few there are: red before yellow, then by day. */
function insert(reasons: Reason[], reason: Reason): void {
  let at = reasons.length;
  for (; at > 0 && comesBefore(reason, reasons[at - 1]!); at -= 1) reasons[at] = reasons[at - 1]!;
  reasons[at] = reason;
}

function comesBefore(a: Reason, b: Reason): boolean {
  if (a.colour !== b.colour) return a.colour === 'red';
  if (a.trigger.since !== b.trigger.since) return a.trigger.since < b.trigger.since;
  if (a.trigger.evidence !== b.trigger.evidence) return a.trigger.evidence < b.trigger.evidence;
  return a.trigger.clause < b.trigger.clause;
}
