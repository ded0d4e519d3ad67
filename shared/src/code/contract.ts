/** My own code (U10), the keys with which anybody can check one, and the rules in force. */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { PersonId } from '../core/id';
import { Colour } from './colour-label';
import { Clause } from './trigger';

const Says = z.object({ zh: z.string(), en: z.string() });

/** Why the code has its colour, in the words of the rule set. */
export const ReasonShown = z.object({
  clause: Clause,
  colour: z.enum(['red', 'yellow']),
  /** The record that proves it. */
  evidence: z.string(),
  since: Day,
  daysDone: z.int(),
  daysNeeded: z.int(),
  awaitsRelease: z.boolean(),
  /** The first day on which it can be green again, if every day until then is normal. */
  clearsOn: Day,
  /** The days that count so far, newest last: at most `daysNeeded`. */
  days: z.array(z.object({ day: Day, was: z.enum(['normal', 'abnormal', 'missed']) })),
  why: Says,
  next: Says,
  answers: Says,
  cites: z.string(),
});
export type ReasonShown = z.infer<typeof ReasonShown>;

export const MyCode = z.object({
  personId: PersonId,
  maskedName: z.string(),
  documentTail: z.string(),
  colour: Colour,
  reasons: z.array(ReasonShown),
  ruleSetVersion: z.string(),
  claimedOn: z.optional(Day),
  lastDeclaredAt: z.optional(Instant),
  checkedInToday: z.boolean(),
  /** The day of a declared return that lies ahead: the code turns on it. */
  plannedOn: z.optional(Day),
  /** What the QR shows; absent before the code is claimed. */
  token: z.optional(
    z.object({
      text: z.string(),
      issuedAt: Instant,
      /** When it stops being valid. */
      expiresAt: Instant,
      /** When to ask for the next one: before the end, and not everybody at the same second. */
      refreshAt: Instant,
    }),
  ),
  hotline: z.object({ number: z.string(), says: Says }),
  serverTime: Instant,
});
MyCode.register(z.globalRegistry, { id: 'MyCode' });
export type MyCode = z.infer<typeof MyCode>;

export const codeContract = contract({
  mine: {
    rows: ['U10'],
    summary:
      'The code of a person of one’s own account: colour, reasons with what ends them, and the signed token for the QR.',
    method: 'GET',
    path: '/codes/{personId}',
    roles: ['resident'],
    params: z.strictObject({ personId: PersonId }),
    answer: MyCode,
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-your-person',
      'account.details-missing',
    ],
  },
  keys: {
    rows: ['V2'],
    summary: 'The issuer’s public keys, to check tokens without network.',
    method: 'GET',
    path: '/keys',
    roles: ['anyone'],
    answer: z.object({
      keys: z.array(
        z.object({
          keyId: z.int(),
          /** 32 bytes, base64url. */
          publicKey: z.string(),
        }),
      ),
      serverTime: Instant,
    }),
    problems: [],
  },
});
