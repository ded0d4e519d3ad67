/**
 * What in the last 14 days is a suspicious track (V3).
 * Read from the code's own record, so that a gate needs no second read; how far back is the rule set's to say.
 */
import type { CodeRecord } from '../code/record';
import type { RuleSet } from '../code/rule-set';
import { type DayNumber, dayNumbered } from '../core/day';
import type { Warning } from './contract';

/** What to warn a guard of, newest first. A stop at this very place is no news to it. */
export function suspicionsOn(
  today: DayNumber,
  record: CodeRecord,
  { trackDays }: RuleSet,
  placeId?: string,
): Warning[] {
  const inTrack = (on: DayNumber): boolean => on > today - trackDays && on <= today;
  const signs = record.signs
    .filter((sign) => inTrack(sign.on) && !(sign.kind === 'stopped' && sign.placeId === placeId))
    .map(({ kind, on }) => ({ kind, on }));
  const notGreen =
    record.notGreenOn !== undefined && inTrack(record.notGreenOn)
      ? [{ kind: 'not-green' as const, on: record.notGreenOn }]
      : [];
  return [...signs, ...notGreen]
    .sort((a, b) => b.on - a.on)
    .map(({ kind, on }) => ({ kind, on: dayNumbered(on) }));
}

/** Whether a temperature as a guard enters it is abnormal. */
export const isAbnormal = (
  temperature: 'normal' | 'abnormal' | number,
  { feverFrom }: RuleSet,
): boolean =>
  typeof temperature === 'number' ? temperature >= feverFrom : temperature === 'abnormal';
