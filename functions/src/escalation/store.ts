/**
 * What gates reported to the command (V3). The note and the answer's words are sealed.
 *
 * | question                                          | pk                                   | sk              |
 * | ------------------------------------------------- | ------------------------------------ | --------------- |
 * | an escalation, within a city or county            | {city}                               | {escalation id} |
 * | in which city is it; is its id taken?             | {escalation id}                      | `id`            |
 * | what waits, what was answered, newest first       | index `listed`: {city}#waiting|answered | sk           |
 * | a guard's own, newest first                       | index `byGuard`: guardId             | sk              |
 * | a person's, newest first                          | index `byPerson`: personId           | sk              |
 */
import { cityOf } from '@yimatong/shared/core/area';
import { Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, EscalationId, lowestIdAt, PersonId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { EscalationOfMe } from '@yimatong/shared/escalation/contract';
import { Escalation } from '@yimatong/shared/escalation/watch';
import * as z from 'zod';
import { open, seal } from '../core/seal';
import { get, getNow, insert, type Item, query, replace, type Write } from '../core/table';

const Answer = z.object({ kind: z.string(), at: Instant, sealed: z.string().optional() });
const EscalationKept = z.object({
  id: EscalationId,
  personId: PersonId,
  guardId: AccountId,
  /** Street or township. */
  area: z.string(),
  requestHash: z.string(),
  at: Instant,
  placeId: z.string(),
  placeName: z.string(),
  address: z.string(),
  maskedName: z.string(),
  colour: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'seen', 'answered']),
  /** The note. */
  sealed: z.string().optional(),
  photos: z.number(),
  seenAt: z.optional(Instant),
  answer: Answer.optional(),
  answerHash: z.string().optional(),
  letPassUntil: z.optional(Instant),
  usedAt: z.optional(Instant),
  usedBy: z.string().optional(),
  v: z.number(),
});
export type EscalationKept = z.infer<typeof EscalationKept>;

const itemOf = (kept: Omit<EscalationKept, 'v'>): Item => ({
  pk: cityOf(kept.area),
  sk: kept.id,
  ...kept,
  listed: listOf(cityOf(kept.area), kept.state === 'answered' ? 'answered' : 'waiting'),
  endsAt: endsAtOf('escalations', msOf(kept.at)),
});
const listOf = (city: string, state: 'waiting' | 'answered'): string => `${city}#${state}`;

export const made = (kept: Omit<EscalationKept, 'v'>): Write[] => [
  insert('escalation', { ...itemOf(kept), v: 1 }),
  insert('escalation', {
    pk: kept.id,
    sk: 'id',
    city: cityOf(kept.area),
    endsAt: endsAtOf('escalations', msOf(kept.at)),
  }),
];

/** The same, further on. */
export const changed = ({ v, ...kept }: EscalationKept): Write =>
  replace('escalation', itemOf(kept), v);

export const noteSealed = (id: EscalationId, note: string): Promise<string> => seal(note, id);
/** What the seal of an answer belongs to: it does not open as the note. */
const answerOf = (id: EscalationId): string => `${id}#answer`;
export const answerSealed = (id: EscalationId, text: string): Promise<string> =>
  seal(text, answerOf(id));

export async function of(id: EscalationId): Promise<EscalationKept | undefined> {
  const numbered = await get('escalation', id, 'id');
  const item = numbered && (await getNow('escalation', String(numbered['city']), id));
  return item && EscalationKept.parse(item);
}

const under = async (
  [index, partitionKey, pk]: [string, string, string],
  before: EscalationId | undefined,
  limit: number,
): Promise<EscalationKept[]> => {
  const range = { pk, index: [index, partitionKey, 'sk'] as const, newestFirst: true, limit };
  const items = await query('escalation', { ...range, ...(before && { before }) });
  return items.map((item) => EscalationKept.parse(item));
};
export const inCity = (
  city: string,
  state: 'waiting' | 'answered',
  before: EscalationId | undefined,
  limit: number,
) => under(['listed', 'listed', listOf(city, state)], before, limit);
export const ofGuard = (guardId: AccountId, limit: number) =>
  under(['byGuard', 'guardId', guardId], undefined, limit);
export const ofPerson = (personId: PersonId, before: EscalationId | undefined, limit: number) =>
  under(['byPerson', 'personId', personId], before, limit);

/** Whether another waits in the city that was made since. */
export async function othersWait(city: string, since: Instant, id: EscalationId): Promise<boolean> {
  const items = await query('escalation', {
    pk: listOf(city, 'waiting'),
    index: ['listed', 'listed', 'sk'],
    from: lowestIdAt('esca', since),
    limit: 2,
  });
  return items.some(({ sk }) => sk !== id);
}

/** Of many at once: the note is read where one is opened, and that is audited. */
export const listed = ({ sealed: _, ...kept }: EscalationKept): Promise<Escalation> => shown(kept);

/** As guard and command read it, its words opened. */
export async function shown({ sealed, answer, ...kept }: EscalationKept): Promise<Escalation> {
  const text =
    answer?.sealed === undefined ? undefined : await open(answer.sealed, answerOf(kept.id));
  return Escalation.parse({
    ...kept,
    ...(sealed !== undefined && { note: await open(sealed, kept.id) }),
    ...(answer && {
      answer: { kind: answer.kind, at: answer.at, ...(text !== undefined && { text }) },
    }),
  });
}

export const ofMe = ({ answer, ...kept }: EscalationKept): EscalationOfMe =>
  EscalationOfMe.parse({ ...kept, ...(answer && { answer: answer.kind }) });
