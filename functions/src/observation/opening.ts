/** Putting somebody under observation (V6): whom it concerns, and what the form cannot know by itself. */
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { Trigger } from '@yimatong/shared/code/trigger';
import {
  addDays,
  DAY_MS,
  type Day,
  dayOf,
  type Instant,
  numberOf,
} from '@yimatong/shared/core/day';
import { maskedName } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import { calendarOn } from '@yimatong/shared/observation/calendar';
import type { Opening } from '@yimatong/shared/observation/contract';
import { ownScanWithNetwork } from '../code/scanned';
import { type Concerned, concerned, keptUnder, turning } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { detailsOf } from '../core/people';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import * as observations from './store';

/** A form may wait on a phone without network. */
const FORM_KEPT_MS = 2 * DAY_MS;
/** The code keeps the days of a trigger that began so long ago (shared/code/record.ts). */
const BEGAN_DAYS_AGO_AT_MOST = 30;
/** A list is read whole. */
export const OPEN_AT_MOST = 300;

/** More than a hospital opens in a day: each turns a code red. */
const perAccount = [{ most: 60, windowSeconds: 3600 }];

interface Opened {
  readonly kept: observations.ObservationKept;
  readonly today: Day;
}

export async function open(actor: Actor, body: Opening, now: Instant) {
  const duty = dutyAt(actor, body.placeId, ['clinician']);
  const earlier = await openedBefore(actor, body);
  if (earlier) return answerOf(earlier);
  mustBeMadeWithin(FORM_KEPT_MS, body.id, now);
  const today = dayOf(now);
  mustBeOfDays(body, today);
  mustBeKnown(body);
  const key = `observation#${actor.accountId}`;
  await withinLimits(key, perAccount, now, 'observation.too-many-openings');

  return untilCommitted(async () => {
    const { placeId } = body;
    if (body.whom.by === 'scan') await ownScanWithNetwork(actor, { ...body.whom, placeId }, now);
    const whom = await concerned(actor, placeId, body.whom, now);
    const known = await knownOf(whom, body);
    const subject = keptUnder(whom, body.id);
    await mustBeNew(subject, body);
    const { id, startOn, days, address } = body;
    const observation = {
      id,
      placeId,
      placeName: duty.placeName ?? '',
      subject,
      match: whom.match,
      accountId: actor.accountId,
      maskedName: maskedName(known.name),
      area: address.area,
      startOn,
      days,
      mostAddedDays: ruleSetOn(numberOf(today)).observation.mostAddedDays,
      openedAt: now,
      looks: [],
    };
    const committed = await commit(
      await observations.opened(observation, known),
      ...(await turning(whom, id, triggerOf(body), now)),
      audited(inDuty(actor, duty), 'observation.opened', subject, now, id),
    );
    if (committed === 'committed')
      return answerOf({ kept: { ...observation, sealed: '', v: 1 }, today });
    const meanwhile = await openedBefore(actor, body);
    return meanwhile && answerOf(meanwhile);
  });
}

/** Red from the first day, whatever the case type: that somebody is a confirmed case is the command end's list to say. */
const triggerOf = ({ id, startOn }: Opening): Trigger => ({
  clause: 'isolated',
  since: numberOf(startOn),
  evidence: id,
});

const answerOf = ({ kept, today }: Opened) => ({
  id: kept.id,
  match: kept.match,
  openedAt: kept.openedAt,
  until: calendarOn(today, observations.plannedOf(kept), []).until,
});

/** The same form sent twice is one observation, and answered as it was. */
async function openedBefore(actor: Actor, body: Opening): Promise<Opened | undefined> {
  const kept = await observations.of(body.id);
  if (!kept) return undefined;
  const recorded =
    kept.accountId === actor.accountId ? (await observations.knownOf(kept)).opening : undefined;
  sameAs(recorded, body, (opening) => opening);
  return { kept, today: dayOf(kept.openedAt) };
}

function mustBeOfDays({ startOn, onsetOn }: Opening, today: Day): void {
  if (startOn > today || startOn < addDays(today, -BEGAN_DAYS_AGO_AT_MOST))
    throw wrongField('startOn', 'start-day');
  if (onsetOn !== undefined && onsetOn > today) throw wrongField('onsetOn', 'onset-ahead');
}

/** A code turns red by it: a name and a phone number, which anybody may know of anybody, are not enough. */
function mustBeKnown({ whom }: Opening): void {
  if (whom.by === 'scan') return;
  if (!whom.document) throw wrongField('whom.document', 'document-needed');
  if (!whom.consented && whom.why !== 'emergency') throw wrongField('whom.consented', 'consent');
}

/** Who it is, as far as somebody who visits them must know. */
async function knownOf(whom: Concerned, opening: Opening): Promise<observations.Known> {
  if (opening.whom.by === 'hand') {
    const { name, phone, document } = opening.whom;
    return { opening, name, ...(phone && { phone }), ...(document && { document }) };
  }
  const details = whom.match === 'found' ? await detailsOf(whom.personId) : undefined;
  if (!details) throw new Problem('pass.scan-unknown');
  const { name, phone, document } = details;
  return { opening, name, document, ...(phone !== undefined && { phone }) };
}

async function mustBeNew(subject: string, { placeId }: Opening): Promise<void> {
  const [ofThem, here] = await Promise.all([
    observations.ofSubject(subject),
    observations.atPlace(placeId, 'open', { limit: OPEN_AT_MOST }),
  ]);
  const isOpenHere = ({ ending, ...one }: observations.ObservationKept): boolean =>
    one.placeId === placeId && ending?.confirmedAt === undefined;
  if (ofThem.some(isOpenHere)) throw new Problem('observation.already-open');
  if (here.length >= OPEN_AT_MOST) throw new Problem('observation.full');
}
