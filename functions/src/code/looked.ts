/**
 * Whether anybody has scanned a person's code since a moment: read from the scans that the pass feature keeps.
 * A slip is only a slip while nobody acted on it (reading 2 of the glossary).
 */
import type { Instant } from '@yimatong/shared/core/day';
import { lowestIdAt, type PersonId } from '@yimatong/shared/core/id';
import { query } from '../core/table';

/** How far a guard's clock, which dates the scan's id, may be off. */
const SKEW_MS = 10 * 60_000;

export async function wasScannedSince(personId: PersonId, since: Instant): Promise<boolean> {
  const from = lowestIdAt('pass', new Date(Date.parse(since) - SKEW_MS).toISOString() as Instant);
  const scans = await query('pass', { pk: personId, from });
  return scans.some(({ at }) => String(at) >= since);
}
