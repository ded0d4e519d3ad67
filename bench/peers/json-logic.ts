/**
 * The colour rule as JSON Logic: the way of a rule engine that is data through and through. Same colour as `colourOn`
 * gives, without the reasons; `rules.ts` checks that before it measures. Two ways of counting the days:
 *
 * - `countingRuns`: as we do, day by day, in a `reduce`. Longest run × 1000 + current run in one number.
 * - `searching`: fourteen `n` somewhere in the text of the days. The quickest that the language can say.
 *
 * JSON Logic sees no outer variable within `filter` and `reduce`, so the days since each event have to be put into the
 * event beforehand. That work is not counted against it.
 */
import type { CodeRecord } from '@yimatong/shared/code/record';
import type { RuleSet } from '@yimatong/shared/code/rule-set';
import type { DayNumber } from '@yimatong/shared/core/day';

const acc = { var: 'accumulator' };
const current = { '%': [acc, 1000] };
/** 5003 (longest 5, current 3) → 5004; 5005 → 6006. */
const oneMore = {
  if: [{ '==': [{ '*': [current, 1001] }, acc] }, { '+': [acc, 1001] }, { '+': [acc, 1] }],
};
const longestRun = {
  reduce: [{ var: 'days' }, { if: [{ '==': [{ var: 'current' }, 'n'] }, oneMore, { '-': [acc, current] }] }, 0],
};

const awaitsRelease = {
  and: [
    { var: 'needsRelease' },
    { or: [{ '!': [{ var: 'releasedOn' }] }, { '>': [{ var: 'releasedOn' }, { var: 'today' }] }] },
  ],
};
const colourWhere = (daysDone: object): object => {
  const isUnspent = {
    and: [{ '<=': [{ var: 'since' }, { var: 'today' }] }, { or: [awaitsRelease, { '!': [daysDone] }] }],
  };
  const holds = (colour: string): object => ({
    some: [{ var: 'events' }, { and: [{ '==': [{ var: 'colour' }, colour] }, isUnspent] }],
  });
  return { if: [holds('red'), 'red', holds('yellow'), 'yellow', { var: 'claimed' }, 'green', 'none'] };
};

export const countingRuns = colourWhere({ '>=': [longestRun, { '*': [{ var: 'clearsAfterDays' }, 1000] }] });
export const searching = colourWhere({ in: [{ var: 'wanted' }, { var: 'text' }] });

/** The data both expect: each event with its rule, today and its days beside it. */
export const dataOf = (today: DayNumber, { claimedOn, checkIns, triggers }: CodeRecord, { clauses }: RuleSet): object => ({
  claimed: claimedOn !== undefined && claimedOn <= today,
  events: triggers.map(({ clause, since, releasedOn }) => {
    const { colour, clearsAfterDays, needsRelease } = clauses[clause];
    const text = checkIns.marks.slice(Math.max(0, since + 1 - checkIns.from), Math.max(0, today + 1 - checkIns.from));
    const wanted = 'n'.repeat(clearsAfterDays);
    return { since, releasedOn, today, colour, clearsAfterDays, needsRelease, text, days: [...text], wanted };
  }),
});
