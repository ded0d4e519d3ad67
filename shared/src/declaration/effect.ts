/**
 * What a declaration means for the code (U2, U3; domain §5): the day's mark, the triggers, and what a same-day
 * re-check takes back. Which symptom or situation falls under which clause is the rule set's to say.
 */
import { numberOf } from '../core/day';
import {
  type CodeRecord,
  type Mark,
  withCheckIn,
  withTrigger,
  withoutTriggersOf,
} from '../code/record';
import type { RuleSet } from '../code/rule-set';
import type { Clause, Trigger } from '../code/trigger';
import type { Declaration, Declared } from './contract';

const hasFever = (declaration: Declaration, { feverFrom }: RuleSet): boolean =>
  declaration.kind === 'daily' && declaration.temperature >= feverFrom;

/** A day is normal without symptom, fever, situation or discomfort. */
export const markOf = (declaration: Declaration, ruleSet: RuleSet): Mark => {
  const normal =
    declaration.symptoms.length === 0 &&
    !hasFever(declaration, ruleSet) &&
    (declaration.kind === 'claim'
      ? declaration.situations.length === 0
      : declaration.condition === 'well');
  return normal ? 'n' : 'a';
};

/** The triggers of one declaration: each clause once. */
export function triggersOf({ id, day, declaration }: Declared, ruleSet: RuleSet): Trigger[] {
  const { clause, list } = ruleSet.symptoms;
  const hasSymptom =
    declaration.symptoms.some((one) => list.includes(one)) || hasFever(declaration, ruleSet);
  const situations = declaration.kind === 'claim' ? declaration.situations : [];
  const clauses = new Set<Clause>([
    ...(hasSymptom ? [clause] : []),
    ...situations.map((situation) => ruleSet.situations[situation]),
  ]);
  return [...clauses].map((one) => ({ clause: one, since: numberOf(day), evidence: id }));
}

/**
 * The record after a declaration. `slips` are earlier declarations of the same day that nobody has scanned since:
 * what they triggered is withdrawn (reading 2 of the glossary); the others' triggers stay until cleared.
 */
export function afterDeclaration(
  record: CodeRecord,
  declared: Declared,
  slips: readonly string[],
  ruleSet: RuleSet,
): CodeRecord {
  const today = numberOf(declared.day);
  const withoutSlips = slips.reduce(withoutTriggersOf, record);
  const counted = withCheckIn(withoutSlips, today, markOf(declared.declaration, ruleSet));
  const triggered = triggersOf(declared, ruleSet).reduce(withTrigger, counted);
  const claimedOn = record.claimedOn ?? (declared.declaration.kind === 'claim' ? today : undefined);
  return {
    ...triggered,
    ...(claimedOn !== undefined && { claimedOn }),
    last: { id: declared.id, at: declared.at },
  };
}
