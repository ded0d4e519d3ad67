/** The colour rule over 14 declarations and 10 events, against JSON Logic. */
import { strict as assert } from 'node:assert';
import jsonLogic from 'json-logic-js';
import { colourOn } from '@yimatong/shared/code/colour';
import type { CodeRecord } from '@yimatong/shared/code/record';
import { clauses, ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { Trigger } from '@yimatong/shared/code/trigger';
import { numberOf } from '@yimatong/shared/core/day';
import { type Figure, type Part, perSecond, thousands } from './part';
import { countingRuns, dataOf, searching } from './peers/json-logic';

const today = numberOf('2020-03-20');
const ruleSet = ruleSetOn(today);
const weights = ['green', 'yellow', 'red'] as const;
const GOAL = 50;
const SAME_LOGIC = 'json-logic, the same logic';
/** Told without a goal: it counts no days, so it could not say «day 5 of 14». */
const SEARCH = 'json-logic, a text search instead of counting';

/** 14 declarations and 10 events; `marks` decides what becomes of them. */
export const aRecord = (marks: string, colour?: 'yellow'): CodeRecord => ({
  claimedOn: today - 40,
  checkIns: { from: today - 13, marks },
  triggers: clauses
    .concat(clauses)
    .filter((clause) => colour === undefined || ruleSet.clauses[clause].colour === colour)
    .slice(0, 10)
    .map((clause, nth): Trigger => ({
      clause,
      since: today - 14 - (nth % 3),
      evidence: `decl_01900000-0000-7000-8000-00000000000${String(nth)}`,
      ...(nth < 4 && { releasedOn: today - 1 }),
    })),
  signs: [],
});

const cases = [
  ['green: all ten cleared by 14 normal days', aRecord('n'.repeat(14)), 'green'],
  ['red: a day was abnormal, all ten hold', aRecord('nnnnnnannnnnnn'), 'red'],
  ['yellow: a day was missed, all ten hold', aRecord('nnnn-nnnnnnnnn', 'yellow'), 'yellow'],
] as const;

function run(): Figure[] {
  return cases.flatMap(([what, record, colour]) => {
    const data = dataOf(today, record, ruleSet);
    const calls = {
      ours: () => colourOn(today, record, ruleSet).colour,
      [SAME_LOGIC]: () => weights[jsonLogic.apply(countingRuns, data) as number],
      [SEARCH]: () => weights[jsonLogic.apply(searching, data) as number],
    };
    for (const [name, call] of Object.entries(calls)) assert.equal(call(), colour, name);

    const rates = perSecond(calls);
    return ([SAME_LOGIC, SEARCH] as const).map((against): Figure => {
      const ratio = rates.ours / rates[against];
      return {
        what,
        against,
        ours: thousands(rates.ours),
        theirs: thousands(rates[against]),
        ratio,
        ...(against === SAME_LOGIC && { goal: { says: `≥ ${String(GOAL)}×`, met: ratio >= GOAL } }),
      };
    });
  });
}

export const rules: Part = {
  name: 'rules',
  says: 'the colour over 14 declarations and 10 events (ratio of rates; ours gives reasons and progress too, the peer the colour)',
  run,
};
