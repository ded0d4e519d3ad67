import { describe, expect, test } from '@jest/globals';
import { numberOf } from '../core/day';
import { exposureLabels, situationLabels, symptomLabels } from '../core/symptom';
import { clauses, RuleSet, ruleSetOn, ruleSets } from './rule-set';
import rules202002 from './rule-sets/2020-02.json';

describe('rule set 2020-02 is the notice', () => {
  const ruleSet = ruleSetOn(numberOf('2020-03-01'));
  const colourOf = (colour: string) =>
    clauses.filter((clause) => ruleSet.clauses[clause].colour === colour);

  test('it is in force', () => {
    expect([ruleSet.version, ruleSet.inForceFrom]).toEqual(['2020-02', '2020-02-18']);
  });
  test('red are the isolated: confirmed, suspected, close contacts and others', () => {
    expect(colourOf('red')).toEqual([
      'confirmed-case',
      'suspected-case',
      'close-contact',
      'isolated',
    ]);
  });
  test('red needs a release, yellow does not', () => {
    expect(clauses.filter((clause) => ruleSet.clauses[clause].needsRelease)).toEqual(
      colourOf('red'),
    );
  });
  test('every clause clears after 14 days', () => {
    expect(new Set(clauses.map((clause) => ruleSet.clauses[clause].clearsAfterDays))).toEqual(
      new Set([14]),
    );
  });
  test('every symptom of the form counts as «发热、咳嗽等症状»', () => {
    expect(new Set(ruleSet.symptoms.list)).toEqual(new Set(Object.keys(symptomLabels)));
  });
  test('every situation of the form has its clause', () => {
    expect(Object.keys(ruleSet.situations).sort()).toEqual(Object.keys(situationLabels).sort());
  });
  test('every exposure of the forms has its clause, and so has coming from outside', () => {
    expect(Object.keys(ruleSet.exposures).sort()).toEqual(Object.keys(exposureLabels).sort());
    expect([ruleSet.outside, ruleSet.keyArea]).toEqual(['came-from-outside', 'stayed-in-key-area']);
  });
  test('a day without check-in does not turn grey', () => {
    expect(ruleSet.greyWhenOverdue).toBe(false);
  });
  test('every clause says why, what next and who answers, in both languages', () => {
    for (const { why, next, answers, cites } of Object.values(ruleSet.clauses)) {
      for (const { zh, en } of [why, next, answers]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
        expect(en).not.toBe('');
      }
      expect(cites).not.toBe('');
    }
  });
});

describe('which rule set is in force', () => {
  test('versions are told apart and sorted by the day on which they begin', () => {
    const days = ruleSets.map(({ inForceFrom }) => inForceFrom);
    expect(days).toEqual([...days].sort());
    expect(new Set(ruleSets.map(({ version }) => version)).size).toBe(ruleSets.length);
  });
  test.each(['2019-01-01', '2020-02-18', '2030-01-01'] as const)('%s has one', (day) => {
    expect(ruleSetOn(numberOf(day)).version).toBe('2020-02');
  });
});

describe('a rule set that is not whole is refused', () => {
  const { isolated: _, ...tenClauses } = rules202002.clauses;
  test.each([
    ['a clause is missing', { ...rules202002, clauses: tenClauses }],
    [
      'a clause nobody knows',
      { ...rules202002, clauses: { ...rules202002.clauses, bored: rules202002.clauses.isolated } },
    ],
    [
      'a colour nobody knows',
      {
        ...rules202002,
        clauses: {
          ...rules202002.clauses,
          isolated: { ...rules202002.clauses.isolated, colour: 'blue' },
        },
      },
    ],
    [
      'a green clause',
      {
        ...rules202002,
        clauses: {
          ...rules202002.clauses,
          isolated: { ...rules202002.clauses.isolated, colour: 'green' },
        },
      },
    ],
    [
      'negative days',
      {
        ...rules202002,
        clauses: {
          ...rules202002.clauses,
          isolated: { ...rules202002.clauses.isolated, clearsAfterDays: -1 },
        },
      },
    ],
    [
      'a situation without a clause',
      { ...rules202002, situations: { 'fever-within-14-days': 'declared-symptoms' } },
    ],
    ['a field more than the schema has', { ...rules202002, note: '' }],
    ['no day in force', { ...rules202002, inForceFrom: '2020-02-30' }],
  ])('%s', (_, broken) => {
    expect(RuleSet.safeParse(broken).success).toBe(false);
  });
});
