/** Who is calling, and what they may do now. */
import { isWithin } from '@yimatong/shared/core/area';
import type { Role, Route } from '@yimatong/shared/core/contract';
import type { Instant } from '@yimatong/shared/core/day';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { By } from './ledger';
import { type SessionHeld, sessionOf } from './session';
import * as standings from './standing';

export interface Actor {
  readonly accountId: AccountId;
  /** The account's holder first. */
  readonly persons: readonly PersonId[];
  readonly members: readonly standings.MemberHeld[];
  readonly recordsFrom: NonNullable<standings.Standing['recordsFrom']>;
  readonly duties: readonly standings.DutyHeld[];
  readonly session: SessionHeld;
}

/** The caller of a route, refused unless it holds one of the route's roles. Undefined where anyone may call. */
export async function actorOf(
  authorization: string | undefined,
  roles: Route['roles'],
  at: Instant,
): Promise<Actor | undefined> {
  if (roles[0] === 'anyone') return undefined;
  const [, token] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
  if (!token) throw new Problem('account.not-signed-in');
  const session = await sessionOf(token, at);
  if (session === 'forged') throw new Problem('account.not-signed-in');
  if (session === 'over') throw new Problem('account.session-ended');

  const standing = await standings.of(session.accountId);
  if (!standing) throw new Problem('account.not-signed-in');
  if (standing === 'left') throw new Problem('account.left');
  if (standing.ended.some(({ sessionId }) => sessionId === session.sessionId))
    throw new Problem('account.session-ended');
  const holdsRole = standing.duties.some(({ role }) => (roles as readonly Role[]).includes(role));
  if (!(roles as readonly Role[]).includes('resident') && !holdsRole)
    throw new Problem('account.not-allowed');
  return {
    accountId: session.accountId,
    persons: standing.persons,
    members: standing.members ?? [],
    recordsFrom: standing.recordsFrom ?? {},
    duties: standing.duties,
    session,
  };
}

/** Refuses unless the person is under the actor's own account. */
export function mustBeOwn({ persons }: Actor, personId: PersonId): void {
  if (!persons.includes(personId)) throw new Problem('account.not-your-person');
}

/** Of a person's records those that the actor's account may see, newest first: all, or those since the person came. */
export const seenBy = <T extends { readonly at: Instant }>(
  actor: Actor,
  personId: PersonId,
  records: readonly T[],
): T[] => records.filter(({ at }) => maySee(actor, personId, at));

/** Whether the actor's account may see what was recorded of the person then. */
export function maySee({ recordsFrom }: Actor, personId: PersonId, at: Instant): boolean {
  const from = recordsFrom[personId];
  return from === undefined || at >= from;
}

/** The duty that the actor holds at a place in one of these roles, or a refusal. */
export function dutyAt(
  { duties }: Actor,
  placeId: string,
  roles: readonly Role[],
): standings.DutyHeld {
  const duty = duties.find((one) => one.placeId === placeId && roles.includes(one.role));
  if (!duty) throw new Problem('place.not-yours');
  return duty;
}

/** The duty by which the actor supervises the area: its city's or county's, or headquarters'. */
export const supervising = ({ duties }: Actor, area: string): standings.DutyHeld | undefined =>
  duties.find(
    (duty) =>
      (duty.role === 'supervisor' || duty.role === 'headquarters') &&
      duty.area !== undefined &&
      isWithin(area, duty.area),
  );

/** Who did or saw something in this duty, as the person concerned may know it. */
export const inDuty = (
  { accountId }: Actor,
  { role, placeName, area }: standings.DutyHeld,
): By => ({ actorId: accountId, role, placeName, area });
