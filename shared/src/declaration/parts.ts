/** What several kinds of declaration have in common. */
import * as z from 'zod/mini';
import { Day } from '../core/day';
import { DeclarationId, PersonId } from '../core/id';
import { isPlain } from '../core/plain';
import { Condition, Exposure, ReturnSymptom, Situation, Symptom } from '../core/symptom';

const unique = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** `[]` is «没有上述情况»: it excludes the others by being empty. */
export const Symptoms = z.array(Symptom).check(z.maxLength(16), z.refine(unique));
export const ReturnSymptoms = z.array(ReturnSymptom).check(z.maxLength(5), z.refine(unique));
export const Situations = z.array(Situation).check(z.maxLength(3), z.refine(unique));
export const Exposures = z.array(Exposure).check(z.maxLength(3), z.refine(unique));
export const Remark = z.string().check(z.trim(), z.maxLength(500), z.refine(isPlain));

export const Common = {
  /** Made by the client; sent twice, it is recorded once. */
  id: DeclarationId,
  personId: PersonId,
  /** The day in Shanghai that the form showed: a draft sent after midnight does not count for the new day unseen. */
  day: Day,
};

/** 身体状况: whoever is unwell says with which symptoms; `[]` is «没有下列症状». */
export const Wellbeing = {
  condition: Condition,
  symptoms: z.optional(Symptoms),
};

/** A rule over several fields, told under one of them, also while others are still empty. */
export const together = <T>(
  isRight: (given: Partial<T>) => boolean,
  { at, error }: { at: keyof T & string; error: string },
) =>
  z.refine<T>((given) => isRight(given), {
    error,
    path: [at],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

interface Felt {
  condition: z.infer<typeof Condition>;
  symptoms?: readonly Symptom[] | undefined;
}
/** Symptoms and feeling well contradict each other: the person is asked which of them is meant. */
export const wellWithoutSymptoms = together<Felt>(
  ({ condition, symptoms }) =>
    condition !== 'well' || !Array.isArray(symptoms) || symptoms.length === 0,
  { at: 'condition', error: 'well-with-symptoms' },
);
/** Unwell, and not a word about how. */
export const unwellSaysHow = together<Felt>(
  ({ condition, symptoms }) => condition !== 'unwell' || symptoms !== undefined,
  { at: 'symptoms', error: 'symptoms-missing' },
);
