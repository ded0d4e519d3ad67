/** What is shown on a day, and to whom first (U11). Pure; the day is given. */
import { type AreaCode, isWithin } from '../core/area';
import type { Day } from '../core/day';
import type { FeverClinic, Notice } from './contract';

interface Dated {
  readonly from?: Day;
  readonly until?: Day | undefined;
}

export const isShownOn = (day: Day, { from, until }: Dated): boolean =>
  (from === undefined || from <= day) && (until === undefined || until >= day);

/** Newest first; of one day in the order of their ids, so that no two looks differ. */
export const noticesOn = (day: Day, notices: readonly Notice[]): Notice[] =>
  notices
    .filter((notice) => isShownOn(day, notice))
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1));

/** Notices of the area, of what lies in it and of all that it lies in. */
export const noticesFor = (area: AreaCode, notices: readonly Notice[]): Notice[] =>
  notices.filter((notice) => isWithin(notice.area, area) || isWithin(area, notice.area));

export const clinicsIn = (area: AreaCode, clinics: readonly FeverClinic[]): FeverClinic[] =>
  clinics.filter((clinic) => isWithin(clinic.area, area));
