/** Limits on how often something may be done: counters in fixed windows, kept for the window alone. */
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { Problem, type ProblemCode } from '@yimatong/shared/core/problem';
import { countUp, get, insert, query, type Write } from './table';

export interface Limit {
  readonly most: number;
  readonly windowSeconds: number;
}

const windowAt = ({ windowSeconds }: Limit, at: Instant): { sk: string; ends: number } => {
  const ends = (Math.floor(msOf(at) / 1000 / windowSeconds) + 1) * windowSeconds;
  return { sk: `${windowSeconds}#${ends}`, ends };
};
const refusal = (code: ProblemCode, ends: number, at: Instant): Problem =>
  new Problem(code, { retryAfterSeconds: ends - Math.floor(msOf(at) / 1000) });

/** Refuses where `withinLimits` would refuse one more, and counts nothing. */
export async function mustBeWithin(
  key: string,
  limits: readonly Limit[],
  at: Instant,
  otherwise: ProblemCode,
): Promise<void> {
  for (const limit of limits) {
    const { sk, ends } = windowAt(limit, at);
    const item = await get('login', `limit#${key}`, sk);
    if (Number(item?.['n'] ?? 0) >= limit.most) throw refusal(otherwise, ends, at);
  }
}

/** Counts one more under `key`; refuses past any of the limits, with the seconds until that window is over. */
export async function withinLimits(
  key: string,
  limits: readonly Limit[],
  at: Instant,
  otherwise: ProblemCode,
): Promise<void> {
  for (const limit of limits) {
    const { sk, ends } = windowAt(limit, at);
    const count = await countUp('login', `limit#${key}`, sk, ends + 60);
    if (count > limit.most) throw refusal(otherwise, ends, at);
  }
}

/** Counts one more under `key`; false past the limit. */
export async function isWithin(key: string, limit: Limit, at: Instant): Promise<boolean> {
  const { sk, ends } = windowAt(limit, at);
  return (await countUp('login', `limit#${key}`, sk, ends + 60)) <= limit.most;
}

/** What was counted under one key, for another that has counted nothing yet: nobody begins anew under another id. */
export async function countedUnder(earlier: string, key: string): Promise<Write[]> {
  const counted = await query('login', { pk: `limit#${earlier}` });
  return counted.map((item) => insert('login', { ...item, pk: `limit#${key}` }));
}
