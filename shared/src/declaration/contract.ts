/** Declarations: the claim (U2), the daily check-in (U3), and what is declared about a return (U4–U6). */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { Celsius } from '../core/celsius';
import { contract, Role } from '../core/contract';
import { Day, Instant } from '../core/day';
import { DeclarationId, PersonId } from '../core/id';
import { Condition } from '../core/symptom';
import { Duty, Outcome } from './duty';
import { Common, Remark, Situations, Symptoms } from './parts';
import { NoReturn, ReturnOutside, ReturnToWork, ReturnWithin } from './returns';

export const Claim = z.strictObject({
  kind: z.literal('claim'),
  ...Common,
  symptoms: Symptoms,
  situations: Situations,
  /** 其他需要反馈上报的问题 */
  remark: z.optional(Remark),
  pledged: z.literal(true, { error: 'pledge' }),
});

export const Daily = z.strictObject({
  kind: z.literal('daily'),
  ...Common,
  temperature: Celsius,
  symptoms: Symptoms,
  condition: Condition,
  /** 目前所在地址 */
  address: Address,
  remark: z.optional(Remark),
});

export const Declaration = z.discriminatedUnion('kind', [
  Claim,
  Daily,
  ReturnOutside,
  ReturnWithin,
  ReturnToWork,
  NoReturn,
]);
Declaration.register(z.globalRegistry, { id: 'Declaration' });
export type Declaration = z.infer<typeof Declaration>;

/** The claim and the check-in are the declaration of their day; a return is declared beside it. */
export type CheckIn = Extract<Declaration, { kind: 'claim' | 'daily' }>;
export const isCheckIn = (declaration: Declaration): declaration is CheckIn =>
  declaration.kind === 'claim' || declaration.kind === 'daily';

/** A correction is of the same kind; the claim and the check-in are one, the declaration of the day. */
export const isSameKind = (one: Declaration, other: Declaration): boolean =>
  one.kind === other.kind || (isCheckIn(one) && isCheckIn(other));

/** A declaration as it is kept: never changed, a correction is another one. */
export const Declared = z.object({
  id: DeclarationId,
  personId: PersonId,
  day: Day,
  at: Instant,
  /** The earlier one of the same day and kind that this one corrects. */
  corrects: z.optional(DeclarationId),
  declaration: Declaration,
  /** By whom on duty, where it was filed at the door for somebody without a phone, with their consent (V9). */
  filedBy: z.optional(z.object({ role: Role, placeName: z.optional(z.string()) })),
  /** Of a registration for return to work or school: the colour then, and why. */
  outcome: z.optional(Outcome),
});
Declared.register(z.globalRegistry, { id: 'Declared' });
export type Declared = z.infer<typeof Declared>;

export const declarationContract = contract({
  declare: {
    rows: ['U2', 'U3', 'U4', 'U5', 'U6'],
    summary:
      'Declares a person’s health, or a return. A second one of the same day and kind corrects the first; both are kept.',
    method: 'POST',
    path: '/declarations',
    roles: ['resident'],
    body: Declaration,
    answer: z.object({
      id: DeclarationId,
      day: Day,
      at: Instant,
      corrects: z.optional(DeclarationId),
      /** To a registration for return to work or school: whether the person may go on duty, and why not. */
      duty: z.optional(Duty),
    }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-your-person',
      'account.details-missing',
      'declaration.not-claimed',
      'declaration.no-plan',
      'declaration.too-many',
      'declaration.day-over',
      'declaration.day-in-the-future',
      'core.id-reused',
    ],
  },
  mine: {
    rows: ['U3', 'U12'],
    summary: 'A person’s own declarations, newest first, paged by key.',
    method: 'GET',
    path: '/declarations',
    roles: ['resident'],
    query: z.strictObject({
      personId: PersonId,
      /** The `next` of the page before. */
      before: z.optional(DeclarationId),
    }),
    answer: z.object({ declarations: z.array(Declared), next: z.optional(DeclarationId) }),
    problems: ['account.not-signed-in', 'account.session-ended', 'account.not-your-person'],
  },
});
