/** How many were recorded on this device today: a number for the guard, not a statistic. */
import { type Day, dayOf } from '@yimatong/shared/core/day';
import { nowInstant, useNow } from '../core/clock';
import { onSignOut } from '../core/session';
import { stored, useStored } from '../core/storage';

export type Outcome = 'passed' | 'stopped';
type Figures = Record<Outcome, number> & { day: Day };

const kept = stored<Figures>('gate-figures');
onSignOut(kept.drop);

const today = (figures: Figures | undefined): Figures => {
  const day = dayOf(nowInstant());
  return figures?.day === day ? figures : { day, passed: 0, stopped: 0 };
};

export function count(outcome: Outcome): void {
  const figures = today(kept.get());
  kept.set({ ...figures, [outcome]: figures[outcome] + 1 });
}

export function useFigures(): Record<Outcome, number> {
  useNow(60_000); // midnight
  return today(useStored(kept));
}
