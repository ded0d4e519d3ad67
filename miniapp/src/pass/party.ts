/**
 * Several people who go through as one party: a family, the people in one vehicle (V2). Each is scanned, judged and
 * recorded alone; the party only says who came together. Kept in memory, until its last one is recorded; of a vehicle,
 * until the guard says that it is done.
 */
import type { PartyId } from '@yimatong/shared/core/id';
import type { Colour } from '@yimatong/shared/code/colour-label';
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

export interface Passenger {
  readonly maskedName: string | undefined;
  readonly colour: Colour;
  readonly outcome: Outcome;
}
export interface Vehicle {
  readonly plate: string;
  readonly party: Party;
  readonly people: readonly Passenger[];
}
/** Whoever is scanned until it is done sits in it. */
let vehicle: Vehicle | undefined;
export const vehicleHere = (): Vehicle | undefined => vehicle;
export const beginVehicle = (plate: string): void => {
  vehicle = { plate, party: newParty(), people: [] };
};
export const endVehicle = (): void => {
  vehicle = undefined;
};
export function seated(party: Party, passenger: Passenger): void {
  if (vehicle?.party.id === party.id)
    vehicle = { ...vehicle, party, people: [...vehicle.people, passenger] };
}

/** The party whose next one is being scanned. */
let awaited: Party | undefined;
export const awaitNextOf = (party: Party | undefined): void => {
  awaited = party;
};
export const awaitedParty = (): Party | undefined => vehicle?.party ?? awaited;
/** Of one scan alone: whoever comes after it is not of the party, unless the guard says so again. */
export function takeParty(): Party | undefined {
  const party = vehicle?.party ?? awaited;
  awaited = undefined;
  return party;
}
onSignOut(() => {
  awaitNextOf(undefined);
  endVehicle();
});
