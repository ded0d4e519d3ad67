/**
 * Who may change what about a place (V1). Its name, type, address and location are facts, and whoever works there or
 * supervises the area may put them right. Who may pass is the supervisor's to say; whether a green code needs a tap is
 * for those who stand there. Kind and city never change: requests lie by city, duties follow from the kind. To which
 * street a grid belongs is the supervisor's to say: whoever follows a street reads of everybody observed there (V6).
 */
import { cityOf } from '../core/area';
import type { Place } from './contract';

export type Corrector = 'worker' | 'supervisor';

/** What stands in the way: `moved`, or a field that is not this corrector's. Undefined: nothing does. */
export function obstacleTo(
  before: Place,
  after: Place,
  by: ReadonlySet<Corrector>,
): 'moved' | 'not-yours' | undefined {
  const isMoved =
    before.id !== after.id ||
    before.kind !== after.kind ||
    cityOf(before.address.area) !== cityOf(after.address.area);
  if (isMoved) return 'moved';
  const changesStreet = before.address.area !== after.address.area;
  if (before.kind === 'grid' && changesStreet && !by.has('supervisor')) return 'not-yours';
  if (before.kind !== 'checkpoint' || after.kind !== 'checkpoint') return undefined;
  const changesRequirement = before.requires !== after.requires;
  const changesTap = (before.passesGreen ?? false) !== (after.passesGreen ?? false);
  return (changesRequirement && !by.has('supervisor')) || (changesTap && !by.has('worker'))
    ? 'not-yours'
    : undefined;
}
