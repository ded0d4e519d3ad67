/** What becomes of a place after it was entered: corrected, closed; who works there. */
import { isDeepStrictEqual } from 'node:util';
import type { AccountId, PlaceId } from '@yimatong/shared/core/id';
import { maskedPhone } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import { type Corrector, obstacleTo } from '@yimatong/shared/place/correction';
import type { keepingContract, PlaceShown, Worker } from '@yimatong/shared/place/keeping';
import type { Actor } from '../core/actor';
import * as grants from '../core/grants';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { PAGE_SIZE, pageOf } from '../core/page';
import type { Handlers } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import { correctorsOf, mustSupervise, supervisorOf } from './duty';
import { spread } from './spreading';
import * as places from './store';

/** Each reaches everybody who works there. */
const changes = [{ most: 60, windowSeconds: 86_400 }];

type Named = 'one' | 'correct' | 'close' | 'workers';

export const keeping: Pick<Handlers<typeof keepingContract>, Named> = {
  async one({ actor, params: { placeId }, now }) {
    const kept = await mustBe(placeId);
    // What was cut off is carried on by whoever has to do with the place.
    if (kept.isSpreading && correctorsOf(actor, kept.place).size > 0) await spread(placeId, now);
    return places.shown(kept);
  },

  async correct({ actor, params: { placeId }, body: { version, place }, now }) {
    await withinLimits(`correct#${actor.accountId}`, changes, now, 'place.too-many-changes');
    const corrected = await untilCommitted<PlaceShown>(async () => {
      const kept = await mustBe(placeId);
      const by = correctorsOf(actor, kept.place);
      if (by.size === 0) throw new Problem('place.not-yours');
      if (kept.place.kind === 'organisation') throw new Problem('place.organisation-apart');
      if (kept.closed) throw new Problem('place.closed');
      // Sent again, and done: the copies may still be on their way.
      if (isDeepStrictEqual(kept.place, place)) return places.shown(kept);
      mustBeAllowed(kept, place, by);
      if (kept.version !== version) throw new Problem('place.changed');
      const next = { ...kept, place, version: version + 1, isSpreading: true };
      const committed = await commit(
        places.put(next),
        audited(correctorIn(actor, kept), 'place.corrected', placeId, now),
      );
      return committed === 'committed' ? places.shown(next) : undefined;
    });
    await spread(placeId, now);
    return corrected;
  },

  async close({ actor, params: { placeId }, body: { reason }, now }) {
    const closed = await untilCommitted<PlaceShown>(async () => {
      const kept = await mustBe(placeId);
      const { area } = kept.place.address;
      mustSupervise(actor, area);
      if (kept.place.kind === 'organisation') throw new Problem('place.organisation-apart');
      if (kept.closed?.reason === reason) return places.shown(kept);
      if (kept.closed) throw new Problem('place.closed');
      const by = supervisorOf(actor, area);
      const next = { ...kept, closed: { at: now, reason, by }, isSpreading: true };
      const committed = await commit(places.put(next), audited(by, 'place.closed', placeId, now));
      return committed === 'committed' ? places.shown(next) : undefined;
    });
    await spread(placeId, now);
    return closed;
  },

  async workers({ actor, params: { placeId }, query: { after }, now }) {
    const { place } = await mustBe(placeId);
    const { area } = place.address;
    mustSupervise(actor, area);
    await spread(placeId, now);
    const read = await grants.atPlace(placeId, { after, limit: PAGE_SIZE + 1 });
    const { page, next } = pageOf<grants.GrantKept, AccountId>(read, ({ accountId }) => accountId);
    const looks = page.map(({ personId, grant }) =>
      audited(supervisorOf(actor, area), 'grant.looked-at', personId, now, grant.id),
    );
    await commit(...looks);
    return { workers: await Promise.all(page.map(workerOf)), ...next };
  },
};

/** As the supervisor sees them. */
export async function workerOf(kept: grants.GrantKept): Promise<Worker> {
  const { name, phone } = await grants.askerOf(kept);
  const { grant, accountId } = kept;
  return { grant, accountId, name, maskedPhone: maskedPhone(phone) };
}

async function mustBe(placeId: PlaceId): Promise<places.PlaceKept> {
  const kept = await places.ofNow(placeId);
  if (!kept) throw new Problem('place.unknown');
  return kept;
}

function mustBeAllowed(
  { place: before }: places.PlaceKept,
  after: places.PlaceKept['place'],
  by: ReadonlySet<Corrector>,
): void {
  const obstacle = obstacleTo(before, after, by);
  if (obstacle === 'moved') throw wrongField('place.address.area', 'place-moved');
  if (obstacle === 'not-yours') throw new Problem('place.field-not-yours');
}

/** In which of their duties: as a worker there, or as the area's supervisor. */
const correctorIn = (actor: Actor, { place }: places.PlaceKept) => {
  const duty = actor.duties.find(({ placeId }) => placeId === place.id);
  return duty
    ? { actorId: actor.accountId, role: duty.role, placeName: place.name }
    : supervisorOf(actor, place.address.area);
};
