/** The audit entry that goes into the same transaction as a fact about, or a look at, somebody else. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '@yimatong/shared/core/day';
import { insert, type Write } from './table';

/** Who did or saw what about whom. `purpose` says for what: an id of the scan, the request, the area. */
export const audited = (
  actorId: string,
  action: `${string}.${string}`,
  subjectId: string,
  at: Instant,
  purpose?: string,
): Write =>
  insert('audit', { pk: subjectId, sk: `${at}#${randomUUID()}`, actorId, action, at, purpose });
