/** What was recorded of a person: under themselves, and under the keys by which it waited for them (U12). */
import type { Instant } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { type Actor, seenBy } from '../core/actor';
import * as waitings from './waiting';

/** Newest first, as far as the actor's account may see it; `read` answers what is kept under a subject. */
export async function recordsOf<T extends { readonly id: string; readonly at: Instant }>(
  actor: Actor,
  personId: PersonId,
  read: (subject: string) => Promise<readonly T[]>,
): Promise<T[]> {
  const subjects = await waitings.subjectsOf(personId);
  const kept = (await Promise.all(subjects.map(read))).flat();
  // Whatever is kept twice is one: bought for somebody else who is oneself under another number.
  const once = [...new Map(kept.map((one) => [one.id, one])).values()];
  return seenBy(
    actor,
    personId,
    once.sort((a, b) => (a.id < b.id ? 1 : -1)),
  );
}
