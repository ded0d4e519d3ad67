/**
 * How many were recorded on this device since the shift began: a number for the guard, not a statistic. A shift begins
 * where one goes on duty at another place, and is over after twelve hours.
 */
import type { z } from 'zod/mini';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Direction } from '@yimatong/shared/pass/contract';
import { now, useNow } from '../core/clock';
import { onSignOut } from '../core/session';
import { stored, useStored } from '../core/storage';

export type Outcome = 'passed' | 'stopped';
export type Counted = 'in' | 'out' | 'stopped';
type Figures = Record<Counted, number>;
interface Shift extends Figures {
  readonly placeId: PlaceId;
  readonly since: number;
}

const SHIFT_MS = 12 * 3_600_000;
const kept = stored<Shift>('gate-shift');
onSignOut(kept.drop);

const shiftAt = (placeId: PlaceId, shift: Shift | undefined): Shift =>
  shift?.placeId === placeId && now() - shift.since < SHIFT_MS
    ? shift
    : { placeId, since: now(), in: 0, out: 0, stopped: 0 };

export const countedAs = (outcome: Outcome, direction: z.infer<typeof Direction>): Counted =>
  outcome === 'stopped' ? 'stopped' : direction;

/** One more, or one less where it was taken back. */
export function count(placeId: PlaceId, as: Counted, by: 1 | -1 = 1): void {
  const shift = shiftAt(placeId, kept.get());
  kept.set({ ...shift, [as]: Math.max(0, shift[as] + by) });
}

export function useFigures(placeId: PlaceId): Figures {
  useNow(60_000); // the end of the shift
  return shiftAt(placeId, useStored(kept));
}
