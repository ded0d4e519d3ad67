/** Who may do what with an observation (V6): the hospital all of it, the command too, a grid worker what is done at the door. */
import { type AreaCode, isWithin } from '@yimatong/shared/core/area';
import type { ObservationId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { Actor } from '../core/actor';
import type { DutyHeld } from '../core/standing';
import * as observations from './store';

type ObservationKept = observations.ObservationKept;

export interface Reach {
  readonly as: 'hospital' | 'command' | 'grid';
  readonly duty: DutyHeld;
}

const commands = ['supervisor', 'headquarters'] as const;

/** The duty by which an area is the actor's to supervise. */
export function supervising({ duties }: Actor, area: AreaCode): DutyHeld {
  const duty = commandOver(duties, area);
  if (!duty) throw new Problem('place.area-not-yours');
  return duty;
}

const commandOver = (duties: readonly DutyHeld[], area: AreaCode): DutyHeld | undefined =>
  duties.find(
    (one) =>
      commands.some((role) => role === one.role) &&
      one.area !== undefined &&
      isWithin(area, one.area),
  );

/** By the duty that reaches furthest; somebody else's observation is as unknown as one that is not there. */
export async function reached(
  { duties }: Actor,
  id: ObservationId,
): Promise<{ kept: ObservationKept; reach: Reach }> {
  const kept = await observations.of(id);
  const reach =
    kept && (hospitalOf(duties, kept) ?? commandOf(duties, kept) ?? gridOf(duties, kept));
  if (!kept || !reach) throw new Problem('observation.unknown');
  return { kept, reach };
}

function hospitalOf(duties: readonly DutyHeld[], { placeId }: ObservationKept): Reach | undefined {
  const duty = duties.find((one) => one.role === 'clinician' && one.placeId === placeId);
  return duty && { as: 'hospital', duty };
}

/** Of where the person stays, which may be elsewhere than the hospital. */
function commandOf(duties: readonly DutyHeld[], { area }: ObservationKept): Reach | undefined {
  const duty = commandOver(duties, area);
  return duty && { as: 'command', duty };
}

function gridOf(duties: readonly DutyHeld[], { area }: ObservationKept): Reach | undefined {
  const duty = duties.find((one) => one.role === 'gridworker' && one.area === area);
  return duty && { as: 'grid', duty };
}

export const isOpen = ({ ending }: ObservationKept): boolean => ending?.confirmedAt === undefined;

export const mayFollow = ({ as }: Reach, kept: ObservationKept): boolean =>
  as !== 'command' && isOpen(kept);
export const mayPropose = ({ as }: Reach, kept: ObservationKept): boolean =>
  as === 'hospital' && isOpen(kept);
/** Never by whoever proposed it. */
export const mayConfirm = ({ as }: Reach, kept: ObservationKept, { accountId }: Actor): boolean =>
  as !== 'grid' && isOpen(kept) && kept.ending !== undefined && kept.ending.by !== accountId;
