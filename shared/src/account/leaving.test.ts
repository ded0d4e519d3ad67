import { describe, expect, test } from '@jest/globals';
import { emptyRecord } from '../code/record';
import { aTrigger as triggerOf, ruleSet, today as day } from '../code/test-data';
import type { Clause } from '../code/trigger';
import { addDays, dayNumbered, numberOf } from '../core/day';
import { obstaclesTo } from './leaving';

const today = numberOf(day);
const aTrigger = (since: number, clause: Clause = 'bought-medicine') =>
  triggerOf({ clause, since: addDays(day, since) });
const alone = { duties: [], persons: 1, lists: 0 };
const green = {
  ...emptyRecord,
  claimedOn: today - 20,
  checkIns: { from: today - 19, marks: 'n'.repeat(20) },
};
const cough = aTrigger(-1);
const contact = aTrigger(-20, 'close-contact');
const arrival = aTrigger(3);

describe('who may delete their account', () => {
  test.each([
    ['whoever never filled in details', undefined, alone, []],
    ['whoever never claimed a code', emptyRecord, alone, []],
    ['a green code', green, alone, []],
    [
      'a yellow code: not before it is green',
      { ...green, triggers: [cough] },
      alone,
      ['not-green yellow'],
    ],
    [
      'a red code: not before it is green',
      { ...green, triggers: [contact, cough] },
      alone,
      ['not-green red'],
    ],
    ['red without a claim', { ...emptyRecord, triggers: [contact] }, alone, ['not-green red']],
    ['a planned return ahead', { ...green, triggers: [arrival] }, alone, ['planned']],
    [
      'yellow, with a return ahead',
      { ...green, triggers: [cough, arrival] },
      alone,
      ['not-green yellow', 'planned'],
    ],
    [
      'a guard',
      green,
      { duties: [{ role: 'guard' as const, at: '虚构村路口' }], persons: 1, lists: 0 },
      ['duty guard 虚构村路口'],
    ],
    ['whoever has family members', green, { duties: [], persons: 3, lists: 0 }, ['family 2']],
    [
      'whoever is on an organisation’s list',
      green,
      { duties: [], persons: 1, lists: 2 },
      ['list 2'],
    ],
  ])('%s', (_, record, held, inTheWay) => {
    const told = obstaclesTo(today, record, ruleSet, held).map((one) => {
      switch (one.kind) {
        case 'not-green':
          return `${one.kind} ${one.colour}`;
        case 'planned':
          return one.kind;
        case 'duty':
          return `${one.kind} ${one.role} ${one.at ?? ''}`;
        case 'family':
        case 'list':
          return `${one.kind} ${one.count}`;
      }
    });
    expect(told).toEqual(inTheWay);
  });

  test('it says until when: the last reason to go decides', () => {
    const record = { ...green, triggers: [cough, aTrigger(-5)] };
    expect(obstaclesTo(today, record, ruleSet, alone)).toEqual([
      {
        kind: 'not-green',
        colour: 'yellow',
        clearsOn: dayNumbered(today + 13),
        awaitsRelease: false,
      },
    ]);
  });
});
