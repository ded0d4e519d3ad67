/**
 * Whether anybody has seen a person's code since a moment: read from the scans that the pass feature keeps.
 * A slip is only a slip while nobody acted on it (reading 2 of the glossary).
 */
import { type Instant, plusMs } from '@yimatong/shared/core/day';
import { lowestIdAt, type PersonId } from '@yimatong/shared/core/id';
import { query } from '../core/table';

/** How far the time in a scan's id may be from the server's: a scan waits a day without network, and clocks are off. */
export const ID_MAY_BE_OFF_MS = 25 * 3_600_000;

export async function wasScannedSince(personId: PersonId, since: Instant): Promise<boolean> {
  const from = lowestIdAt('pass', plusMs(since, -ID_MAY_BE_OFF_MS));
  const scans = await query('pass', { pk: personId, from });
  return scans.some(
    ({ at, receivedAt, colour, outcome }) =>
      // Whoever scans a poster shows the colour to themselves: nobody has looked.
      outcome !== 'self' &&
      // A scan that came in late may claim an earlier time; a colour that it did not have by then gives it away.
      (String(at) >= since || (String(receivedAt) >= since && colour !== 'green')),
  );
}
