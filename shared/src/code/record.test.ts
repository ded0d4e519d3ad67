import { describe, expect, test } from '@jest/globals';
import { numberOf } from '../core/day';
import {
  type CodeRecord,
  type Sign,
  decodeRecord,
  emptyRecord,
  encodeRecord,
  settled,
  trimmed,
  withCheckIn,
  withRelease,
  withSign,
  withTrigger,
  withoutTriggersOf,
} from './record';
import { clauses } from './rule-set';
import { aTrigger, ruleSet } from './test-data';

const day = numberOf('2020-03-20');
const marksOf = (record: CodeRecord) => [record.checkIns.from - day, record.checkIns.marks];
const checkedIn = (...days: [after: number, mark: 'n' | 'a'][]) =>
  days.reduce((record, [after, mark]) => withCheckIn(record, day + after, mark), emptyRecord);

describe('check-ins', () => {
  test.each([
    ['the first begins the record', checkedIn([0, 'n']), [0, 'n']],
    ['a second one the same day takes its place', checkedIn([0, 'a'], [0, 'n']), [0, 'n']],
    ['the next day', checkedIn([0, 'n'], [1, 'a']), [0, 'na']],
    ['missed days show', checkedIn([0, 'n'], [3, 'n']), [0, 'n--n']],
    ['told late', checkedIn([3, 'n'], [0, 'a'], [1, 'n']), [0, 'an-n']],
  ])('%s', (_, record, expected) => {
    expect(marksOf(record)).toEqual(expected);
  });
});

describe('triggers', () => {
  const contact = { ...aTrigger({ clause: 'close-contact' }), since: day };
  const once = withTrigger(emptyRecord, contact);

  test('told twice counts once', () => {
    expect(withTrigger(once, contact)).toEqual(once);
  });
  test('told again with another day: the last word counts', () => {
    expect(withTrigger(once, { ...contact, since: day - 1 }).triggers).toEqual([
      { ...contact, since: day - 1 },
    ]);
  });
  test('told again after the release, the release stays', () => {
    const released = withRelease(once, 'close-contact', day + 3);
    expect(withTrigger(released, contact)).toEqual(released);
  });
  test('by other evidence counts beside it', () => {
    expect(withTrigger(once, { ...contact, evidence: 'test_002' }).triggers).toHaveLength(2);
  });
  test('goes with its evidence', () => {
    const two = withTrigger(withTrigger(once, { ...contact, evidence: 'test_002' }), {
      ...contact,
      clause: 'isolated',
    });
    expect(withoutTriggersOf(two, contact.evidence).triggers).toEqual([
      { ...contact, evidence: 'test_002' },
    ]);
  });
});

describe('a release', () => {
  const contact = { ...aTrigger({ clause: 'close-contact' }), since: day };
  const releasesOf = (record: CodeRecord) => record.triggers.map(({ releasedOn }) => releasedOn);
  const two = withTrigger(withTrigger(emptyRecord, contact), { ...contact, clause: 'isolated' });

  test('is for its clause only', () => {
    expect(releasesOf(withRelease(two, 'isolated', day + 2))).toEqual([undefined, day + 2]);
  });
  test('keeps its first day', () => {
    expect(
      releasesOf(withRelease(withRelease(two, 'isolated', day + 2), 'isolated', day + 5))[1],
    ).toBe(day + 2);
  });
  test('does not release what begins after it', () => {
    const later = withTrigger(two, { ...contact, since: day + 9, evidence: 'test_002' });
    expect(releasesOf(withRelease(later, 'close-contact', day + 2))).toEqual([
      day + 2,
      undefined,
      undefined,
    ]);
  });
});

describe('what is let go of', () => {
  const declared = (since: number, nth: number) => ({
    ...aTrigger({ clause: 'declared-symptoms' }),
    since,
    evidence: `decl_${String(nth)}`,
  });
  const kept = (record: CodeRecord, today = day) => trimmed(record, today, ruleSet);
  const withTriggers = (...triggers: CodeRecord['triggers'][number][]) =>
    triggers.reduce(withTrigger, emptyRecord);

  test('days before the last thirty, when nothing is pending', () => {
    const record = { ...emptyRecord, checkIns: { from: day - 50, marks: 'n'.repeat(51) } };
    expect(marksOf(kept(record))).toEqual([-30, 'n'.repeat(31)]);
  });
  test('no day since the oldest unspent trigger', () => {
    const record = {
      ...withTriggers(declared(day - 45, 1)),
      checkIns: { from: day - 50, marks: 'n-'.repeat(25) },
    };
    expect(kept(record).checkIns.from).toBe(day - 45);
  });
  test('all days, of somebody who has long been away', () => {
    const record = { ...emptyRecord, checkIns: { from: day - 90, marks: 'nnn' } };
    expect(kept(record).checkIns.marks).toBe('');
    expect(marksOf(withCheckIn(kept(record), day, 'n'))).toEqual([0, 'n']);
  });
  test('a trigger, the day after it was spent; not on the day, whose check-in can still be corrected', () => {
    const record = {
      ...withTriggers(declared(day - 14, 1)),
      checkIns: { from: day - 13, marks: 'n'.repeat(14) },
    };
    expect(kept(record, day).triggers).toHaveLength(1);
    expect(kept(record, day + 1).triggers).toHaveLength(0);
  });
  test('of symptoms declared day after day, all but the last: it outlives the others', () => {
    expect(
      kept(withTriggers(declared(day - 3, 1), declared(day - 2, 2), declared(day - 1, 3))).triggers,
    ).toEqual([declared(day - 1, 3)]);
  });
  test('but today’s may be a slip: then yesterday’s is needed', () => {
    expect(kept(withTriggers(declared(day - 1, 1), declared(day, 2))).triggers).toHaveLength(2);
  });
  test('and an import may be withdrawn at any time: then the older one is needed', () => {
    const imported = { ...declared(day - 1, 2), evidence: 'impo_2' };
    expect(kept(withTriggers(declared(day - 3, 1), imported)).triggers).toHaveLength(2);
  });
  test('two of one day and clause are one the day after', () => {
    expect(kept(withTriggers(declared(day - 1, 1), declared(day - 1, 2))).triggers).toEqual([
      declared(day - 1, 2),
    ]);
  });
  test('no case that waits for its release, whichever is newer', () => {
    const cases = [day - 9, day - 5].map((since, nth) => ({
      ...declared(since, nth),
      clause: 'isolated' as const,
    }));
    expect(kept(withTriggers(...cases)).triggers).toEqual(cases);
  });
  test('signs older than the days looked back, and all but the last six', () => {
    const sign = (on: number): Sign => ({ kind: 'stopped', on, placeId: `plac_${String(on)}` });
    const signs = [-20, -14, -13, -5, -4, -3, -2, -1, 0].map((after) => sign(day + after));
    const record = signs.reduce(withSign, emptyRecord);
    expect(kept(record).signs.map(({ on }) => on - day)).toEqual([-5, -4, -3, -2, -1, 0]);
    expect(kept({ ...record, signs: signs.slice(0, 3) }).signs.map(({ on }) => on - day)).toEqual([
      -13,
    ]);
  });
  test('of one kind at one place, all but the last sign', () => {
    const stopped: Sign = { kind: 'stopped', on: day - 2, placeId: 'plac_1' };
    expect(withSign(withSign(emptyRecord, stopped), { ...stopped, on: day }).signs).toEqual([
      { ...stopped, on: day },
    ]);
  });
});

describe('settled', () => {
  const claimed: CodeRecord = { ...emptyRecord, claimedOn: day - 20 };
  const yellow = withTrigger(claimed, { ...aTrigger(), since: day });

  test.each([
    ['still green', claimed, claimed, { colour: 'green', isPending: false }, undefined],
    ['turned yellow', claimed, yellow, { colour: 'yellow', isPending: true }, day],
    [
      'turned green: until today it was not',
      yellow,
      claimed,
      { colour: 'green', isPending: false },
      day,
    ],
    [
      'no code yet is no sign of anything',
      emptyRecord,
      emptyRecord,
      { colour: 'none', isPending: false },
      undefined,
    ],
  ] as const)('%s', (_, before, after, expected, notGreenOn) => {
    const { record, ...answer } = settled(before, after, day, ruleSet);
    expect(answer).toEqual(expected);
    expect(record.notGreenOn).toBe(notGreenOn);
  });

  test('a trigger that is still to come is pending', () => {
    const soon = withTrigger(claimed, { ...aTrigger(), since: day + 1 });
    expect(settled(claimed, soon, day, ruleSet)).toMatchObject({
      colour: 'green',
      isPending: true,
    });
  });
});

describe('one small item a person', () => {
  const uuid = '01900000-0000-7000-8000-000000000000';
  const tenTriggers = clauses.slice(0, 10).map((clause, nth) => ({
    clause,
    since: day - 39,
    evidence: `decl_${uuid}`,
    ...(nth < 4 && { releasedOn: day - 1 }),
  }));
  const signs = (count: number): Sign[] =>
    Array.from({ length: count }, (_, ago) => ({
      kind: 'stopped',
      on: day - ago,
      placeId: `plac_${uuid}`,
    }));
  const record: CodeRecord = {
    claimedOn: day - 40,
    last: { id: `decl_${uuid}`, at: '2020-03-20T01:00:00.000Z' },
    checkIns: { from: day - 40, marks: 'n'.repeat(41) },
    triggers: tenTriggers,
    signs: [],
    notGreenOn: day,
  };
  test.each([
    ['an ordinary resident', { ...record, triggers: [] }, 160],
    ['yellow for a purchase', { ...record, triggers: tenTriggers.slice(4, 5) }, 256],
    ['ten triggers, forty days, a stop', { ...record, signs: signs(1) }, 1024],
    ['and every sign that can be kept', { ...record, signs: signs(6) }, 1400],
  ])('%s: the item is small', (_, one, bytes) => {
    expect(new TextEncoder().encode(encodeRecord(one)).length).toBeLessThan(bytes);
    expect(decodeRecord(encodeRecord(one))).toEqual(one);
  });
});
