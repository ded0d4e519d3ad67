/**
 * The colour rule as JSON Logic: the way of a rule engine that is data through and through. It judges every event as
 * `colourOn` does, and answers with the worst colour, without reasons and progress; `rules.ts` checks that before it measures. Two ways of counting the days:
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
  reduce: [
    { var: 'days' },
    { if: [{ '==': [{ var: 'current' }, 'n'] }, oneMore, { '-': [acc, current] }] },
    0,
  ],
};

const awaitsRelease = {
  and: [
    { var: 'needsRelease' },
    { or: [{ '!': [{ var: 'releasedOn' }] }, { '>': [{ var: 'releasedOn' }, { var: 'today' }] }] },
  ],
};
/** The worst colour among the events that still hold: 0 green, 1 yellow, 2 red. */
const colourWhere = (daysDone: object): object => ({
  reduce: [
    {
      filter: [
        { var: 'events' },
        {
          and: [
            { '<=': [{ var: 'since' }, { var: 'today' }] },
            { or: [awaitsRelease, { '!': [daysDone] }] },
          ],
        },
      ],
    },
    { max: [acc, { var: 'current.weight' }] },
    0,
  ],
});

export const countingRuns = colourWhere({
  '>=': [longestRun, { '*': [{ var: 'clearsAfterDays' }, 1000] }],
});
export const searching = colourWhere({ in: [{ var: 'wanted' }, { var: 'text' }] });

/** The data both expect: each event with its rule, today and its days beside it. */
export const dataOf = (
  today: DayNumber,
  { checkIns, triggers }: CodeRecord,
  { clauses }: RuleSet,
): object => ({
  events: triggers.map(({ clause, since, releasedOn }) => {
    const { colour, clearsAfterDays, needsRelease } = clauses[clause];
    const text = checkIns.marks.slice(
      Math.max(0, since + 1 - checkIns.from),
      Math.max(0, today + 1 - checkIns.from),
    );
    const wanted = 'n'.repeat(clearsAfterDays);
    const weight = colour === 'red' ? 2 : 1;
    return {
      since,
      releasedOn,
      today,
      weight,
      clearsAfterDays,
      needsRelease,
      text,
      days: [...text],
      wanted,
    };
  }),
});
