import { addDays, dayOf, startOf } from '@yimatong/shared/core/day';
import { lowestIdAt, type PlaceId } from '@yimatong/shared/core/id';
import type { AreaCode } from '@yimatong/shared/core/area';
import { isWithin } from '@yimatong/shared/core/area';
import { calendarOn } from '@yimatong/shared/observation/calendar';
import { observationContract } from '@yimatong/shared/observation/contract';
import { figuresOf } from '@yimatong/shared/observation/figures';
import * as waitings from '../code/waiting';
import { underNow } from '../code/whom';
import { type Actor, dutyAt, inDuty, mustBeOwn, seenBy } from '../core/actor';
import { audited } from '../core/ledger';
import { serve } from '../core/serve';
import { commit } from '../core/table';
import { decideEnd, proposeEnd } from './ending';
import { follow } from './following';
import { open, OPEN_AT_MOST } from './opening';
import { reached, supervising } from './reach';
import { byUrgency, dueOf, ownOf, shownTo } from './showing';
import * as observations from './store';

/** Days of observations that figures are made of. */
const FIGURES_DAYS = 60;
const FIGURES_AT_MOST = 1000;

export const handler = serve(observationContract, {
  open: ({ actor, body, now }) => open(actor, body, now),

  async due({ actor, query, now }) {
    const kept = await openAt(actor, query);
    return { observations: kept.map((one) => dueOf(one, now)).sort(byUrgency) };
  },

  async figures({ actor, query, now }) {
    const today = dayOf(now);
    const range = {
      from: lowestIdAt('obse', startOf(addDays(today, -FIGURES_DAYS))),
      limit: FIGURES_AT_MOST,
    };
    const kept = [...(await openAt(actor, query)), ...(await endedAt(query, range))];
    const counted = kept.map((one) => ({
      calendar: calendarOn(today, observations.plannedOf(one), one.looks),
      openedAt: one.openedAt,
      firstSeenAt: one.firstSeenAt,
      outcome: one.ending?.confirmedAt === undefined ? undefined : one.ending.outcome,
    }));
    return figuresOf(counted, now, today);
  },

  async mine({ actor, query: { personId }, now }) {
    mustBeOwn(actor, personId);
    const subjects = await waitings.subjectsOf(personId);
    const kept = (await Promise.all(subjects.map(observations.ofSubject))).flat();
    const theirs = seenBy(
      actor,
      personId,
      kept.map((one) => ({ ...one, at: one.openedAt })),
    );
    return { observations: theirs.map((one) => ownOf(one, now)) };
  },

  async one({ actor, params: { observationId }, now }) {
    const { kept, reach } = await reached(actor, observationId);
    const subject = await underNow(kept.subject, kept.id);
    await commit(audited(inDuty(actor, reach.duty), 'observation.seen', subject, now, kept.id));
    return shownTo(actor, reach, kept, now);
  },

  followUp: ({ actor, params, body, now }) => follow(actor, params.observationId, body, now),

  proposeEnd: ({ actor, params, body, now }) => proposeEnd(actor, params.observationId, body, now),

  decideEnd: ({ actor, params, body, now }) => decideEnd(actor, params.observationId, body, now),
});

interface Where {
  readonly placeId?: PlaceId | undefined;
  readonly area?: AreaCode | undefined;
}

/** What is open where the actor is on duty: at a hospital, in a grid's street, in an area under them. */
async function openAt(
  actor: Actor,
  { placeId, area }: Where,
): Promise<observations.ObservationKept[]> {
  const range = { limit: OPEN_AT_MOST };
  if (area !== undefined) {
    supervising(actor, area);
    const inCity = await observations.inCity(area, 'open', range);
    return inCity.filter((one) => isWithin(one.area, area));
  }
  if (placeId === undefined) return [];
  const duty = dutyAt(actor, placeId, ['clinician', 'gridworker']);
  return duty.role === 'clinician'
    ? observations.atPlace(placeId, 'open', range)
    : observations.openInStreet(duty.area ?? '', OPEN_AT_MOST);
}

/** Asked after `openAt`, which refuses whoever may not. */
async function endedAt(
  { placeId, area }: Where,
  range: { from: string; limit: number },
): Promise<observations.ObservationKept[]> {
  if (placeId !== undefined) return observations.atPlace(placeId, 'ended', range);
  const inCity = area === undefined ? [] : await observations.inCity(area, 'ended', range);
  return inCity.filter((one) => isWithin(one.area, area ?? ''));
}
