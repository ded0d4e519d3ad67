/** Limits on how often something may be done: counters in fixed windows, kept for the window alone. */
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { Problem, type ProblemCode } from '@yimatong/shared/core/problem';
import { countUp } from './table';

export interface Limit {
  readonly most: number;
  readonly windowSeconds: number;
}

/** Counts one more under `key`; refuses past any of the limits, with the seconds until that window is over. */
export async function withinLimits(
  key: string,
  limits: readonly Limit[],
  at: Instant,
  otherwise: ProblemCode,
): Promise<void> {
  const seconds = Math.floor(msOf(at) / 1000);
  for (const { most, windowSeconds } of limits) {
    const ends = (Math.floor(seconds / windowSeconds) + 1) * windowSeconds;
    const count = await countUp('login', `limit#${key}`, `${windowSeconds}#${ends}`, ends + 60);
    if (count > most) throw new Problem(otherwise, { retryAfterSeconds: ends - seconds });
  }
}
