/**
 * The colour once more, written to be obviously right and nothing else: sets of days as text, every window tried.
 * Only the tests use it. It shares no line with `colour.ts`.
 */
import type { RuleSet } from './rule-set';
import type { Clause } from './trigger';

export interface Facts {
  claimedOn?: string;
  normalDays: ReadonlySet<string>;
  triggers: readonly { clause: Clause; since: string; releasedOn?: string | undefined }[];
}

export const nextDay = (day: string, days = 1): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** Whether somewhere after `since` and until `today` there are `count` normal days in a row. */
function hasRun(
  since: string,
  today: string,
  count: number,
  normalDays: ReadonlySet<string>,
): boolean {
  for (let start = nextDay(since); start <= today; start = nextDay(start)) {
    let day = start;
    let run = 0;
    while (run < count && day <= today && normalDays.has(day)) {
      run += 1;
      day = nextDay(day);
    }
    if (run === count) return true;
  }
  return false;
}

export function colourByTheBook(
  today: string,
  { claimedOn, normalDays, triggers }: Facts,
  ruleSet: RuleSet,
): string {
  const colours = triggers
    .filter(({ since }) => since <= today)
    .filter(({ clause, since, releasedOn }) => {
      const { clearsAfterDays, needsRelease } = ruleSet.clauses[clause];
      const released = !needsRelease || (releasedOn !== undefined && releasedOn <= today);
      return !(released && hasRun(since, today, clearsAfterDays, normalDays));
    })
    .map(({ clause }) => ruleSet.clauses[clause].colour);
  if (colours.includes('red')) return 'red';
  if (colours.includes('yellow')) return 'yellow';
  return claimedOn !== undefined && claimedOn <= today ? 'green' : 'none';
}
