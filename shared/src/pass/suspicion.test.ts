import { describe, expect, test } from '@jest/globals';
import { emptyRecord, type Sign } from '../code/record';
import { ruleSet, today } from '../code/test-data';
import { type DayNumber, dayNumbered, type Instant, numberOf } from '../core/day';
import { isAbnormal, isFarApart, type PassJudged, signsOf, suspicionsOn } from './suspicion';
import vectors from './suspicion.vectors.json';

const day = numberOf(today);
const on = (ago: number): DayNumber => day - ago;
const sign = (kind: string, ago: number, where: string): Sign => ({
  kind: kind as Sign['kind'],
  on: on(ago),
  placeId: `plac_${where}`,
});

describe('what a guard is warned of (V3)', () => {
  interface Warns {
    readonly case: string;
    readonly known: { signs?: [string, number, string][]; notGreen?: number };
    readonly warns: [string, number][];
  }
  test.each((vectors.warns as Warns[]).map((one) => [one.case, one] as const))(
    '%s',
    (_, { known: { signs = [], notGreen }, warns }) => {
      const record = {
        ...emptyRecord,
        signs: signs.map((one) => sign(...one)),
        ...(notGreen !== undefined && { notGreenOn: on(notGreen) }),
      };
      expect(suspicionsOn(day, record, ruleSet, 'plac_here')).toEqual(
        warns.map(([kind, ago]) => ({ kind, on: dayNumbered(on(ago)) })),
      );
    },
  );

  test('asked for by no place, a stop anywhere is told', () => {
    const record = { ...emptyRecord, signs: [sign('stopped', 1, 'here')] };
    expect(suspicionsOn(day, record, ruleSet)).toHaveLength(1);
  });

  test('how far back is the rule set’s to say', () => {
    const record = { ...emptyRecord, signs: [sign('stopped', 5, 'elsewhere')] };
    expect(suspicionsOn(day, record, { ...ruleSet, trackDays: 5 }, 'plac_here')).toEqual([]);
  });
});

describe('what of a pass is a sign of it', () => {
  test.each(vectors.signs.map((one) => [one.case, one] as const))('%s', (_, { pass, signs }) => {
    const judged = { at: `${today}T08:00:00.000+08:00`, placeId: 'plac_here', ...pass };
    expect(signsOf(judged as PassJudged, ruleSet)).toEqual(
      signs.map((kind) => sign(kind, 0, 'here')),
    );
  });
});

describe('two places too far apart', () => {
  const met = ([time, latitude, longitude]: [string, number, number]) => ({
    at: new Date(`${today}T${time}:00+08:00`).toISOString() as Instant,
    location: { latitude, longitude },
  });
  test.each(vectors.farApart.map((one) => [one.case, one] as const))('%s', (_, one) => {
    const [from, to] = [one.from, one.to] as [string, number, number][];
    expect(isFarApart(met(from!), met(to!), ruleSet)).toBe(one.isFarApart);
  });

  test('how far and how fast is the rule set’s to say', () => {
    const [from, to] = [met(['08:00', 20, 110]), met(['08:20', 20.45, 110])];
    const by = (track: typeof ruleSet.track) => isFarApart(from, to, { ...ruleSet, track });
    expect(by({ fastestKmh: 300, beyondKm: 30 })).toBe(false);
    expect(by({ fastestKmh: 150, beyondKm: 60 })).toBe(false);
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
