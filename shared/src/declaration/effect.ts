/**
 * What a declaration means for the code (U2–U6; domain §5): the day's mark, the triggers, and what a same-day
 * re-check takes back. Which answer falls under which clause is the rule set's to say.
 */
import { addDays, type Day, type DayNumber, numberOf } from '../core/day';
import { isOutside } from '../core/province';
import {
  type CodeRecord,
  type Mark,
  withCheckIn,
  withTrigger,
  withoutTriggersOf,
} from '../code/record';
import { type RiskArea, type Stay, wasInKeyArea } from '../code/risk-area';
import type { RuleSet } from '../code/rule-set';
import { type Clause, isPlan, type Trigger } from '../code/trigger';
import { type CheckIn, type Declaration, type Declared, isCheckIn, isSameKind } from './contract';

/** What a declaration is judged by. */
export interface Rules {
  readonly ruleSet: RuleSet;
  readonly riskAreas: readonly RiskArea[];
}

const hasFever = (declaration: Declaration, { feverFrom }: RuleSet): boolean =>
  declaration.kind === 'daily' && declaration.temperature >= feverFrom;

/** A day is normal without symptom, fever, situation or discomfort. */
export const markOf = (declaration: CheckIn, ruleSet: RuleSet): Mark => {
  const normal =
    declaration.symptoms.length === 0 &&
    !hasFever(declaration, ruleSet) &&
    (declaration.kind === 'claim'
      ? declaration.situations.length === 0
      : declaration.condition === 'well');
  return normal ? 'n' : 'a';
};

/** The triggers of one declaration: each clause once. */
export function triggersOf({ id, day, declaration }: Declared, rules: Rules): Trigger[] {
  const clauses = new Set([
    ...clausesTold(declaration, rules),
    ...clausesOfPlaces(declaration, rules),
  ]);
  return [...clauses].map((clause) => ({
    clause,
    since: numberOf(isOfArrival(clause, rules) ? arrivalOn(declaration) : day),
    evidence: id,
  }));
}

/** Where somebody comes from matters from the day they arrive; a symptom or a contact from the day it is told. */
const isOfArrival = (clause: Clause, { ruleSet }: Rules): boolean =>
  clause === ruleSet.outside || clause === ruleSet.keyArea;
const arrivalOn = (declaration: Declaration): Day =>
  declaration.kind === 'return-outside' ? declaration.returnOn : declaration.day;

/** Of symptoms, situations and exposures. */
function clausesTold(declaration: Declaration, { ruleSet }: Rules): Clause[] {
  const { clause, list } = ruleSet.symptoms;
  const symptoms = 'symptoms' in declaration ? (declaration.symptoms ?? []) : [];
  const hasSymptom = symptoms.some((one) => list.includes(one)) || hasFever(declaration, ruleSet);
  return [
    ...(hasSymptom ? [clause] : []),
    ...('situations' in declaration ? declaration.situations : []).map(
      (situation) => ruleSet.situations[situation],
    ),
    ...('exposures' in declaration ? declaration.exposures : []).map(
      (exposure) => ruleSet.exposures[exposure],
    ),
  ];
}

/** Of where somebody comes from: outside the province, a key epidemic area. */
function clausesOfPlaces(declaration: Declaration, { ruleSet, riskAreas }: Rules): Clause[] {
  const stay = stayOf(declaration);
  if (!stay) return [];
  return [
    ...(isOutside(stay.area) ? [ruleSet.outside] : []),
    ...(wasInKeyArea(stay, riskAreas) ? [ruleSet.keyArea] : []),
  ];
}

/** Days before a return that the forms ask about. */
const ASKED_DAYS = 14;

/** Where the person was in the days that the form asks about. */
function stayOf(declaration: Declaration): Stay | undefined {
  switch (declaration.kind) {
    case 'claim':
    case 'daily':
    case 'no-return':
      return undefined;
    case 'return-outside': {
      const { from, returnOn, leftOn } = declaration;
      const asked = addDays(returnOn, -ASKED_DAYS);
      return {
        area: from.province,
        from: leftOn !== undefined && leftOn > asked ? leftOn : asked,
        until: returnOn,
      };
    }
    case 'return-within':
    case 'return-to-work':
      return {
        area: declaration.departure,
        from: addDays(declaration.day, -ASKED_DAYS),
        until: declaration.day,
      };
  }
}

/**
 * Whether the later declaration may be a re-check of the earlier one: of the same day, and of the same kind. Whether
 * anybody has scanned the code in between is the store's to say.
 */
export const mayCorrect = (earlier: Declared, day: Declared['day'], later: Declaration): boolean =>
  earlier.day === day && isSameKind(earlier.declaration, later);

/**
 * The record after a declaration. `slips` are earlier declarations of the same day and kind that nobody has scanned
 * since: what they triggered is withdrawn (reading 2 of the glossary); the others' triggers stay until cleared.
 * A planned return takes the place of one whose day has not come (reading 16), and a journey that is off withdraws it.
 */
export function afterDeclaration(
  record: CodeRecord,
  declared: Declared,
  slips: readonly string[],
  rules: Rules,
): CodeRecord {
  const isOfPlan = ['return-outside', 'no-return'].includes(declared.declaration.kind);
  const planned = isOfPlan ? withoutPlans : same;
  const withoutSlips = slips.reduce(withoutTriggersOf, planned(record, numberOf(declared.day)));
  return triggersOf(declared, rules).reduce(
    withTrigger,
    checkedIn(withoutSlips, declared, rules.ruleSet),
  );
}

const withoutPlans = (record: CodeRecord, today: DayNumber): CodeRecord => ({
  ...record,
  triggers: record.triggers.filter((one) => !isPlan(one, today)),
});
const same = (record: CodeRecord): CodeRecord => record;

/** A return is no check-in (reading 12): only the claim and the daily one mark their day. */
function checkedIn(
  record: CodeRecord,
  { id, at, day, declaration }: Declared,
  ruleSet: RuleSet,
): CodeRecord {
  if (!isCheckIn(declaration)) return record;
  const today = numberOf(day);
  const claimedOn = record.claimedOn ?? (declaration.kind === 'claim' ? today : undefined);
  return {
    ...withCheckIn(record, today, markOf(declaration, ruleSet)),
    ...(claimedOn !== undefined && { claimedOn }),
    last: { id, at },
  };
}
