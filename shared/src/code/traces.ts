/**
 * What a gate still warns of after an account was deleted (V3): nobody clears a suspicious track by registering anew.
 * Everything else of a code is let go of, and only a green one may be deleted (account/leaving.ts).
 */
import type { DayNumber } from '../core/day';
import { type CodeRecord, emptyRecord, withSign } from './record';
import type { RuleSet } from './rule-set';

export type Traces = Pick<CodeRecord, 'signs' | 'notGreenOn'>;

/** Of a record, what the days that the rule set looks back to still hold. */
export function tracesOf(
  { signs, notGreenOn }: CodeRecord,
  today: DayNumber,
  { trackDays }: RuleSet,
): Traces {
  const inTrack = (on: DayNumber): boolean => on > today - trackDays;
  return {
    signs: signs.filter(({ on }) => inTrack(on)),
    ...(notGreenOn !== undefined && inTrack(notGreenOn) && { notGreenOn }),
  };
}

/** The record of whoever comes back, with what they had left. */
export function withTraces(record: CodeRecord, { signs, notGreenOn }: Traces): CodeRecord {
  const latest = Math.max(record.notGreenOn ?? 0, notGreenOn ?? 0);
  return {
    ...signs.reduce(withSign, record),
    ...(latest > 0 && { notGreenOn: latest }),
  };
}

/** Traces as a record that holds nothing else, for the one encoding that records have. */
export const recordOf = (traces: Traces): CodeRecord => withTraces(emptyRecord, traces);
