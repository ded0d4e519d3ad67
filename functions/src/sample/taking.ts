/** Whose sample goes into which tube, and what of it is answered. */
import { colourOn } from '@yimatong/shared/code/colour';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { Whom } from '@yimatong/shared/code/whom';
import type { Body } from '@yimatong/shared/core/contract';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { maskedName } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import type { sampleContract, Taken } from '@yimatong/shared/sample/contract';
import { refusalOf, sizeOf } from '@yimatong/shared/sample/tube';
import * as codes from '../code/store';
import { concerned, type Concerned, keptUnder, turning } from '../code/whom';
import { type Actor, inDuty } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import type { DutyHeld } from '../core/standing';
import { commit } from '../core/table';
import * as samples from './store';

type TakeBody = Body<(typeof sampleContract)['take']>;

/** Takes one sample; undefined where somebody else has written meanwhile. */
export async function tookOne(
  actor: Actor,
  duty: DutyHeld,
  body: TakeBody,
  hash: string,
  now: Instant,
): Promise<Taken | undefined> {
  const { id, placeId, tubeNumber, kind } = body;
  const takenAt = happenedAt(body.takenAt, now);
  const whom = await concerned(actor, placeId, body.whom, now);
  const who = keptUnder(whom, id);
  const kept = await samples.tubeNow(tubeNumber);
  const refusal = refusalOf(kept && fillingOf(kept), {
    kind,
    placeId,
    who,
    isLate: kept?.closedAt !== undefined && takenAt < kept.closedAt,
  });
  if (refusal) throw new Problem(refusal);

  const tube = kept ?? newTube(body, duty, takenAt);
  const people = [...tube.people, { sampleId: id, who, by: actor.accountId, at: now }];
  const answered: samples.TakenKept = {
    tubeNumber,
    accountId: actor.accountId,
    hash,
    who,
    match: whom.match,
    position: people.length,
    takenAt,
    ...(await shownOf(whom, body.whom, now)),
  };
  const committed = await commit(
    samples.put({ ...tube, people }),
    ...(await samples.taken(id, tube, answered, body.whom)),
    ...(await turning(whom, id, undefined, now)),
    audited(inDuty(actor, duty), 'sample.taken', who, now, id),
  );
  // Sent twice at once: the other one has recorded it.
  if (committed === 'exists') return repeated(actor, body, hash);
  return committed === 'committed' ? takenOf(body, answered) : undefined;
}

/** What was answered when it was sent before; anything else under its id is a mistake. */
export async function repeated(
  { accountId }: Actor,
  body: TakeBody,
  hash: string,
): Promise<Taken | undefined> {
  const kept = await samples.takenAs(body.id);
  if (!kept) return undefined;
  if (kept.accountId !== accountId || kept.hash !== hash) throw new Problem('core.id-reused');
  return takenOf(body, kept);
}

const takenOf = ({ id, kind }: TakeBody, kept: samples.TakenKept): Taken => ({
  ...kept,
  id,
  kind,
  size: sizeOf(kind),
});

const fillingOf = ({ people, closedAt, result, ...tube }: samples.TubeKept) => ({
  ...tube,
  people: people.map(({ who }) => who),
  isClosed: closedAt !== undefined,
  hasResult: result !== undefined,
});

const newTube = (
  { tubeNumber, kind, placeId }: TakeBody,
  { placeName, placeAddress, area = '' }: DutyHeld,
  openedAt: Instant,
): samples.TubeKept => ({
  tubeNumber,
  kind,
  placeId,
  placeName,
  address: placeAddress,
  area,
  openedAt,
  people: [],
  earlier: [],
});

/** Name and colour as a gate sees them; of somebody entered by hand the name as it was typed, masked. */
async function shownOf(
  concerns: Concerned,
  whom: Whom,
  now: Instant,
): Promise<Pick<Taken, 'maskedName' | 'colour'>> {
  if (whom.by === 'hand') return { maskedName: maskedName(whom.name) };
  const code = concerns.match === 'found' ? await codes.of(concerns.personId) : undefined;
  if (!code) return {};
  const today = numberOf(dayOf(now));
  return {
    maskedName: code.maskedName,
    colour: colourOn(today, code.record, ruleSetOn(today)).colour,
  };
}
