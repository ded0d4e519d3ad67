/** Who decides a request, and what it may become (V1, U7). */
import type { GrantState, Place } from '@yimatong/shared/place/contract';
import type { Corrector } from '@yimatong/shared/place/correction';
import { Problem } from '@yimatong/shared/core/problem';
import { type Actor, supervising } from '../core/actor';
import type { By } from '../core/ledger';

/** Refuses unless the actor supervises the area, as its city's supervisor or as headquarters. */
export function mustSupervise(actor: Actor, area: string): void {
  if (!supervising(actor, area)) throw new Problem('place.area-not-yours');
}

/** The actor in the duty by which they supervise the area: what the person concerned reads of them. */
export const supervisorOf = (actor: Actor, area: string): By => {
  const duty = supervising(actor, area);
  return { actorId: actor.accountId, role: duty?.role, area: duty?.area };
};

/** As what the actor may correct a place: as one who works there, as its supervisor, as both or as neither. */
export function correctorsOf(actor: Actor, { id, address }: Place): ReadonlySet<Corrector> {
  const worksThere = actor.duties.some(({ placeId }) => placeId === id);
  return new Set<Corrector>([
    ...(worksThere ? (['worker'] as const) : []),
    ...(supervising(actor, address.area) ? (['supervisor'] as const) : []),
  ]);
}

/** Which decisions a state allows: what is decided twice the same way is no mistake, see `decide`. */
export const mayBecome: Readonly<Record<GrantState, readonly GrantState[]>> = {
  asked: ['granted', 'refused'],
  granted: ['withdrawn'],
  refused: [],
  withdrawn: [],
};
