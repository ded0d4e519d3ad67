import { describe, expect, test } from '@jest/globals';
import { type Day, numberOf } from '../core/day';
import { situationLabels, symptomLabels } from '../core/symptom';
import { emptyRecord, withCheckIn, withTrigger } from '../code/record';
import { aTrigger, ruleSet, today } from '../code/test-data';
import type { Declared } from './contract';
import { type Declaration } from './contract';
import { afterDeclaration, markOf, triggersOf } from './effect';

const id = 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const common = { id, personId: 'pers_0000000000000000', day: today } as const;
const aDaily = (more: object = {}): Declaration => ({
  kind: 'daily',
  ...common,
  temperature: 36.5,
  symptoms: [],
  condition: 'well',
  address: { area: '460105001', detail: '海府路 1 号' },
  ...more,
});
const aClaim = (more: object = {}): Declaration => ({
  kind: 'claim',
  ...common,
  symptoms: [],
  situations: [],
  pledged: true,
  ...more,
});
const declared = (declaration: Declaration, day: Day = today): Declared => ({
  id: declaration.id,
  personId: declaration.personId,
  day,
  at: `${day}T02:00:00.000Z`,
  declaration,
});

describe('what a declaration means for the code (U2, U3)', () => {
  test.each([
    ['a claim with nothing to tell', aClaim(), 'n', []],
    ['a claim with a cough', aClaim({ symptoms: ['dry-cough'] }), 'a', ['declared-symptoms']],
    [
      'a claim with fever within 14 days',
      aClaim({ situations: ['fever-within-14-days'] }),
      'a',
      ['declared-symptoms'],
    ],
    [
      'a claim with a contact',
      aClaim({ situations: ['contact-within-a-month'] }),
      'a',
      ['declared-contact'],
    ],
    [
      'a claim with a stay in a key area',
      aClaim({ situations: ['key-area-within-a-month'] }),
      'a',
      ['stayed-in-key-area'],
    ],
    [
      'a cough and fever within 14 days are one clause',
      aClaim({ symptoms: ['dry-cough'], situations: ['fever-within-14-days'] }),
      'a',
      ['declared-symptoms'],
    ],
    [
      'everything at once',
      aClaim({ symptoms: ['fever', 'nausea'], situations: Object.keys(situationLabels) }),
      'a',
      ['declared-symptoms', 'declared-contact', 'stayed-in-key-area'],
    ],
    ['a remark changes nothing', aClaim({ remark: '没有其他问题' }), 'n', []],
    ['a normal check-in', aDaily(), 'n', []],
    ['37.2 °C', aDaily({ temperature: 37.2 }), 'n', []],
    ['37.3 °C', aDaily({ temperature: 37.3 }), 'a', ['declared-symptoms']],
    ['a low temperature is no fever', aDaily({ temperature: 34 }), 'n', []],
    [
      'unwell without a symptom: abnormal, but no trigger',
      aDaily({ condition: 'unwell' }),
      'a',
      [],
    ],
    [
      'unwell with a symptom',
      aDaily({ condition: 'unwell', symptoms: ['fatigue'] }),
      'a',
      ['declared-symptoms'],
    ],
    [
      'well, but with fever',
      aDaily({ temperature: 39, condition: 'well' }),
      'a',
      ['declared-symptoms'],
    ],
  ] as const)('%s', (_, declaration, mark, clauses) => {
    expect(markOf(declaration, ruleSet)).toBe(mark);
    expect(triggersOf(declared(declaration), ruleSet)).toEqual(
      clauses.map((clause) => ({ clause, since: numberOf(today), evidence: id })),
    );
  });

  test.each(Object.keys(symptomLabels))('any symptom of the form counts: %s', (symptom) => {
    expect(triggersOf(declared(aDaily({ symptoms: [symptom] })), ruleSet)).toHaveLength(1);
  });

  test('which symptoms count is the rule set’s to say; the day is abnormal all the same', () => {
    const feverOnly = { ...ruleSet, symptoms: { ...ruleSet.symptoms, list: ['fever' as const] } };
    expect(triggersOf(declared(aDaily({ symptoms: ['nausea'] })), feverOnly)).toEqual([]);
    expect(markOf(aDaily({ symptoms: ['nausea'] }), feverOnly)).toBe('a');
  });
});

describe('the record after a declaration', () => {
  const day = numberOf(today);

  test('the claim begins the code and counts as that day’s check-in', () => {
    expect(afterDeclaration(emptyRecord, declared(aClaim()), [], ruleSet)).toEqual({
      ...emptyRecord,
      claimedOn: day,
      last: { id, at: `${today}T02:00:00.000Z` },
      checkIns: { from: day, marks: 'n' },
    });
  });

  test('a second claim does not move the first', () => {
    const earlier = { ...emptyRecord, claimedOn: day - 9 };
    expect(afterDeclaration(earlier, declared(aClaim()), [], ruleSet).claimedOn).toBe(day - 9);
  });

  test('a check-in claims nothing', () => {
    expect(afterDeclaration(emptyRecord, declared(aDaily()), [], ruleSet)).not.toHaveProperty(
      'claimedOn',
    );
  });

  test('a slip is withdrawn with its triggers, others stay', () => {
    const slip = { ...aTrigger(), since: day, evidence: 'decl_slip' };
    const bought = { ...aTrigger(), since: day - 3 };
    const before = withTrigger(withTrigger(withCheckIn(emptyRecord, day, 'a'), slip), bought);
    const after = afterDeclaration(before, declared(aDaily()), ['decl_slip'], ruleSet);
    expect(after.triggers).toEqual([bought]);
    expect(after.checkIns.marks).toBe('n');
  });

  test('what is given is left as it was', () => {
    const before = Object.freeze({ ...emptyRecord, triggers: Object.freeze([aTrigger()]) });
    expect(() =>
      afterDeclaration(before, declared(aClaim({ symptoms: ['fever'] })), [], ruleSet),
    ).not.toThrow();
    expect(before.triggers).toHaveLength(1);
  });
});
