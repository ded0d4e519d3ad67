import { describe, expect, test } from '@jest/globals';
import { type DayNumber, dayNumbered, numberOf } from '../core/day';
import { emptyRecord, type Sign } from '../code/record';
import { ruleSet, today } from '../code/test-data';
import { isAbnormal, suspicionsOn } from './suspicion';

const day = numberOf(today);
const on = (ago: number): DayNumber => day - ago;
const sign = (kind: Sign['kind'], ago: number, placeId = 'plac_other'): Sign => ({
  kind,
  on: on(ago),
  placeId,
});

describe('what a guard is warned of (V3)', () => {
  test.each<[string, { signs?: Sign[]; notGreenOn?: DayNumber }, [string, number][]]>([
    ['nothing', {}, []],
    ['a stop elsewhere today', { signs: [sign('stopped', 0)] }, [['stopped', 0]]],
    ['a stop elsewhere 13 days ago', { signs: [sign('stopped', 13)] }, [['stopped', 13]]],
    ['a stop elsewhere 14 days ago is out of the track', { signs: [sign('stopped', 14)] }, []],
    ['a stop at this very place is no news', { signs: [sign('stopped', 1, 'plac_here')] }, []],
    [
      'an abnormal temperature, even at this place',
      { signs: [sign('abnormal-temperature', 2, 'plac_here')] },
      [['abnormal-temperature', 2]],
    ],
    [
      'an exit while told to isolate',
      { signs: [sign('left-isolation', 3)] },
      [['left-isolation', 3]],
    ],
    ['not green 13 days ago', { notGreenOn: on(13) }, [['not-green', 13]]],
    ['not green 14 days ago', { notGreenOn: on(14) }, []],
    ['a sign of tomorrow is none yet', { signs: [sign('stopped', -1)], notGreenOn: on(-1) }, []],
    [
      'several, newest first',
      { signs: [sign('stopped', 9), sign('abnormal-temperature', 2)], notGreenOn: on(5) },
      [
        ['abnormal-temperature', 2],
        ['not-green', 5],
        ['stopped', 9],
      ],
    ],
  ])('%s', (_, known, expected) => {
    expect(suspicionsOn(day, { ...emptyRecord, ...known }, ruleSet, 'plac_here')).toEqual(
      expected.map(([kind, ago]) => ({ kind, on: dayNumbered(on(ago)) })),
    );
  });

  test('asked for by no place, a stop anywhere is told', () => {
    expect(
      suspicionsOn(day, { ...emptyRecord, signs: [sign('stopped', 1, 'plac_here')] }, ruleSet),
    ).toHaveLength(1);
  });

  test('how far back is the rule set’s to say', () => {
    const record = { ...emptyRecord, signs: [sign('stopped', 5)] };
    expect(suspicionsOn(day, record, { ...ruleSet, trackDays: 5 }, 'plac_here')).toEqual([]);
  });
});

describe('a temperature as a guard enters it', () => {
  test.each([
    ['normal', false],
    ['abnormal', true],
    [36.5, false],
    [37.2, false],
    [37.3, true],
    [40, true],
  ] as const)('%p: abnormal is %p', (temperature, abnormal) => {
    expect(isAbnormal(temperature, ruleSet)).toBe(abnormal);
  });
});
