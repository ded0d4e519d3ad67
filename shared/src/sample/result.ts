/**
 * Results (V8): what a tube's result means, and for whom. A negative one is a record and no release; a positive one is
 * a proposal until a second person has confirmed it. Which clause it then falls under is the rule set's to say.
 */
import type * as z from 'zod/mini';
import type { RuleSet } from '../code/rule-set';
import type { Trigger } from '../code/trigger';
import { dayOf, type Instant, numberOf } from '../core/day';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';
import { isPooled, type TubeKind } from './tube';

export const testResultLabels = {
  negative: { zh: '阴性', en: 'Negative' },
  positive: { zh: '阳性', en: 'Positive' },
  invalid: { zh: '无效（需重采）', en: 'Invalid: to be taken again' },
} as const satisfies Record<string, Said>;
export const TestResult = oneOf(testResultLabels);
export type TestResult = z.infer<typeof TestResult>;

const resultStateLabels = {
  recorded: { zh: '已登记', en: 'Recorded' },
  proposed: { zh: '待第二人确认', en: 'To be confirmed by a second person' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  rejected: { zh: '未确认', en: 'Rejected' },
} as const satisfies Record<string, Said>;
export const ResultState = oneOf(resultStateLabels);
export type ResultState = z.infer<typeof ResultState>;

interface Known {
  readonly result: TestResult;
  readonly state: ResultState;
}

export const stateOf = (result: TestResult): ResultState =>
  result === 'positive' ? 'proposed' : 'recorded';

/**
 * What a result is to the one that the tube has: the first or one after an invalid or a rejected one is `new`; the same
 * again is `repeated`. A positive one after a negative one is new as well: only a second person says that it is none, and
 * whoever enters a negative one first hides nothing. Anything else contradicts what is known and is left to people.
 */
export function comesAs(
  given: TestResult,
  known: Known | undefined,
): 'new' | 'repeated' | 'contradicts' {
  if (!known || known.state === 'rejected') return 'new';
  if (known.result === given) return 'repeated';
  if (given === 'positive') return 'new';
  return known.result === 'invalid' ? 'new' : 'contradicts';
}

/** What the person may know: a positive result only once it is confirmed, and never that one was proposed. */
export const shownResultLabels = {
  ...testResultLabels,
  awaiting: { zh: '等待结果', en: 'Awaiting the result' },
} as const satisfies Record<string, Said>;
export const ShownResult = oneOf(shownResultLabels);
export type ShownResult = z.infer<typeof ShownResult>;
export const shownResultOf = (known: Known | undefined): ShownResult =>
  known && isToldOf(known) ? known.result : 'awaiting';
const isToldOf = ({ state }: Known): boolean => state === 'recorded' || state === 'confirmed';

/** Of a tube's results, the latest last, the one that the person is told of: a proposal takes back no earlier one. */
export const toldOf = <T extends Known>(results: readonly T[]): T | undefined =>
  results.filter(isToldOf).at(-1);

/** What a confirmed positive result is for each person of the tube: it counts from the day of the confirmation. */
export const triggerOfPositive = (
  kind: TubeKind,
  { id, confirmedAt }: { readonly id: string; readonly confirmedAt: Instant },
  { tests }: RuleSet,
): Trigger => ({
  clause: isPooled(kind) ? tests.pooledPositive : tests.positive,
  since: numberOf(dayOf(confirmedAt)),
  evidence: id,
});

/** What is wrong with the time of a test, by whole days: laboratories often tell no more. */
export function wrongTestTime(
  testedAt: Instant,
  takenAt: Instant,
  now: Instant,
): 'tested-ahead' | 'tested-before-sample' | undefined {
  if (dayOf(testedAt) > dayOf(now)) return 'tested-ahead';
  return dayOf(testedAt) < dayOf(takenAt) ? 'tested-before-sample' : undefined;
}
