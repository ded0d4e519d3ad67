/** Whether somebody may go on duty or to class: the answer to a registration for return (U6). Only green may. */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import type { ColourOnDay } from '../code/colour';
import type { RuleSet } from '../code/rule-set';
import { Clause } from '../code/trigger';

/** The colour in the moment of the registration, kept with it: sent again, it is answered as it was. */
export const Outcome = z.object({ colour: Colour, clauses: z.array(Clause) });
export type Outcome = z.infer<typeof Outcome>;

const Says = z.object({ zh: z.string(), en: z.string() });
export const Duty = z.object({
  allowed: z.boolean(),
  colour: Colour,
  /** Why not, in the words of the rule set; empty where it is allowed. */
  reasons: z.array(z.object({ clause: Clause, why: Says, next: Says })),
});
Duty.register(z.globalRegistry, { id: 'Duty' });
export type Duty = z.infer<typeof Duty>;

export const mayGoOnDuty = ({ colour }: Outcome): boolean => colour === 'green';

export const outcomeOf = ({ colour, reasons }: ColourOnDay): Outcome => ({
  colour,
  clauses: [...new Set(reasons.map(({ trigger }) => trigger.clause))],
});

export const dutyOf = (outcome: Outcome, { clauses }: RuleSet): Duty => ({
  allowed: mayGoOnDuty(outcome),
  colour: outcome.colour,
  reasons: outcome.clauses.map((clause) => {
    const { why, next } = clauses[clause];
    return { clause, why, next };
  }),
});
