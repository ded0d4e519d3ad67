/** An observation as each may see it (V6): the case is for the hospital and the command alone. */
import { type Instant, dayOf } from '@yimatong/shared/core/day';
import { type Calendar, calendarOn } from '@yimatong/shared/observation/calendar';
import type { Due, Observed, OwnObservation } from '@yimatong/shared/observation/contract';
import type { Actor } from '../core/actor';
import { mayConfirm, mayFollow, mayPropose, type Reach } from './reach';
import * as observations from './store';

export async function shownTo(
  actor: Actor,
  reach: Reach,
  kept: observations.ObservationKept,
  now: Instant,
): Promise<Observed> {
  const [{ opening, name, phone, document }, followUps] = await Promise.all([
    observations.knownOf(kept),
    observations.followUpsOf(kept.id),
  ]);
  const { caseNumber, caseType, onsetOn, address, age } = opening;
  const { id, placeName, openedAt, match, startOn, days } = kept;
  const looks = followUps.map(({ followUp }) => ({
    ...followUp,
    seen: followUp.result === 'seen',
    temperature: followUp.result === 'seen' ? followUp.temperature : undefined,
  }));
  return {
    id,
    placeName,
    openedAt,
    match,
    name,
    age,
    ...(phone !== undefined && { phone }),
    address,
    startOn,
    days,
    calendar: mutable(calendarOn(dayOf(now), observations.plannedOf(kept), looks)),
    followUps: followUps.map(({ followUp, at, role, placeName }) => ({
      followUp,
      at,
      role,
      placeName,
    })),
    ...(reach.as !== 'grid' && {
      details: { caseNumber, caseType, onsetOn, document },
      ...(await endingOf(kept, actor)),
    }),
    mayFollow: mayFollow(reach, kept),
    mayPropose: mayPropose(reach, kept),
    mayConfirm: mayConfirm(reach, kept, actor),
  };
}

const mutable = ({ days, ...calendar }: Calendar) => ({ ...calendar, days: [...days] });

async function endingOf(
  { id, ending }: observations.ObservationKept,
  { accountId }: Actor,
): Promise<Pick<Observed, 'ending'>> {
  if (!ending) return {};
  const { outcome, endOn, proposedAt, confirmedAt } = ending;
  return {
    ending: {
      outcome,
      endOn,
      ...(await observations.openedNote(id, ending.note)),
      state: confirmedAt === undefined ? 'proposed' : 'confirmed',
      proposedAt,
      confirmedAt,
      isOwn: ending.by === accountId,
    },
  };
}

export function dueOf(kept: observations.ObservationKept, now: Instant): Due {
  const { id, placeName, maskedName, area, startOn, days, ending } = kept;
  const { until, done, isDue, missedYesterday, isFinished } = calendarOn(
    dayOf(now),
    observations.plannedOf(kept),
    kept.looks,
  );
  return {
    id,
    placeName,
    maskedName,
    area,
    startOn,
    days,
    until,
    done,
    isDue,
    missedYesterday,
    isFinished,
    ...(ending && { endsAs: ending.outcome }),
  };
}

/** What is to do first: overdue, due today, an end to confirm, days that are over; then by first day. */
export const byUrgency = (a: Due, b: Due): number =>
  rankOf(a) - rankOf(b) || a.startOn.localeCompare(b.startOn);

const rankOf = ({ isDue, missedYesterday, isFinished, endsAs }: Due): number => {
  if (isDue) return missedYesterday ? 0 : 1;
  if (endsAs !== undefined) return 2;
  return isFinished ? 3 : 4;
};

export function ownOf(kept: observations.ObservationKept, now: Instant): OwnObservation {
  const { id, placeName, openedAt, startOn, days, ending } = kept;
  const { done, until } = calendarOn(dayOf(now), observations.plannedOf(kept), kept.looks);
  const isEnded = ending?.confirmedAt !== undefined;
  return {
    id,
    placeName,
    openedAt,
    startOn,
    days,
    done,
    until,
    ...(isEnded && { endOn: ending.endOn, outcome: ending.outcome }),
  };
}
