/** Who decides a request, and what it may become (V1, U7). */
import { isWithin } from '@yimatong/shared/core/area';
import type { GrantState } from '@yimatong/shared/place/contract';
import { Problem } from '@yimatong/shared/core/problem';
import type { Actor } from '../core/actor';

/** Refuses unless the actor supervises the area, as its city's supervisor or as headquarters. */
export function mustSupervise({ duties }: Actor, area: string): void {
  const supervises = duties.some(
    (duty) =>
      (duty.role === 'supervisor' || duty.role === 'headquarters') &&
      duty.area !== undefined &&
      isWithin(area, duty.area),
  );
  if (!supervises) throw new Problem('place.area-not-yours');
}

/** Which decisions a state allows: what is decided twice the same way is no mistake, see `decide`. */
export const mayBecome: Readonly<Record<GrantState, readonly GrantState[]>> = {
  asked: ['granted', 'refused'],
  granted: ['withdrawn'],
  refused: [],
  withdrawn: [],
};
