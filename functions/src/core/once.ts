/** A record whose id the client made: sent twice it is recorded once, and the same answer given. */
import { isDeepStrictEqual } from 'node:util';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { madeAt } from '@yimatong/shared/core/id';
import { wrongField } from './wrong-field';
import { Problem } from '@yimatong/shared/core/problem';

/** What was recorded under the id, if it is what is sent now; anything else under the same id is a mistake. */
export function sameAs<T>(
  recorded: T | undefined,
  body: unknown,
  bodyOf: (recorded: T) => unknown,
): T {
  if (recorded !== undefined && isDeepStrictEqual(plain(bodyOf(recorded)), plain(body)))
    return recorded;
  throw new Problem('core.id-reused');
}

/** As it comes out of the table: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Refuses an id whose time is further off than `ms`: ids put what a person sees in order. */
export function mustBeMadeWithin(ms: number, id: string, now: Instant): void {
  if (Math.abs(madeAt(id) - msOf(now)) > ms) throw wrongField('id');
}
