/** A day's follow-up (V6): by the hospital or the grid worker, once; a correction keeps what it corrects. */
import { addDays, DAY_MS, dayOf, type Day, type Instant } from '@yimatong/shared/core/day';
import type { FollowUpId, ObservationId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { FollowUp } from '@yimatong/shared/observation/follow-up';
import { underNow } from '../code/whom';
import { type Actor, inDuty } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import { isOpen, mayFollow, reached } from './reach';
import * as observations from './store';

/** A round without network is sent in the evening; further back a paper would be made up from memory. */
const DAYS_BACK = 3;
const perObservation = [{ most: 20, windowSeconds: 86_400 }];

export async function follow(
  actor: Actor,
  id: ObservationId,
  body: FollowUp,
  now: Instant,
): Promise<{ id: FollowUpId; at: Instant }> {
  let counted: Promise<void> | undefined;
  const countOnce = () =>
    (counted ??= withinLimits(`follow-up#${id}`, perObservation, now, 'observation.too-many'));

  return untilCommitted(async () => {
    const { kept, reach } = await reached(actor, id);
    const earlier = await observations.followUpOf(id, body.id);
    if (earlier) {
      const own = earlier.accountId === actor.accountId ? earlier : undefined;
      return { id: body.id, at: sameAs(own, body, ({ followUp }) => followUp).at };
    }
    if (!mayFollow(reach, kept))
      throw new Problem(isOpen(kept) ? 'observation.unknown' : 'observation.ended');
    mustBeMadeWithin((DAYS_BACK + 1) * DAY_MS, body.id, now);
    mustBeOpenDay(kept, body, dayOf(now));
    await countOnce();

    const { accountId } = actor;
    const { role, placeName } = reach.duty;
    const committed = await commit(
      observations.changed(kept, lookedAt(kept, body, now)),
      await observations.followedUp(kept, {
        followUp: body,
        at: now,
        accountId,
        role,
        ...(placeName !== undefined && { placeName }),
      }),
      audited(
        inDuty(actor, reach.duty),
        'observation.followed-up',
        await underNow(kept.subject, id),
        now,
        id,
      ),
    );
    return committed === 'committed' ? { id: body.id, at: now } : undefined;
  });
}

function mustBeOpenDay(
  { startOn, looks }: observations.ObservationKept,
  { day, corrects }: FollowUp,
  today: Day,
): void {
  if (day > today || day < startOn || day < addDays(today, -DAYS_BACK))
    throw new Problem('observation.day-not-open');
  const isOfDay = looks.some((one) => one.id === corrects && one.day === day);
  if (corrects !== undefined && !isOfDay) throw wrongField('corrects');
}

function lookedAt(
  kept: observations.ObservationKept,
  { id, day, result, corrects }: FollowUp,
  now: Instant,
): observations.ObservationKept {
  const seen = result === 'seen';
  return {
    ...kept,
    looks: [...kept.looks, { id, day, seen, ...(corrects && { corrects }) }],
    ...(seen && { firstSeenAt: kept.firstSeenAt ?? now }),
  };
}
