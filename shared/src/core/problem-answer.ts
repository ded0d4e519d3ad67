/** A refusal as clients read it. Apart from the registry of sentences: the mini-program is told them by the server. */
import * as z from 'zod/mini';

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
