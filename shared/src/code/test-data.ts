/** Whole valid things for tests; a test names only what matters to it. */
import { type Day, numberOf } from '../core/day';
import { type CodeRecord, emptyRecord } from './record';
import { ruleSets } from './rule-set';
import type { Clause, Trigger } from './trigger';

export const ruleSet = ruleSets[0]!;
/** What declarations are judged by, without a key epidemic area. */
export const rules = { ruleSet, riskAreas: [] };
export const today: Day = '2020-03-20';

/** A trigger as a vector writes it. */
export interface GivenTrigger {
  clause: string;
  since: string;
  releasedOn?: string;
}
export interface Given {
  claimedOn?: string;
  triggers: readonly GivenTrigger[];
  checkIns: { from: string; days: string };
}

const numbered = (day: string): number => numberOf(day as Day);

export const aTrigger = (
  { clause = 'bought-medicine', since = today, releasedOn }: Partial<GivenTrigger> = {},
  nth = 0,
): Trigger => ({
  clause: clause as Clause,
  since: numbered(since),
  evidence: `test_${String(nth).padStart(3, '0')}`,
  ...(releasedOn !== undefined && { releasedOn: numbered(releasedOn) }),
});

export const recordOf = ({ claimedOn, triggers, checkIns }: Given): CodeRecord => ({
  ...emptyRecord,
  ...(claimedOn !== undefined && { claimedOn: numbered(claimedOn) }),
  checkIns: { from: numbered(checkIns.from), marks: checkIns.days },
  triggers: triggers.map(aTrigger),
});
