/**
 * Several people who go through as one party: a family, the people in one vehicle (V2). Each is scanned, judged and
 * recorded alone; the party only says who came together. Kept in memory, until its last one is recorded.
 */
import type { PartyId } from '@yimatong/shared/core/id';
import { newId } from '../core/id';
import { onSignOut } from '../core/session';
import type { Outcome } from './figures';

export interface Party {
  readonly id: PartyId;
  /** What was recorded of each so far. */
  readonly outcomes: readonly Outcome[];
}

export const newParty = (): Party => ({ id: newId('part'), outcomes: [] });
export const withOne = ({ id, outcomes }: Party, outcome: Outcome): Party => ({
  id,
  outcomes: [...outcomes, outcome],
});

/** The party whose next one is being scanned. */
let awaited: Party | undefined;
export const awaitNextOf = (party: Party | undefined): void => {
  awaited = party;
};
export const awaitedParty = (): Party | undefined => awaited;
/** Of one scan alone: whoever comes after it is not of the party, unless the guard says so again. */
export function takeParty(): Party | undefined {
  const party = awaited;
  awaited = undefined;
  return party;
}
onSignOut(() => awaitNextOf(undefined));
