/** Who looked at my information (U12): scans of my code and entries of the audit, in one list. */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { contract, Role } from '../core/contract';
import { Instant } from '../core/day';
import { PassId, PersonId } from '../core/id';

const Says = z.object({ zh: z.string(), en: z.string() });

/** Somebody looked, or did something: their role and where they were on duty, as of then; never their name. */
export const Look = z.object({
  /** Of the scan or the entry: tells one from another, and nothing more. */
  id: z.string(),
  at: Instant,
  who: z.object({
    /** `self` the person; `relative` whoever had them in their family; `stranger` somebody without a duty; `staff` the operator, or a role that is not kept. */
    kind: z.enum(['self', 'relative', 'duty', 'stranger', 'staff']),
    role: z.optional(Role),
    /** The checkpoint, hospital …, or the area. */
    where: z.optional(z.string()),
    address: z.optional(z.string()),
  }),
  what: Says,
  why: Says,
  /** Of a scan: the colour that was seen. */
  colour: z.optional(Colour),
});
Look.register(z.globalRegistry, { id: 'Look' });
export type Look = z.infer<typeof Look>;

/** Where the page before ended in each of the two lists: `{scan}~{entry}`, either may be empty. */
const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const LooksBefore = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^(pass_${UUID})?~(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#${UUID})?$`,
      ),
    ),
  );
export type LooksBefore = z.infer<typeof LooksBefore>;
/** A cursor as its two halves. */
export const bothOf = (before: LooksBefore): { scan?: PassId; entry?: string } => {
  const [scan = '', entry = ''] = before.split('~');
  return { ...(scan && { scan: PassId.parse(scan) }), ...(entry && { entry }) };
};

export const auditContract = contract({
  looks: {
    rows: ['U12'],
    summary:
      'Who looked at one’s information or did something about it: role and place, what, when, why; newest first, paged by key.',
    method: 'GET',
    path: '/looks',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(LooksBefore) }),
    answer: z.object({ looks: z.array(Look), next: z.optional(LooksBefore) }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.left',
      'account.not-your-person',
    ],
  },
});
