/** The audit entry that goes into the same transaction as a fact about, or a look at, somebody else. */
import { randomUUID } from 'node:crypto';
import type { AuditAction } from '@yimatong/shared/core/audit-action';
import type { Role } from '@yimatong/shared/core/contract';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { insert, type Write } from './table';

/** Who did it, as the person concerned may know it: the role, and where, as of then. Never a name. */
export interface By {
  readonly actorId: string;
  readonly role?: Role | undefined;
  readonly placeName?: string | undefined;
  /** City, county or province. */
  readonly area?: string | undefined;
}

/** Who did or saw what about whom. `purpose` says for what: an id of the scan, the request, the area. */
export function audited(
  by: By | string,
  action: AuditAction,
  subjectId: string,
  at: Instant,
  purpose?: string,
): Write {
  const { actorId, role, placeName, area }: By = typeof by === 'string' ? { actorId: by } : by;
  return insert('audit', {
    pk: subjectId,
    sk: `${at}#${randomUUID()}`,
    actorId,
    role,
    placeName,
    area,
    action,
    at,
    purpose,
    endsAt: endsAtOf('audit', msOf(at)),
  });
}
