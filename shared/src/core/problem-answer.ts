/** What a refusal looks like: apart from its sentences, which the server alone holds (phones are told them). */
import * as z from 'zod/mini';
import type { Said } from './say';

export interface FieldProblem {
  /** Where: `document.number`. Never the value. */
  readonly path: string;
  readonly says: Said;
}

const Says = z.object({ zh: z.string(), en: z.string() });

/** The shape of every refusal. `message` is the sentence on screen. */
export const ProblemAnswer = z.object({
  code: z.string(),
  message: Says,
  fields: z.optional(z.array(z.object({ path: z.string(), says: Says }))),
  requestId: z.string(),
});
ProblemAnswer.register(z.globalRegistry, { id: 'Problem' });
export type ProblemAnswer = z.infer<typeof ProblemAnswer>;
