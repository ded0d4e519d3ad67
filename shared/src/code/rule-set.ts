/**
 * Rule sets: which clause gives which colour, how many days clear it, whether a release is needed, and what the
 * person is told. Data with a version and a date in force (domain §5); a change is a new file, never an edit.
 */
import * as z from 'zod/mini';
import { Day, type DayNumber, numberOf } from '../core/day';
import { Exposure, Situation, Symptom } from '../core/symptom';
import rules202002 from './rule-sets/2020-02.json';
import { Clause, clauseLabels } from './trigger';

const Says = z.strictObject({ zh: z.string(), en: z.string() });

const ClauseRule = z.strictObject({
  colour: z.enum(['red', 'yellow']),
  /** Days in a row with a normal declaration, counted from the day after the trigger. */
  clearsAfterDays: z.int().check(z.minimum(0)),
  /** Whether somebody must record the release before the code can clear. */
  needsRelease: z.boolean(),
  /** The sentence of the notice that this clause is. */
  cites: z.string(),
  /** Told to the person: why. */
  why: Says,
  /** Told to the person: what to do now. */
  next: Says,
  /** Who answers for this clause. */
  answers: Says,
});

export const RuleSet = z.strictObject({
  version: z.string(),
  inForceFrom: Day,
  cites: z.string(),
  /** °C from which a temperature is abnormal. */
  feverFrom: z.number(),
  /** A declared symptom of this list is a trigger of the clause. */
  symptoms: z.strictObject({ clause: Clause, list: z.array(Symptom) }),
  /** A declared situation is a trigger of the clause. */
  situations: z.record(Situation, Clause),
  /** A declared exposure is a trigger of the clause. */
  exposures: z.record(Exposure, Clause),
  /** Coming from a place outside the province is a trigger of the clause. */
  outside: Clause,
  /** Coming from a key epidemic area in force on the days of the stay is a trigger of the clause. */
  keyArea: Clause,
  /** A confirmed positive result is a trigger of the clause: of one person's tube, and for each person of a pooled one (V8). */
  tests: z.strictObject({ positive: Clause, pooledPositive: Clause }),
  /** Days of passes that are looked at for a suspicious track (V3). */
  trackDays: z.int(),
  /** Two places further apart than `beyondKm`, reached sooner than at `fastestKmh` as the crow flies, are suspicious. */
  track: z.strictObject({
    fastestKmh: z.number().check(z.positive()),
    beyondKm: z.number().check(z.positive()),
  }),
  /**
   * Medical observation (V6): the days after its first that are planned, and how many are added at most, one by one,
   * while the person was not seen on the last.
   */
  observation: z.strictObject({ days: z.int(), mostAddedDays: z.int() }),
  /** Whether a day without check-in shows grey to the person concerned (later editions: yes). */
  greyWhenOverdue: z.boolean(),
  /** Whom the code screen offers to call. */
  hotline: z.strictObject({ number: z.string(), says: Says }),
  clauses: z.record(Clause, ClauseRule),
});
export type RuleSet = z.infer<typeof RuleSet>;
export type ClauseRule = z.infer<typeof ClauseRule>;

/** Every rule set of the province, oldest first. */
export const ruleSets: readonly RuleSet[] = [RuleSet.parse(rules202002)];

const starts = ruleSets.map(({ inForceFrom }) => numberOf(inForceFrom));

/** The rule set in force on a day: the last that began by then; before the first, the first. */
export const ruleSetOn = (day: DayNumber): RuleSet => {
  let at = starts.length - 1;
  while (at > 0 && starts[at]! > day) at -= 1;
  return ruleSets[at]!;
};

/** `GET /rules` shows these to anybody: the clauses are public. */
export const clauses = Object.keys(clauseLabels) as Clause[];
