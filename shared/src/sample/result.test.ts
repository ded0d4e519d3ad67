import { describe, expect, test } from '@jest/globals';
import { ruleSetOn } from '../code/rule-set';
import { numberOf } from '../core/day';
import {
  comesAs,
  type ResultState,
  shownResultOf,
  type TestResult,
  toldOf,
  triggerOfPositive,
  wrongTestTime,
} from './result';

const known = (result: TestResult, state: ResultState = 'recorded') => ({ result, state });

describe('a result beside the one that a tube has', () => {
  test.each([
    ['the first', 'negative', undefined, 'new'],
    ['the same again', 'negative', known('negative'), 'repeated'],
    ['another after an invalid one', 'negative', known('invalid'), 'new'],
    ['a positive one after a negative one', 'positive', known('negative'), 'new'],
    ['a positive one after an invalid one', 'positive', known('invalid'), 'new'],
    ['an invalid one after a negative one', 'invalid', known('negative'), 'contradicts'],
    ['a positive one after a proposal', 'positive', known('positive', 'proposed'), 'repeated'],
    ['a negative one after a proposal', 'negative', known('positive', 'proposed'), 'contradicts'],
    [
      'a negative one after a confirmed one',
      'negative',
      known('positive', 'confirmed'),
      'contradicts',
    ],
    ['the right one after a rejected one', 'negative', known('positive', 'rejected'), 'new'],
    ['a positive one anew after it was rejected', 'positive', known('positive', 'rejected'), 'new'],
  ] as const)('%s', (_, given, before, comes) => {
    expect(comesAs(given, before)).toBe(comes);
  });
});

describe('what the person is told', () => {
  test.each([
    ['nothing yet', undefined, 'awaiting'],
    ['a negative one', known('negative'), 'negative'],
    ['a proposal is not told', known('positive', 'proposed'), 'awaiting'],
    ['nor one that was rejected', known('positive', 'rejected'), 'awaiting'],
    ['a confirmed one', known('positive', 'confirmed'), 'positive'],
  ] as const)('%s', (_, one, shown) => {
    expect(shownResultOf(one)).toBe(shown);
  });
});

test.each([
  ['none', [], undefined],
  ['a proposal alone', [known('positive', 'proposed')], undefined],
  [
    'a proposal after a negative one',
    [known('negative'), known('positive', 'proposed')],
    'negative',
  ],
  ['that was rejected', [known('negative'), known('positive', 'rejected')], 'negative'],
  ['or confirmed', [known('negative'), known('positive', 'confirmed')], 'positive'],
] as const)('of several results, %s: the person is told %s', (_, results, told) => {
  expect(toldOf<ReturnType<typeof known>>(results)?.result).toBe(told);
});

test.each([
  ['single', 'suspected-case', 'red'],
  ['pool-5', 'named-by-headquarters', 'yellow'],
  ['pool-20', 'named-by-headquarters', 'yellow'],
] as const)(
  'confirmed positive, %s: %s, %s from the day of the confirmation',
  (kind, clause, colour) => {
    const ruleSet = ruleSetOn(numberOf('2020-03-01'));
    const confirmed = { id: 'tres_1', confirmedAt: '2020-03-01T16:30:00.000Z' } as const;
    const trigger = triggerOfPositive(kind, confirmed, ruleSet);
    expect(trigger).toEqual({ clause, since: numberOf('2020-03-02'), evidence: 'tres_1' });
    expect(ruleSet.clauses[clause].colour).toBe(colour);
  },
);

test.each([
  ['2020-03-02T15:59:00.000Z', undefined],
  ['2020-03-02T16:00:00.000Z', 'tested-ahead'],
  ['2020-02-29T16:00:00.000Z', undefined],
  ['2020-02-29T15:59:00.000Z', 'tested-before-sample'],
] as const)('sampled on 1 March, told on 2 March, tested at %s: %s', (testedAt, wrong) => {
  expect(wrongTestTime(testedAt, '2020-03-01T06:00:00.000Z', '2020-03-02T02:00:00.000Z')).toBe(
    wrong,
  );
});
