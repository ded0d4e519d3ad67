/** When something happened that reached the server later: what waited on a phone without network is believed for a day. */
import { DAY_MS, type Instant, msOf } from '@yimatong/shared/core/day';

export const happenedAt = (claimed: Instant | undefined, now: Instant): Instant =>
  claimed !== undefined && claimed < now && msOf(now) - msOf(claimed) < DAY_MS ? claimed : now;
