/** Declarations: the claim (U2) and the daily check-in (U3). The other kinds join this union. */
import * as z from 'zod/mini';
import { Address } from '../core/address';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { DeclarationId, PersonId } from '../core/id';
import { isPlain } from '../core/plain';
import { Condition, Situation, Symptom } from '../core/symptom';

/** °C measured in the armpit, one decimal. What counts as fever is the rule set's to say. */
export const Celsius = z.number({ error: 'temperature' }).check(
  z.minimum(34, { error: 'temperature' }),
  z.maximum(43, { error: 'temperature' }),
  z.refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, {
    error: 'temperature',
  }),
);

const unique = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
/** `[]` is «没有上述情况»: it excludes the others by being empty. */
const Symptoms = z.array(Symptom).check(z.maxLength(16), z.refine(unique));
const Situations = z.array(Situation).check(z.maxLength(3), z.refine(unique));
const Remark = z.string().check(z.trim(), z.maxLength(500), z.refine(isPlain));

const Common = {
  /** Made by the client; sent twice, it is recorded once. */
  id: DeclarationId,
  personId: PersonId,
  /** The day in Shanghai that the form showed: a draft sent after midnight does not count for the new day unseen. */
  day: Day,
};

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

export const Declaration = z.discriminatedUnion('kind', [Claim, Daily]);
Declaration.register(z.globalRegistry, { id: 'Declaration' });
export type Declaration = z.infer<typeof Declaration>;

/** A declaration as it is kept: never changed, a correction is another one. */
export const Declared = z.object({
  id: DeclarationId,
  personId: PersonId,
  day: Day,
  at: Instant,
  /** The earlier one of the same day that this one corrects. */
  corrects: z.optional(DeclarationId),
  declaration: Declaration,
});
Declared.register(z.globalRegistry, { id: 'Declared' });
export type Declared = z.infer<typeof Declared>;

export const declarationContract = contract({
  declare: {
    rows: ['U2', 'U3'],
    summary:
      'Declares a person’s health. A second one the same day corrects the first; both are kept.',
    method: 'POST',
    path: '/declarations',
    roles: ['resident'],
    body: Declaration,
    answer: z.object({
      id: DeclarationId,
      day: Day,
      at: Instant,
      corrects: z.optional(DeclarationId),
    }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-your-person',
      'account.details-missing',
      'declaration.not-claimed',
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
