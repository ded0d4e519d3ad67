import { isWithin } from '@yimatong/shared/core/area';
import type { HouseholdId, PlaceId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { doorstepContract, type HouseholdWritten } from '@yimatong/shared/doorstep/contract';
import * as waitings from '../code/waiting';
import { type Actor, dutyAt, inDuty, mustBeOwn, seenBy } from '../core/actor';
import { audited, type By } from '../core/ledger';
import { sameAs } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import { check } from './checking';
import * as doorsteps from './store';

/** A worker looks after some hundreds. */
const HOUSEHOLDS_AT_MOST = 1000;

export const handler = serve(doorstepContract, {
  async add({ actor, body: { id, placeId, ...written }, now }) {
    const duty = dutyAt(actor, placeId, ['gridworker']);
    mustBeOfGrid(written, duty);
    const earlier = await doorsteps.householdOf(id);
    if (!earlier) {
      const listed = await doorsteps.onList(placeId, undefined, HOUSEHOLDS_AT_MOST);
      if (listed.length >= HOUSEHOLDS_AT_MOST) throw new Problem('doorstep.households-full');
      const committed = await commit(
        await doorsteps.added({ id, placeId, accountId: actor.accountId }, written),
        audited(inDuty(actor, duty), 'household.added', id, now),
      );
      if (committed === 'committed') return { id, ...written };
    }
    const kept = earlier ?? (await doorsteps.householdOf(id));
    const own = kept?.accountId === actor.accountId && kept.placeId === placeId ? kept : undefined;
    sameAs(own && (await doorsteps.writtenOf(own)), written, (one) => one);
    return doorsteps.shown(kept!);
  },

  async list({ actor, query: { placeId, after }, now }) {
    const kept = await doorsteps.onList(placeId, after, PAGE_SIZE + 1);
    const by = readerOf(actor, placeId, kept);
    const { page, next } = pageOf(kept, ({ id }) => id);
    if (page.length > 0) await commit(audited(by, 'households.seen', placeId, now));
    return { households: await Promise.all(page.map(doorsteps.shown)), ...next };
  },

  correct: ({ actor, params: { householdId }, body: { placeId, ...written }, now }) =>
    untilCommitted(async () => {
      const duty = dutyAt(actor, placeId, ['gridworker']);
      mustBeOfGrid(written, duty);
      const kept = await ofGrid(householdId, placeId);
      if (kept.removedAt !== undefined) throw new Problem('doorstep.household-removed');
      const committed = await commit(
        ...(await doorsteps.corrected(kept, written, now)),
        audited(inDuty(actor, duty), 'household.corrected', householdId, now),
      );
      return committed === 'committed'
        ? { ...(await doorsteps.shown(kept)), ...written, id: householdId }
        : undefined;
    }),

  remove: ({ actor, params: { householdId }, query: { placeId }, now }) =>
    untilCommitted(async () => {
      const duty = dutyAt(actor, placeId, ['gridworker']);
      const kept = await ofGrid(householdId, placeId);
      if (kept.removedAt !== undefined) return { removed: true as const };
      const committed = await commit(
        doorsteps.changed(kept, { removedAt: now }),
        audited(inDuty(actor, duty), 'household.removed', householdId, now),
      );
      return committed === 'committed' ? { removed: true as const } : undefined;
    }),

  check: ({ actor, body, now }) => check(actor, body, now),

  async mine({ actor, query: { personId } }) {
    mustBeOwn(actor, personId);
    const subjects = await waitings.subjectsOf(personId);
    const kept = (await Promise.all(subjects.map(doorsteps.checksOf))).flat();
    const theirs = seenBy(actor, personId, kept);
    return { checks: (await Promise.all(theirs.map(ownOf))).flat() };
  },
});

async function ownOf(kept: doorsteps.CheckKept) {
  const body = await doorsteps.bodyOf(kept);
  if (body.result !== 'met') return [];
  const { id, at, placeName, filed } = kept;
  const { temperature, symptoms } = body;
  return [{ id, at, placeName, temperature, symptoms, filed }];
}

/** A grid lies in one street or township. */
function mustBeOfGrid({ address }: HouseholdWritten, { area }: DutyHeld): void {
  if (address.area !== area) throw wrongField('address.area', 'not-of-grid');
}

async function ofGrid(id: HouseholdId, placeId: PlaceId): Promise<doorsteps.HouseholdKept> {
  const kept = await doorsteps.householdOf(id);
  if (kept?.placeId !== placeId) throw new Problem('doorstep.household-unknown');
  return kept;
}

/** A worker of the grid, or whoever supervises the area in which all of it lies. */
function readerOf(actor: Actor, placeId: PlaceId, kept: readonly doorsteps.HouseholdKept[]): By {
  const supervisor = actor.duties.find(
    ({ role, area }) =>
      (role === 'supervisor' || role === 'headquarters') &&
      area !== undefined &&
      kept.every((one) => isWithin(one.area, area)),
  );
  return inDuty(actor, supervisor ?? dutyAt(actor, placeId, ['gridworker']));
}
