import { describe, expect, test } from '@jest/globals';
import { numberOf } from '../core/day';
import { decodeRecord, emptyRecord, encodeRecord, type Sign } from './record';
import { ruleSet, today as day } from './test-data';
import { recordOf, tracesOf, withTraces } from './traces';

const today = numberOf(day);
const stopped = (daysAgo: number, placeId = 'plac_1'): Sign => ({
  kind: 'stopped',
  on: today - daysAgo,
  placeId,
});

describe('what stays of a code whose account is deleted', () => {
  test.each([
    ['a stop of yesterday stays', { signs: [stopped(1)] }, { signs: [stopped(1)] }],
    ['a stop of 13 days ago stays', { signs: [stopped(13)] }, { signs: [stopped(13)] }],
    ['a stop of 14 days ago is over', { signs: [stopped(14)] }, { signs: [] }],
    [
      'a yellow day of last week stays',
      { notGreenOn: today - 7 },
      { signs: [], notGreenOn: today - 7 },
    ],
    ['a yellow day of last month is over', { notGreenOn: today - 30 }, { signs: [] }],
    ['check-ins do not stay', { checkIns: { from: today - 3, marks: 'nnn' } }, { signs: [] }],
  ] as const)('%s', (_, known, left) => {
    expect(tracesOf({ ...emptyRecord, ...known }, today, ruleSet)).toEqual(left);
  });

  test('whoever comes back has it again, beside what is new', () => {
    const traces = { signs: [stopped(3)], notGreenOn: today - 2 };
    const back = withTraces({ ...emptyRecord, signs: [stopped(0, 'plac_2')] }, traces);
    expect(back.signs).toEqual([stopped(0, 'plac_2'), stopped(3)]);
    expect(back.notGreenOn).toBe(today - 2);
    expect(withTraces({ ...emptyRecord, notGreenOn: today }, traces).notGreenOn).toBe(today);
  });

  test('it is kept and read as any record', () => {
    const traces = { signs: [stopped(3)], notGreenOn: today - 2 };
    expect(decodeRecord(encodeRecord(recordOf(traces)))).toEqual(recordOf(traces));
  });
});
