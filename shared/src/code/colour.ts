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
  for (const trigger of triggers) {
    const reason = reasonOf(trigger, today, checkIns, ruleSet);
    if (!reason) continue;
    reasons.push(reason);
    red ||= reason.colour === 'red';
  }
  if (reasons.length > 1) reasons.sort(byWeight);
  const claimed = claimedOn !== undefined && claimedOn <= today;
  const colour = red ? 'red' : reasons.length > 0 ? 'yellow' : claimed ? 'green' : 'none';
  return { colour, reasons, ruleSetVersion: ruleSet.version };
}

/** Why this trigger still holds on that day; nothing before it begins or once it is spent. */
function reasonOf(
  trigger: Trigger,
  today: DayNumber,
  checkIns: CheckIns,
  ruleSet: RuleSet,
): Reason | undefined {
  if (trigger.since > today) return undefined;
  const { colour, clearsAfterDays: daysNeeded, needsRelease } = ruleSet.clauses[trigger.clause];
  const { current, longest } = normalRuns(trigger.since, today, checkIns);
  const awaitsRelease = needsRelease && !isReleased(trigger, today);
  if (longest >= daysNeeded && !awaitsRelease) return undefined;

  const daysDone = longest >= daysNeeded ? daysNeeded : current;
  const declaredToday = today < checkIns.from + checkIns.marks.length;
  const daysLeft = daysNeeded - daysDone;
  const daysDoneOn =
    daysLeft === 0
      ? today
      : Math.max(today + daysLeft - (declaredToday ? 0 : 1), trigger.since + daysNeeded);
  const clearsOn = needsRelease ? Math.max(daysDoneOn, trigger.releasedOn ?? today) : daysDoneOn;
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

const NORMAL = 'n'.charCodeAt(0);

/**
 * Days in a row with a normal check-in after the day of the trigger: the run that is on, and the longest yet.
 * A missed or abnormal day starts the count anew; today is not missed before it is over. The longest counts, so
 * that green once earned is not lost by a day missed later.
 */
export function normalRuns(
  since: DayNumber,
  today: DayNumber,
  { from, marks }: CheckIns,
): { current: number; longest: number } {
  const first = Math.max(0, since + 1 - from);
  const end = Math.min(marks.length, today + 1 - from);
  let [current, longest] = [0, 0];
  for (let i = first; i < end; i += 1) {
    current = marks.charCodeAt(i) === NORMAL ? current + 1 : 0;
    if (current > longest) longest = current;
  }
  // Whoever has not checked in since before yesterday has missed a day that is over.
  if (from + marks.length < today) current = 0;
  return { current, longest };
}

const byWeight = (a: Reason, b: Reason): number =>
  a.colour !== b.colour
    ? a.colour === 'red'
      ? -1
      : 1
    : a.trigger.since - b.trigger.since ||
      byText(a.trigger.evidence, b.trigger.evidence) ||
      byText(a.trigger.clause, b.trigger.clause);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
