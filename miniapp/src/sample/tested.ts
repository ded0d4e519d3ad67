/** Which laboratory, and when: asked once, remembered for the next result. */
import { type Day, dayOf, type Instant, plusMs, startOf } from '@yimatong/shared/core/day';
import { nowInstant } from '../core/clock';
import { stored } from '../core/storage';

export const lastLaboratory = stored<string>('sample-laboratory');

const NOON_MS = 12 * 3_600_000;

/** A result of today was read now; of another day the hour is not asked for. */
export const testedOn = (day: Day): Instant =>
  day === dayOf(nowInstant()) ? nowInstant() : plusMs(startOf(day), NOON_MS);
