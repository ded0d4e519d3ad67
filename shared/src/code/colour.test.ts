import { describe, expect, test } from '@jest/globals';
import { type Day, type Instant, dayNumbered, dayOf, numberOf } from '../core/day';
import { Daily, type Declared } from '../declaration/contract';
import { afterDeclaration } from '../declaration/effect';
import { colourOn, isSpent, normalRuns } from './colour';
import vectors from './colour.vectors.json';
import { type CodeRecord, emptyRecord } from './record';
import { aTrigger, recordOf, rules, ruleSet } from './test-data';
import { clauses } from './rule-set';

const titled = <T extends { name: string }>(cases: readonly T[]) =>
  cases.map((one) => [one.name, one] as const);

describe('the colour, case by case (domain §5)', () => {
  test.each(titled(vectors.colours))('%s', (_, { given, today, expect: expected }) => {
    const { colour, reasons } = colourOn(numberOf(today as Day), recordOf(given), ruleSet);
    const told = reasons.map(({ trigger, daysDone, daysNeeded, awaitsRelease, clearsOn }) => ({
      clause: trigger.clause,
      daysDone,
      daysNeeded,
      awaitsRelease,
      clearsOn: dayNumbered(clearsOn),
    }));
    expect({ colour, reasons: told }).toEqual(expected);
  });

  test('every clause of the rule set has a case in which it colours', () => {
    const told = new Set(
      vectors.colours.flatMap((one) => one.expect.reasons.map(({ clause }) => clause)),
    );
    expect([...told].sort()).toEqual([...clauses].sort());
  });

  test('every case has a name of its own', () => {
    const names = vectors.colours.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a colour says by which rule set it was decided', () => {
    expect(colourOn(0, emptyRecord, ruleSet).ruleSetVersion).toBe('2020-02');
  });
});

describe('midnight in Shanghai', () => {
  test.each(titled(vectors.midnights))('%s', (_, { instant, day }) => {
    expect(dayOf(instant as Instant)).toBe(day);
  });
});

describe('a second declaration on the same day (reading 2)', () => {
  type Step = 'is scanned' | { declares: string[]; temperature?: number; condition?: string };

  const declaredBy = (step: Exclude<Step, string>, nth: number, day: string): Declared => {
    const id = `decl_01900000-0000-7000-8000-${String(nth).padStart(12, '0')}` as const;
    const declaration = Daily.parse({
      kind: 'daily',
      id,
      personId: 'pers_0000000000000000',
      day,
      temperature: step.temperature ?? 36.5,
      symptoms: step.declares,
      condition: step.condition ?? 'well',
      address: { area: '460108001', detail: '海府路 1 号' },
    });
    return {
      id,
      personId: declaration.personId,
      day: day as Day,
      at: `${day as Day}T02:00:00.000Z`,
      declaration,
    };
  };

  test.each(titled(vectors.corrections))('%s', (_, { day, does, expect: expected }) => {
    let record: CodeRecord = { ...emptyRecord, claimedOn: numberOf(day as Day) - 9 };
    let slips: string[] = [];
    for (const [nth, step] of (does as Step[]).entries()) {
      if (step === 'is scanned') {
        slips = [];
        continue;
      }
      const declared = declaredBy(step, nth, day);
      record = afterDeclaration(record, declared, slips, rules);
      slips.push(declared.id);
    }
    expect({
      colour: colourOn(numberOf(day as Day), record, ruleSet).colour,
      mark: record.checkIns.marks.at(-1),
      triggers: record.triggers.map(({ clause }) => clause),
    }).toEqual(expected);
  });
});

describe('rule sets are data: other numbers, same engine', () => {
  const withClause = (rule: object) => ({
    ...ruleSet,
    clauses: {
      ...ruleSet.clauses,
      'declared-symptoms': { ...ruleSet.clauses['declared-symptoms'], ...rule },
    },
  });
  const symptoms = aTrigger({ clause: 'declared-symptoms', since: '2020-03-01' });
  const after = (marks: string) => ({
    ...emptyRecord,
    checkIns: { from: symptoms.since + 1, marks },
    triggers: [symptoms],
  });

  test.each([
    ['7 days instead of 14 (the edition of 2022)', { clearsAfterDays: 7 }, 'nnnnnn', 'yellow'],
    ['the 7th day clears', { clearsAfterDays: 7 }, 'nnnnnnn', 'none'],
    ['red by another edition', { colour: 'red' }, 'n', 'red'],
    ['no days, no release: it never colours', { clearsAfterDays: 0 }, '', 'none'],
    ['no days, but a release', { clearsAfterDays: 0, needsRelease: true }, '', 'yellow'],
  ] as const)('%s', (_, rule, marks, colour) => {
    expect(colourOn(symptoms.since + marks.length, after(marks), withClause(rule)).colour).toBe(
      colour,
    );
  });
});

describe('spent', () => {
  const bought = aTrigger({ since: '2020-03-01' });
  const checkIns = { from: bought.since + 1, marks: 'n'.repeat(14) };

  test.each([
    ['not on the 13th day', 13, false],
    ['on the 14th', 14, true],
    ['and for good', 400, true],
    ['never before it began', -1, false],
  ])('%s', (_, after, spent) => {
    expect(isSpent(bought, bought.since + after, checkIns, ruleSet)).toBe(spent);
  });

  test('an unreleased case never is', () => {
    expect(
      isSpent({ ...bought, clause: 'confirmed-case' }, bought.since + 99, checkIns, ruleSet),
    ).toBe(false);
  });

  test('runs: the one that is on, and the longest yet', () => {
    expect(normalRuns(9, 19, { from: 10, marks: 'nnnnannn-n' })).toEqual({
      current: 1,
      longest: 4,
    });
  });
});
