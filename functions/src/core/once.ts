/** A record whose id the client made: sent twice it is recorded once, and the same answer given. */
import { isDeepStrictEqual } from 'node:util';
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
