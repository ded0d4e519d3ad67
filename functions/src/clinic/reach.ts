/** Who may see a visit: clinicians of that hospital, the supervisor of its area, headquarters. */
import { Problem } from '@yimatong/shared/core/problem';
import { type Actor, supervising } from '../core/actor';
import type { DutyHeld } from '../core/standing';
import * as visits from './store';

const isOfHospital = ({ role, placeId }: DutyHeld, kept: visits.VisitKept): boolean =>
  role === 'clinician' && placeId === kept.placeId;

export interface Reached {
  readonly kept: visits.VisitKept;
  /** The duty by which it is reached. */
  readonly duty: DutyHeld;
}

/** Another hospital's visit is as unknown as one that is not there. */
export async function reached(
  actor: Actor,
  visitId: string,
  by: 'clinician' | 'anybody who may see it' = 'clinician',
): Promise<Reached> {
  const kept = await visits.of(visitId);
  const duty =
    kept &&
    (actor.duties.find((one) => isOfHospital(one, kept)) ??
      (by === 'clinician' ? undefined : supervising(actor, kept.area)));
  if (!duty) throw new Problem('clinic.unknown');
  return { kept, duty };
}
