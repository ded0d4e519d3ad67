/** The tube that is being filled, as this phone remembers it: a phone that dies in between goes on with it. */
import type { Colour } from '@yimatong/shared/code/colour-label';
import type { Match } from '@yimatong/shared/code/whom';
import type { Instant } from '@yimatong/shared/core/day';
import type { PersonId, PlaceId, SampleId } from '@yimatong/shared/core/id';
import type { TubeKind } from '@yimatong/shared/sample/tube';
import { person } from '../core/session';
import { stored, useStored } from '../core/storage';

export interface TakenHere {
  readonly id: SampleId;
  readonly at: Instant;
  /** Masked. */
  readonly name?: string | undefined;
  readonly colour?: Colour | undefined;
  /** Missing while it waits on this phone. */
  readonly position?: number;
  readonly match?: Match;
}
export interface TubeHere {
  readonly placeId: PlaceId;
  readonly tubeNumber: string;
  readonly kind: TubeKind;
  readonly by: PersonId | undefined;
  readonly taken: readonly TakenHere[];
}

const kept = stored<TubeHere>('kept.sample-tube');
/** Most sites take one kind all day. */
export const lastKind = stored<TubeKind>('sample-kind');

/** Of the account and the site, or none. */
export function useTubeHere(placeId: PlaceId): TubeHere | undefined {
  const tube = useStored(kept);
  return tube?.placeId === placeId && tube.by === person.get() ? tube : undefined;
}
export const beginTube = (tube: Omit<TubeHere, 'by' | 'taken'>): void => {
  lastKind.set(tube.kind);
  kept.set({ ...tube, by: person.get(), taken: [] });
};
export const leaveTube = (): void => kept.drop();

/** Whoever was taken stands first. */
export function addTaken(tubeNumber: string, one: TakenHere): void {
  const tube = kept.get();
  if (tube?.tubeNumber === tubeNumber) kept.set({ ...tube, taken: [one, ...tube.taken] });
}
export function dropTaken(id: SampleId): void {
  const tube = kept.get();
  if (tube) kept.set({ ...tube, taken: tube.taken.filter((one) => one.id !== id) });
}

/** How many are in the tube, as far as this phone knows: `there` is what the server last said, `waiting` is not there. */
export const countIn = ({ taken }: TubeHere, there: number, waiting: ReadonlySet<string>): number =>
  Math.max(there, ...taken.map(({ position = 0 }) => position)) +
  taken.filter(({ id }) => waiting.has(id)).length;
