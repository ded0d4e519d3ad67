/**
 * What is known of one code: the claim, the check-ins, the unspent triggers, signs of a suspicious track.
 * One small item a person, decoded in one step; history is kept elsewhere. Every function here answers with a new
 * record; none reads a clock.
 *
 * Bound: a record keeps the days back to its oldest unspent trigger, or 30; spent triggers are let go of the day
 * after (today's check-in may still be corrected). What a colour needs is never let go of. So whoever tells a
 * trigger tells it once: one that begins more than 30 days back, or that was spent, would find its days gone.
 */
import { type DayNumber, type Instant } from '../core/day';
import { colourOn, isSpent } from './colour';
import type { Colour } from './colour-label';
import type { RuleSet } from './rule-set';
import type { Clause, Trigger } from './trigger';

/** `n` a normal day, `a` an abnormal one, `-` a day without check-in. */
export type Mark = 'n' | 'a';

/** Check-ins as one character a day: `marks[i]` is day `from + i`; days after the last are not declared yet. */
export interface CheckIns {
  readonly from: DayNumber;
  readonly marks: string;
}

/** A sign of a suspicious track (V3); kept for the days that the rule set looks back. */
export type SignKind =
  'abnormal-temperature' | 'stopped' | 'left-isolation' | 'far-apart' | 'identity-changed';
export interface Sign {
  readonly kind: SignKind;
  readonly on: DayNumber;
  readonly placeId: string;
}

export interface CodeRecord {
  readonly claimedOn?: DayNumber;
  /** The last declaration, to correct it on the same day and to show when it was. */
  readonly last?: { readonly id: string; readonly at: Instant };
  readonly checkIns: CheckIns;
  readonly triggers: readonly Trigger[];
  readonly signs: readonly Sign[];
  /** The last day on which the code was known not to be green. */
  readonly notGreenOn?: DayNumber;
}

export const emptyRecord: CodeRecord = {
  checkIns: { from: 0, marks: '' },
  triggers: [],
  signs: [],
};

/** The check-in of a day; a second one the same day takes the first one's place (reading 2). */
export function withCheckIn(record: CodeRecord, day: DayNumber, mark: Mark): CodeRecord {
  const { from, marks } = record.checkIns;
  const empty = marks === '';
  const start = empty ? day : Math.min(from, day);
  const before = '-'.repeat(empty ? 0 : from - start);
  const known = before + (empty ? '' : marks);
  const at = day - start;
  const padded = known.padEnd(at, '-');
  return {
    ...record,
    checkIns: { from: start, marks: padded.slice(0, at) + mark + padded.slice(at + 1) },
  };
}

/**
 * Adds a trigger. The same clause by the same evidence counts once, however often it is told; a list imported again
 * does not undo a release.
 */
export function withTrigger(record: CodeRecord, trigger: Trigger): CodeRecord {
  const isSame = (one: Trigger): boolean =>
    one.clause === trigger.clause && one.evidence === trigger.evidence;
  const releasedOn = trigger.releasedOn ?? record.triggers.find(isSame)?.releasedOn;
  return {
    ...record,
    triggers: [
      ...record.triggers.filter((one) => !isSame(one)),
      releasedOn === undefined ? trigger : { ...trigger, releasedOn },
    ],
  };
}

/** Takes back what the evidence had triggered: a slip, a withdrawn import. */
export const withoutTriggersOf = (record: CodeRecord, evidence: string): CodeRecord => ({
  ...record,
  triggers: record.triggers.filter((one) => one.evidence !== evidence),
});

/** Records the release from a clause, for what had begun by then; a release recorded twice keeps its first day. */
export const withRelease = (record: CodeRecord, clause: Clause, on: DayNumber): CodeRecord => ({
  ...record,
  triggers: record.triggers.map((one) =>
    one.clause === clause && one.since <= on && one.releasedOn === undefined
      ? { ...one, releasedOn: on }
      : one,
  ),
});

/** Records the release of what one record made of the code; whatever else there is stays. */
export const withReleaseOf = (record: CodeRecord, evidence: string, on: DayNumber): CodeRecord => ({
  ...record,
  triggers: record.triggers.map((one) =>
    one.evidence === evidence && one.releasedOn === undefined ? { ...one, releasedOn: on } : one,
  ),
});

export const withSign = (record: CodeRecord, sign: Sign): CodeRecord => ({
  ...record,
  signs: [
    ...record.signs.filter(({ kind, placeId }) => kind !== sign.kind || placeId !== sign.placeId),
    sign,
  ],
});

/** Takes back the signs that a record undone had made. */
export const withoutSigns = (record: CodeRecord, undone: readonly Sign[]): CodeRecord => ({
  ...record,
  signs: record.signs.filter(
    (sign) =>
      !undone.some(
        ({ kind, on, placeId }) => kind === sign.kind && on === sign.on && placeId === sign.placeId,
      ),
  ),
});

/** How many days without any trigger are kept, for the screen that shows them. */
const KEPT_DAYS = 30;
/** A track is told by its last signs; more would only make the item grow. */
const KEPT_SIGNS = 6;

/**
 * Lets go of what can no longer matter: triggers spent by yesterday, an older trigger of a clause whose newer one
 * outlives it, days before all unspent triggers, old signs.
 */
export function trimmed(record: CodeRecord, today: DayNumber, ruleSet: RuleSet): CodeRecord {
  const unspent = record.triggers.filter(
    (one) => !isSpent(one, today - 1, record.checkIns, ruleSet),
  );
  const triggers = unspent.filter(
    (one) => !unspent.some((other) => outlives(other, one, today, ruleSet)),
  );

  const oldest = Math.min(today - KEPT_DAYS, ...triggers.map(({ since }) => since));
  const { from, marks } = record.checkIns;
  const cut = Math.min(Math.max(0, oldest - from), marks.length);
  return {
    ...record,
    triggers,
    checkIns: cut > 0 ? { from: from + cut, marks: marks.slice(cut) } : record.checkIns,
    signs: record.signs.filter(({ on }) => on > today - ruleSet.trackDays).slice(-KEPT_SIGNS),
  };
}

/**
 * Whether `newer` holds at least as long as `older` whatever comes: same clause, begun later, no release that only
 * one of them waits for, and never to be taken back: declared on a day that is over (today's may yet be withdrawn
 * as a slip, an import at any time).
 */
const outlives = (
  newer: Trigger,
  older: Trigger,
  today: DayNumber,
  { clauses }: RuleSet,
): boolean =>
  newer.clause === older.clause &&
  (newer.since > older.since || (newer.since === older.since && newer.evidence > older.evidence)) &&
  newer.since < today &&
  newer.evidence.startsWith('decl_') &&
  !clauses[newer.clause].needsRelease;

/** The record as one attribute of the item: a JSON array without names. */
export const encodeRecord = (record: CodeRecord): string =>
  JSON.stringify([
    record.claimedOn ?? 0,
    record.last ? [record.last.id, record.last.at] : 0,
    record.checkIns.from,
    record.checkIns.marks,
    record.triggers.map(({ clause, since, evidence, releasedOn }) =>
      releasedOn === undefined ? [clause, since, evidence] : [clause, since, evidence, releasedOn],
    ),
    record.signs.map(({ kind, on, placeId }) => [kind, on, placeId]),
    record.notGreenOn ?? 0,
  ]);

type EncodedTrigger = [clause: Clause, since: DayNumber, evidence: string, releasedOn?: DayNumber];
type EncodedSign = [kind: SignKind, on: DayNumber, placeId: string];
type Encoded = [
  claimedOn: DayNumber,
  last: [id: string, at: Instant] | 0,
  from: DayNumber,
  marks: string,
  triggers: EncodedTrigger[],
  signs: EncodedSign[],
  notGreenOn: DayNumber,
];

/**
 * What `encodeRecord` wrote. Only our own store writes it, so it is not checked again at every scan. Every scan does
 * this: hence indices and no spreads, which take twice as long (`npm run bench decode`).
 */
export function decodeRecord(text: string): CodeRecord {
  const [claimedOn, last, from, marks, triggers, signs, notGreenOn] = JSON.parse(text) as Encoded;
  const record: { -readonly [Key in keyof CodeRecord]: CodeRecord[Key] } = {
    checkIns: { from, marks },
    triggers: triggers.map(decodedTrigger),
    signs: signs.map(decodedSign),
  };
  if (claimedOn !== 0) record.claimedOn = claimedOn;
  if (last !== 0) record.last = { id: last[0], at: last[1] };
  if (notGreenOn !== 0) record.notGreenOn = notGreenOn;
  return record;
}

const decodedTrigger = (one: EncodedTrigger): Trigger =>
  one[3] === undefined
    ? { clause: one[0], since: one[1], evidence: one[2] }
    : { clause: one[0], since: one[1], evidence: one[2], releasedOn: one[3] };

const decodedSign = (one: EncodedSign): Sign => ({ kind: one[0], on: one[1], placeId: one[2] });

/** The record as it is kept after a fact of `today`, with the colour that lists and figures read. */
export function settled(
  before: CodeRecord,
  after: CodeRecord,
  today: DayNumber,
  ruleSet: RuleSet,
): { record: CodeRecord; colour: Colour; isPending: boolean } {
  const { colour } = colourOn(today, after, ruleSet);
  const isNotGreen = [colour, colourOn(today, before, ruleSet).colour].some(
    (one) => one === 'red' || one === 'yellow',
  );
  const kept = trimmed(isNotGreen ? { ...after, notGreenOn: today } : after, today, ruleSet);
  return { record: kept, colour, isPending: kept.triggers.length > 0 };
}
