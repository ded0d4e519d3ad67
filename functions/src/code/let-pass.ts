/**
 * The command's answer “let pass” (V3): by it one person goes through one place once, within the hour, whatever their
 * colour. Kept by the escalation feature, read and used up at the gate.
 */
import { Instant } from '@yimatong/shared/core/day';
import { EscalationId, type PassId, type PersonId, type PlaceId } from '@yimatong/shared/core/id';
import * as z from 'zod';
import { type Item, query, replace, type Write } from '../core/table';

const Kept = z.object({
  sk: EscalationId,
  placeId: z.string(),
  letPassUntil: z.optional(Instant),
  usedBy: z.string().optional(),
  v: z.number(),
});

export interface LetPass {
  readonly escalationId: EscalationId;
  readonly until: Instant;
  /** In the transaction of the pass that goes by it. */
  used(by: PassId, at: Instant): Write;
}

/** Of somebody stopped again and again only the last count. */
const LAST = 10;
const ofPerson = (personId: PersonId): Promise<Item[]> =>
  query('escalation', {
    pk: personId,
    index: ['byPerson', 'personId', 'sk'],
    newestFirst: true,
    limit: LAST,
  });

/** The answer that is good for this person at this place now: that one, or the latest. */
export async function letPassFor(
  personId: PersonId,
  placeId: PlaceId,
  now: Instant,
  id?: EscalationId,
): Promise<LetPass | undefined> {
  for (const item of await ofPerson(personId)) {
    const { sk, letPassUntil, usedBy, v, ...kept } = Kept.parse(item);
    if (kept.placeId !== placeId || usedBy !== undefined || (id ?? sk) !== sk) continue;
    if (letPassUntil === undefined || letPassUntil < now) continue;
    return {
      escalationId: sk,
      until: letPassUntil,
      used: (by, at) => replace('escalation', { ...item, usedBy: by, usedAt: at }, v),
    };
  }
  return undefined;
}

/** Good again: the pass that went by it was taken back. */
export async function letPassGivenBack(personId: PersonId, passId: PassId): Promise<Write[]> {
  const item = (await ofPerson(personId)).find(({ usedBy }) => usedBy === passId);
  if (!item) return [];
  const { usedBy: _, usedAt: __, ...rest } = item;
  return [replace('escalation', rest, Kept.parse(item).v)];
}
