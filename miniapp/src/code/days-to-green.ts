/** The row of days on the way back to green (domain §5), from what the server says of a reason. */
import type { ReasonShown } from '@yimatong/shared/code/contract';
import { type Day, addDays } from '@yimatong/shared/core/day';
import type { DayDot } from '../core/ui/show';

type Way = Pick<ReasonShown, 'clearsOn' | 'days' | 'daysDone' | 'daysNeeded'>;

/** `daysNeeded` days with their dates: those done, today if it is still open, those to come. None once all are done. */
export function dotsOf({ clearsOn, days, daysDone, daysNeeded }: Way, today: Day): DayDot[] {
  if (daysDone >= daysNeeded) return [];
  const first = addDays(clearsOn, 1 - daysNeeded);
  const declared = new Set(days.map(({ day }) => day));
  return Array.from({ length: daysNeeded }, (_, i) => {
    const day = addDays(first, i);
    const state = i < daysDone ? 'done' : day === today && !declared.has(day) ? 'today' : 'ahead';
    return { day, state };
  });
}

/** The last day that broke the row, if one did: missed or abnormal. */
export const brokenBy = ({ days }: Pick<Way, 'days'>): ReasonShown['days'][number] | undefined =>
  [...days].reverse().find(({ was }) => was !== 'normal');
