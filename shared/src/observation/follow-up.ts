/** One day's look at somebody under observation (V6): seen, with temperature and symptoms, or tried in vain. */
import * as z from 'zod/mini';
import { Celsius } from '../core/celsius';
import { Day } from '../core/day';
import { FollowUpId } from '../core/id';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';
import { Symptom } from '../core/symptom';

export const notReachedLabels = {
  'nobody-home': { zh: '家中无人', en: 'Nobody home' },
  'no-answer': { zh: '电话无人接听', en: 'No answer by phone' },
  refused: { zh: '本人拒绝', en: 'Refused' },
  moved: { zh: '已搬离', en: 'Moved away' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export const NotReached = oneOf(notReachedLabels);

const isUnlike = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const Note = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(500, { error: 'note-long' }),
    z.refine(isPlain, { error: 'note-long' }),
  );

const Common = {
  /** Made by the client; sent twice, it is recorded once. */
  id: FollowUpId,
  /** The day looked at. */
  day: Day,
  /** An earlier one of the same day, entered by mistake; it is kept, and counts no more. */
  corrects: z.optional(FollowUpId),
  note: z.optional(Note),
};

export const Seen = z.strictObject({
  result: z.literal('seen'),
  ...Common,
  temperature: Celsius,
  dryCough: z.boolean(),
  /** Other than the dry cough. */
  symptoms: z.array(Symptom).check(
    z.maxLength(16),
    z.refine(isUnlike),
    z.refine((list) => !list.includes('dry-cough'), { error: 'cough-twice' }),
  ),
});
export const Missed = z.strictObject({
  result: z.literal('not-reached'),
  ...Common,
  reason: NotReached,
});

export const FollowUp = z.discriminatedUnion('result', [Seen, Missed]);
FollowUp.register(z.globalRegistry, { id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;
