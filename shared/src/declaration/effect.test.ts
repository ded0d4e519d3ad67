import { describe, expect, test } from '@jest/globals';
import { type Day, numberOf } from '../core/day';
import { situationLabels, symptomLabels } from '../core/symptom';
import { colourOn } from '../code/colour';
import { emptyRecord, withCheckIn, withTrigger } from '../code/record';
import { aTrigger, rules, ruleSet, today } from '../code/test-data';
import type { CheckIn, Declaration, Declared } from './contract';
import type { RiskArea } from '../code/risk-area';
import { dutyOf, outcomeOf } from './duty';
import { afterDeclaration, markOf, mayCorrect, triggersOf } from './effect';

const id = 'decl_017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
const common = { id, personId: 'pers_0000000000000000', day: today } as const;
const aDaily = (more: object = {}): CheckIn => ({
  kind: 'daily',
  ...common,
  temperature: 36.5,
  symptoms: [],
  condition: 'well',
  address: { area: '460105001', detail: '海府路 1 号' },
  ...more,
});
const aClaim = (more: object = {}): CheckIn => ({
  kind: 'claim',
  ...common,
  symptoms: [],
  situations: [],
  pledged: true,
  ...more,
});
const aReturnToWork = (more: object = {}): Declaration => ({
  kind: 'return-to-work',
  ...common,
  purpose: 'work',
  organisation: '虚构食品厂',
  residence: { area: '460105001', detail: '海府路 1 号' },
  departure: '460108',
  condition: 'well',
  exposures: [],
  ...more,
});
const aReturnWithin = (more: object = {}): Declaration => ({
  kind: 'return-within',
  ...common,
  departure: '460202',
  residence: { area: '460105001', detail: '海府路 1 号' },
  condition: 'well',
  exposures: [],
  ...more,
});
const aReturnOutside = (more: object = {}): Declaration => ({
  kind: 'return-outside',
  ...common,
  returnOn: '2020-03-25',
  transport: { mode: 'plane', number: 'XX1234' },
  from: { province: '44' },
  condition: 'well',
  symptoms: [],
  exposures: [],
  residence: { area: '460105001', detail: '海府路 1 号' },
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
    expect(triggersOf(declared(declaration), rules)).toEqual(
      clauses.map((clause) => ({ clause, since: numberOf(today), evidence: id })),
    );
  });

  test.each(Object.keys(symptomLabels))('any symptom of the form counts: %s', (symptom) => {
    expect(triggersOf(declared(aDaily({ symptoms: [symptom] })), rules)).toHaveLength(1);
  });

  test('which symptoms count is the rule set’s to say; the day is abnormal all the same', () => {
    const feverOnly = { ...ruleSet, symptoms: { ...ruleSet.symptoms, list: ['fever' as const] } };
    expect(
      triggersOf(declared(aDaily({ symptoms: ['nausea'] })), { ...rules, ruleSet: feverOnly }),
    ).toEqual([]);
    expect(markOf(aDaily({ symptoms: ['nausea'] }), feverOnly)).toBe('a');
  });
});

const hubei = {
  area: '42',
  name: { zh: '湖北省', en: 'Hubei' },
  from: '2020-01-23',
  until: '2020-03-08',
  cites: '',
} as const;

describe('what a registration for return to work or school means for the code (U6)', () => {
  test.each([
    ['well, from a county of the province', {}, []],
    ['unwell without a symptom is no trigger', { condition: 'unwell', symptoms: [] }, []],
    ['with a symptom', { condition: 'unwell', symptoms: ['fatigue'] }, ['declared-symptoms']],
    ['having met a case', { exposures: ['case-within-14-days'] }, ['declared-contact']],
    ['having met a carrier', { exposures: ['carrier-within-14-days'] }, ['declared-contact']],
    [
      'having met both: one clause',
      { exposures: ['carrier-within-14-days', 'case-within-14-days'] },
      ['declared-contact'],
    ],
    [
      'having stayed in a key area',
      { exposures: ['key-area-within-14-days'] },
      ['stayed-in-key-area'],
    ],
    ['from another province', { departure: '44' }, ['came-from-outside']],
    ['from abroad', { departure: 'abroad' }, ['came-from-outside']],
    [
      'from a key area in force within the 14 days',
      { departure: '42' },
      ['came-from-outside', 'stayed-in-key-area'],
    ],
    [
      'from a key area, and said so: each clause once',
      { departure: '42', exposures: ['key-area-within-14-days'] },
      ['stayed-in-key-area', 'came-from-outside'],
    ],
    ['words change nothing', { organisation: '湖北大学', remark: '发热' }, []],
  ] as const)('%s', (_, told, clauses) => {
    const triggers = triggersOf(declared(aReturnToWork(told)), { ruleSet, riskAreas: [hubei] });
    expect(triggers).toEqual(
      clauses.map((clause) => ({ clause, since: numberOf(today), evidence: id })),
    );
  });

  test('it marks no day, begins no code and is not the last check-in', () => {
    const after = afterDeclaration(emptyRecord, declared(aReturnToWork()), [], rules);
    expect(after).toEqual(emptyRecord);
  });

  test.each([
    ['green', [], { allowed: true, colour: 'green', reasons: [] }],
    ['yellow', ['bought-medicine'], { allowed: false, colour: 'yellow' }],
    ['red', ['isolated'], { allowed: false, colour: 'red' }],
    ['red and yellow: both reasons', ['isolated', 'bought-medicine'], { allowed: false }],
  ] as const)('may somebody go on duty who is %s?', (_, clauses, expected) => {
    const record = { ...emptyRecord, claimedOn: numberOf(today) };
    const triggers = clauses.map((clause, nth) => aTrigger({ clause }, nth));
    const colour = colourOn(numberOf(today), { ...record, triggers }, ruleSet);
    const duty = dutyOf(outcomeOf(colour), ruleSet);
    expect(duty).toMatchObject(expected);
    expect(duty.reasons.map(({ clause }) => clause)).toEqual(clauses);
  });
});

describe('what a return within the province means for the code (U5)', () => {
  const sanya = { ...hubei, area: '4602' };
  const haikou = { ...hubei, area: '460100', until: '2020-03-05' };
  test.each([
    ['well, from no key area', {}, [hubei], []],
    ['from a county within a key area', {}, [sanya], ['stayed-in-key-area']],
    ['from an area that ended before the 14 days', { departure: '460108' }, [haikou], []],
    [
      'from one that ended on the first of them',
      { departure: '460108' },
      [{ ...haikou, until: '2020-03-06' }],
      ['stayed-in-key-area'],
    ],
    ['having met a case', { exposures: ['case-within-14-days'] }, [], ['declared-contact']],
    [
      'unwell with a sore throat',
      { condition: 'unwell', symptoms: ['sore-throat'] },
      [],
      ['declared-symptoms'],
    ],
    ['with a need', { needs: '需要隔离住处' }, [], []],
  ])('%s', (_, told, riskAreas, clauses) => {
    const triggers = triggersOf(declared(aReturnWithin(told)), {
      ruleSet,
      riskAreas: riskAreas as RiskArea[],
    });
    expect(triggers).toEqual(
      clauses.map((clause) => ({ clause, since: numberOf(today), evidence: id })),
    );
  });
});

describe('what a planned return from outside means for the code (U4)', () => {
  const outside = ['came-from-outside', '2020-03-25'];
  const keyArea = ['stayed-in-key-area', '2020-03-25'];
  const fromHubei = { from: { province: '42' } };
  const until = (day: Day) => [{ ...hubei, until: day }];
  test.each([
    ['well: yellow from the day of the return', {}, [hubei], [outside]],
    ['today: yellow at once', { returnOn: today }, [], [['came-from-outside', today]]],
    ['from abroad', { from: { province: 'abroad' } }, [hubei], [outside]],
    ['from a key area still in force', fromHubei, until('2020-12-31'), [outside, keyArea]],
    ['… in force on the first of the 14 days', fromHubei, until('2020-03-11'), [outside, keyArea]],
    ['… that ended the day before', fromHubei, until('2020-03-10'), [outside]],
    [
      '… that ended before the person left the island',
      { ...fromHubei, leftOn: '2020-03-16' },
      until('2020-03-15'),
      [outside],
    ],
    [
      '… that ended on the day the person left',
      { ...fromHubei, leftOn: '2020-03-16' },
      until('2020-03-16'),
      [outside, keyArea],
    ],
    [
      'leaving long ago changes nothing',
      { ...fromHubei, leftOn: '2019-10-01' },
      until('2020-03-10'),
      [outside],
    ],
    [
      'a stay in a key area matters on arrival',
      { exposures: ['key-area-within-14-days'] },
      [],
      [keyArea, outside],
    ],
    [
      'a contact matters at once',
      { exposures: ['case-within-14-days'] },
      [],
      [['declared-contact', today], outside],
    ],
    ['so does a symptom', { symptoms: ['diarrhoea'] }, [], [['declared-symptoms', today], outside]],
    ['unwell without one is no trigger', { condition: 'unwell' }, [], [outside]],
    [
      'isolation and measures are for people to read',
      { isolationFrom: '2020-03-25', measures: '发热' },
      [],
      [outside],
    ],
  ])('%s', (_, told, riskAreas, expected) => {
    const triggers = triggersOf(declared(aReturnOutside(told)), {
      ruleSet,
      riskAreas: riskAreas as RiskArea[],
    });
    expect(triggers).toEqual(
      expected.map(([clause, since]) => ({ clause, since: numberOf(since as Day), evidence: id })),
    );
  });

  test('the code is green until the day comes, and 14 normal days after it green again', () => {
    const claimed = afterDeclaration(emptyRecord, declared(aClaim()), [], rules);
    const planned = afterDeclaration(claimed, declared(aReturnOutside()), [], rules);
    const arrival = numberOf('2020-03-25');
    const home = Array.from({ length: 14 }, (_, nth) => arrival + 1 + nth).reduce(
      (record, day) => withCheckIn(record, day, 'n'),
      planned,
    );
    const colours = [arrival - 1, arrival, arrival + 13, arrival + 14].map(
      (day) => colourOn(day, home, ruleSet).colour,
    );
    expect(colours).toEqual(['green', 'yellow', 'yellow', 'green']);
  });

  test('a new plan takes the place of one whose day has not come, and of nothing else', () => {
    const told = (nth: number, returnOn: Day, on: Day) => {
      const of = `${id.slice(0, -1)}${String(nth)}` as typeof id;
      return {
        ...declared({ ...aReturnOutside({ returnOn }), id: of, day: on }, on),
        id: of,
      };
    };
    const bought = { ...aTrigger(), since: numberOf('2020-04-01') };
    const first = afterDeclaration(
      withTrigger(emptyRecord, bought),
      told(1, '2020-03-25', today),
      [],
      rules,
    );
    const moved = afterDeclaration(first, told(2, '2020-03-28', '2020-03-22'), [], rules);
    expect(moved.triggers.map(({ since }) => since)).toEqual(
      (['2020-04-01', '2020-03-28'] as const).map(numberOf),
    );
    const late = afterDeclaration(moved, told(3, '2020-03-30', '2020-03-28'), [], rules);
    expect(late.triggers.map(({ since }) => since)).toEqual(
      (['2020-04-01', '2020-03-28', '2020-03-30'] as const).map(numberOf),
    );
    expect(afterDeclaration(first, declared(aReturnWithin()), [], rules).triggers).toEqual(
      first.triggers,
    );
  });
});

describe('what may be corrected by what', () => {
  const [claim, daily, work, within] = [aClaim(), aDaily(), aReturnToWork(), aReturnWithin()];
  test.each([
    ['a check-in by a check-in', daily, daily, true],
    ['the claim by the check-in of its day', claim, daily, true],
    ['a registration for work by another', work, work, true],
    ['a registration for work by a check-in', work, daily, false],
    ['a check-in by a registration for work', daily, work, false],
    ['the claim by a registration for work', claim, work, false],
    ['a return within by a registration for work', within, work, false],
    ['a return within by another', within, within, true],
  ])('%s', (_, earlier, later, may) => {
    expect(mayCorrect(declared(earlier), today, later)).toBe(may);
    expect(mayCorrect(declared(earlier, '2020-03-19'), today, later)).toBe(false);
  });
});

describe('the record after a declaration', () => {
  const day = numberOf(today);

  test('the claim begins the code and counts as that day’s check-in', () => {
    expect(afterDeclaration(emptyRecord, declared(aClaim()), [], rules)).toEqual({
      ...emptyRecord,
      claimedOn: day,
      last: { id, at: `${today}T02:00:00.000Z` },
      checkIns: { from: day, marks: 'n' },
    });
  });

  test('a second claim does not move the first', () => {
    const earlier = { ...emptyRecord, claimedOn: day - 9 };
    expect(afterDeclaration(earlier, declared(aClaim()), [], rules).claimedOn).toBe(day - 9);
  });

  test('a check-in claims nothing', () => {
    expect(afterDeclaration(emptyRecord, declared(aDaily()), [], rules)).not.toHaveProperty(
      'claimedOn',
    );
  });

  test('a slip is withdrawn with its triggers, others stay', () => {
    const slip = { ...aTrigger(), since: day, evidence: 'decl_slip' };
    const bought = { ...aTrigger(), since: day - 3 };
    const before = withTrigger(withTrigger(withCheckIn(emptyRecord, day, 'a'), slip), bought);
    const after = afterDeclaration(before, declared(aDaily()), ['decl_slip'], rules);
    expect(after.triggers).toEqual([bought]);
    expect(after.checkIns.marks).toBe('n');
  });

  test('what is given is left as it was', () => {
    const before = Object.freeze({ ...emptyRecord, triggers: Object.freeze([aTrigger()]) });
    expect(() =>
      afterDeclaration(before, declared(aClaim({ symptoms: ['fever'] })), [], rules),
    ).not.toThrow();
    expect(before.triggers).toHaveLength(1);
  });
});
