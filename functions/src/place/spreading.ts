/**
 * A correction, or the closing, reaches every copy of the place: the requests and duties there, each with its standing
 * in one transaction. The place itself is written first and says that its copies may be old, until all are done. Killed
 * in the middle it is carried on by whoever sends the change again, or has to do with the place and looks at it or at
 * their own duties.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Grant } from '@yimatong/shared/place/contract';
import * as grants from '../core/grants';
import { audited } from '../core/ledger';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import * as places from './store';

export async function spread(placeId: PlaceId, now: Instant): Promise<void> {
  const begun = await places.ofNow(placeId);
  if (!begun?.isSpreading) return;
  for (const { grant } of await grants.atPlace(placeId))
    await untilCommitted(() => reached(grant, now));
  await untilCommitted(() => settled(begun));
}

/** Whether there was anything to carry on. A moment old: this is asked whenever somebody looks at their duties. */
export async function carryOn(placeId: PlaceId, now: Instant): Promise<boolean> {
  const isCutOff = (await places.of(placeId))?.isSpreading === true;
  if (isCutOff) await spread(placeId, now);
  return isCutOff;
}

/** One request or duty. Undefined where somebody else wrote meanwhile: the place is read after the request. */
async function reached({ id, place: { id: placeId } }: Grant, now: Instant) {
  const kept = await grants.byId(id);
  const current = await places.ofNow(placeId);
  if (!kept || !current || !grants.isOpen(kept.grant.state)) return true;
  const { grant, accountId, personId } = kept;
  const { place, closed } = current;
  if (!closed && isDeepStrictEqual(grant.place, place)) return true;

  const isHeld = grant.state === 'granted';
  const standing = isHeld ? await standings.ofNow(accountId) : undefined;
  const ended = closed && {
    state: isHeld ? ('withdrawn' as const) : ('refused' as const),
    decidedAt: closed.at,
    reason: closed.reason,
  };
  const next: Grant = { ...grant, place, ...ended };
  const committed = await commit(
    ...(ended ? grants.decided(kept, next) : [grants.corrected(kept, place)]),
    ...(standing ? [standings.put(grants.standingAfter(standing, next))] : []),
    ...(ended ? [audited(closed.by, `grant.${ended.state}`, personId, now, id)] : []),
  );
  return committed === 'committed' ? true : undefined;
}

/** All copies are as this version says; a later one has its own spreading to do. */
async function settled({ place, version, closed }: places.PlaceKept) {
  const { isSpreading, ...kept } = (await places.ofNow(place.id))!;
  const isSame = kept.version === version && (kept.closed === undefined) === (closed === undefined);
  if (!isSpreading || !isSame) return true;
  return (await commit(places.put(kept))) === 'committed' ? true : undefined;
}
