/** The end of an observation (V6): proposed by one, confirmed by another; a release releases its own evidence alone. */
import { type Day, dayOf, type Instant } from '@yimatong/shared/core/day';
import type { ObservationId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { calendarOn } from '@yimatong/shared/observation/calendar';
import type { Ending, Outcome } from '@yimatong/shared/observation/contract';
import { releasing, underNow } from '../code/whom';
import { type Actor, inDuty } from '../core/actor';
import { audited } from '../core/ledger';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import { isOpen, mayConfirm, mayPropose, reached } from './reach';
import * as observations from './store';

export const proposeEnd = (
  actor: Actor,
  id: ObservationId,
  body: Ending,
  now: Instant,
): Promise<Ending> =>
  untilCommitted(async () => {
    const { kept, reach } = await reached(actor, id);
    if (!mayPropose(reach, kept))
      throw new Problem(isOpen(kept) ? 'observation.unknown' : 'observation.ended');
    mustEndRightly(kept, body, dayOf(now));
    const { outcome, endOn } = body;
    const note = await observations.sealedNote(id, body.note);
    const ending = { outcome, endOn, ...note, by: actor.accountId, proposedAt: now };
    if (await isProposed(kept, body, actor)) return body;
    const subject = await underNow(kept.subject, id);
    const committed = await commit(
      observations.changed(kept, { ...kept, ending }),
      audited(inDuty(actor, reach.duty), 'observation.ending-proposed', subject, now, id),
    );
    return committed === 'committed' ? body : undefined;
  });

/** Sent twice, it is proposed once. */
async function isProposed(
  { id, ending }: observations.ObservationKept,
  { outcome, endOn, note }: Ending,
  { accountId }: Actor,
): Promise<boolean> {
  if (ending?.by !== accountId || ending.outcome !== outcome || ending.endOn !== endOn)
    return false;
  return (await observations.openedNote(id, ending.note)).note === note;
}

function mustEndRightly(
  kept: observations.ObservationKept,
  { outcome, endOn, note }: Ending,
  today: Day,
): void {
  if (endOn > today || endOn < kept.startOn) throw wrongField('endOn', 'end-day');
  const { isFinished, until } = calendarOn(today, observations.plannedOf(kept), kept.looks);
  const isEarly = !isFinished || endOn < until;
  if (outcome === 'released' && isEarly && note === undefined)
    throw new Problem('observation.early');
}

interface Decided {
  readonly decision: 'confirmed' | 'rejected';
  /** What was read by whoever decides: not what has been proposed since. */
  readonly outcome: Outcome;
  readonly endOn: Day;
}

export const decideEnd = (
  actor: Actor,
  id: ObservationId,
  { decision, outcome, endOn }: Decided,
  now: Instant,
): Promise<{ decision: Decided['decision'] }> =>
  untilCommitted(async () => {
    const { kept, reach } = await reached(actor, id);
    const { ending, subject } = kept;
    const isAsRead = ending?.outcome === outcome && ending.endOn === endOn;
    if (isAsRead && ending.confirmedBy === actor.accountId && decision === 'confirmed')
      return { decision };
    if (!isOpen(kept)) throw new Problem('observation.ended');
    if (!ending) throw new Problem('observation.no-ending');
    if (!isAsRead) throw new Problem('observation.ending-changed');
    // Whoever proposed it may still take it back.
    const isOwn = ending.by === actor.accountId;
    if (reach.as === 'grid' || (decision === 'confirmed' && !mayConfirm(reach, kept, actor)))
      throw new Problem(isOwn ? 'observation.ending-own' : 'observation.unknown');

    const by = inDuty(actor, reach.duty);
    const under = await underNow(subject, id);
    const committed =
      decision === 'rejected'
        ? await commit(
            observations.changed(kept, { ...kept, ending: undefined }),
            audited(by, 'observation.ending-rejected', under, now, id),
          )
        : await commit(
            observations.changed(kept, {
              ...kept,
              ending: { ...ending, confirmedAt: now, confirmedBy: actor.accountId },
            }),
            ...(outcome === 'released' ? await releasing(subject, id, endOn, now) : []),
            audited(by, 'observation.ended', under, now, id),
          );
    return committed === 'committed' ? { decision } : undefined;
  });
