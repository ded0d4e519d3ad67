/**
 * From one organiser to the next: the duty is offered to somebody who joined and is theirs from the moment they take
 * it; or, where the organiser is gone, asked of the supervisor by somebody who joined.
 */
import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { cityOf } from '@yimatong/shared/core/area';
import type { Instant } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { type Grant, Organisation } from '@yimatong/shared/place/contract';
import type { Actor } from '../core/actor';
import * as grants from '../core/grants';
import { audited } from '../core/ledger';
import { holderOf } from '../core/people';
import * as standings from '../core/standing';
import { commit, type Committed } from '../core/table';
import { dutyFor } from './scope';
import * as organisations from './store';

/** The row under which the account's holder joined; undefined where they did not. */
export const joinedRow = async ({ persons: [holder] }: Actor, id: PlaceId) =>
  (await organisations.ofPerson(holder!)).find(
    ({ organisationId, state }) => organisationId === id && state === 'joined',
  );

async function placeOf(id: PlaceId): Promise<Organisation> {
  const parsed = Organisation.safeParse(await organisations.placeOf(id));
  if (!parsed.success) throw new Problem('organisation.not-joined');
  return parsed.data;
}

const grantOf = (id: GrantId, place: Organisation, at: Instant): Grant => ({
  id,
  role: 'organiser',
  state: 'asked',
  place,
  askedAt: at,
});

async function askerFor({ accountId, persons: [holder] }: Actor) {
  const asker = await holderOf(accountId, holder!);
  if (!asker) throw new Problem('account.details-missing');
  return asker;
}

/** Asks the supervisor. Sent twice it is one request. */
export async function ask(
  actor: Actor,
  id: PlaceId,
  grantId: GrantId,
  at: Instant,
): Promise<{ asked: true }> {
  const asker = await askerFor(actor);
  const grant = grantOf(grantId, await placeOf(id), at);
  const committed = await commit(
    ...(await grants.asked(grant, actor.accountId, actor.persons[0]!, asker)),
  );
  if (committed === 'committed') return { asked: true };
  const kept = await grants.byId(grantId);
  if (!kept) throw new Problem('place.asked-already');
  if (kept.accountId === actor.accountId && kept.grant.place.id === id) return { asked: true };
  throw new Problem('core.id-reused');
}

/**
 * The offer is taken: one transaction ends the one duty and begins the other. Undefined where somebody wrote
 * meanwhile.
 */
export async function taken(
  actor: Actor,
  organisation: organisations.Organisation,
  grantId: GrantId,
  at: Instant,
): Promise<Committed> {
  const { handover, ...rest } = organisation;
  if (!handover) throw new Problem('organisation.decided');
  const place = await placeOf(organisation.id);
  const former = await grants.grantOf(cityOf(place.address.area), handover.grantId);
  const [before, own] = await Promise.all([
    standings.ofNow(handover.from),
    standings.ofNow(actor.accountId),
  ]);
  // The duty that was offered must still be held: what a supervisor has withdrawn is nobody's to give.
  if (!before || !own || former?.grant.state !== 'granted')
    throw new Problem('organisation.decided');
  const ended: Grant = {
    ...former.grant,
    state: 'withdrawn',
    decidedAt: at,
    reason: '已移交给新的申报人',
  };
  const grant: Grant = { ...grantOf(grantId, place, at), state: 'granted', decidedAt: at };
  const asker = await askerFor(actor);
  return commit(
    organisations.put(rest),
    ...grants.decided(former, ended),
    standings.put(grants.standingAfter(before, ended)),
    ...(await grants.asked(grant, actor.accountId, actor.persons[0]!, asker)),
    standings.put(grants.standingAfter(own, grant)),
    audited(handover.from, 'grant.handed-over', actor.persons[0]!, at, organisation.id),
  );
}

/** Taken before, and the answer was lost: it is answered again. */
export const hasTaken = (actor: Actor, id: PlaceId, grantId: GrantId): boolean =>
  dutyFor(actor, id)?.grantId === grantId;
