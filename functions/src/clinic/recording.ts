/** A visit is recorded (V5): nothing stands in its way but a place that is not one's own. */
import type { VisitBody, VisitReceipt } from '@yimatong/shared/clinic/contract';
import { lacksGuardian } from '@yimatong/shared/clinic/guardian';
import { ageOn } from '@yimatong/shared/core/age';
import { DAY_MS, dayOf, type Instant, MINUTE_MS, msOf, numberOf } from '@yimatong/shared/core/day';
import { maskedName } from '@yimatong/shared/core/person';
import { ownScan } from '../code/scanned';
import * as codes from '../code/store';
import { type Concerned, concerned, keptUnder, turning } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { detailsOf } from '../core/people';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import * as visits from './store';

/** A phone may have been without network for long. */
const LONGEST_WAIT_MS = 31 * DAY_MS;
/** More than a crowded clinic does in an hour; what comes too fast waits on the phone. */
const perAccount = [{ most: 240, windowSeconds: 3600 }];
/** What was written down so long before it came was written without network. */
const OFFLINE_FROM_MS = 5 * MINUTE_MS;

export async function recorded(actor: Actor, body: VisitBody, now: Instant): Promise<VisitReceipt> {
  const duty = dutyAt(actor, body.placeId, ['clinician']);
  const earlier = await answered(actor, body);
  if (earlier) return earlier;
  mustBeMadeWithin(LONGEST_WAIT_MS, body.id, now);
  await withinLimits(`visit#${actor.accountId}`, perAccount, now, 'clinic.too-many');

  const at = happenedAt(body.happenedAt, now);
  return untilCommitted(async () => {
    const whom = await concerned(actor, body.placeId, body.whom, now);
    const about = await whoIs(actor, body, now);
    mustHaveGuardian(body, about, { at, now });
    const committed = await commit(
      ...(await writesOf(actor, duty, body, { whom, about, at, now })),
    );
    if (committed === 'committed') return { id: body.id, at, match: whom.match };
    // The same id came twice at once; or the code changed, then all of it is decided anew.
    return committed === 'exists' ? mustBeSame(actor, body) : undefined;
  });
}

async function writesOf(
  actor: Actor,
  duty: DutyHeld,
  body: VisitBody,
  { whom, about, at, now }: { whom: Concerned; about: visits.About; at: Instant; now: Instant },
) {
  const { id, placeId, temperature } = body;
  const subject = keptUnder(whom, id);
  const visit = {
    id,
    placeId,
    placeName: duty.placeName ?? '',
    area: duty.area ?? '',
    accountId: actor.accountId,
    at,
    match: whom.match,
    subject,
    maskedName: maskedName(about.name),
    temperature,
  };
  const since = numberOf(dayOf(at));
  return [
    ...(await visits.recorded(visit, about, body)),
    ...(await turning(whom, id, { clause: 'visited-fever-clinic', since, evidence: id }, now)),
    audited(inDuty(actor, duty), 'visit.recorded', subject, now, id),
  ];
}

/**
 * Of somebody scanned, as they registered; of somebody entered by hand, as it was typed. A scan made without network
 * opens nothing: the code may be a picture of the day before. Then it is the masked name that the scan has shown.
 */
async function whoIs(
  actor: Actor,
  { placeId, whom }: VisitBody,
  now: Instant,
): Promise<visits.About> {
  if (whom.by === 'hand') {
    const { name, document, phone } = whom;
    return { name, ...(document && { document }), ...(phone !== undefined && { phone }) };
  }
  const { personId, offline } = await ownScan(actor, { ...whom, placeId }, now);
  if (offline) return { name: (await codes.of(personId))?.maskedName ?? '' };
  const details = await detailsOf(personId);
  if (!details) return { name: '' };
  const { name, document, phone } = details;
  return { name, document, ...(phone !== undefined && { phone }) };
}

function mustHaveGuardian(
  { age, guardian, whom }: VisitBody,
  { document }: visits.About,
  { at, now }: { at: Instant; now: Instant },
): void {
  const lacks = lacksGuardian({
    age: (document && ageOn(document, dayOf(at))) ?? age,
    guardian,
    why: whom.by === 'hand' ? whom.why : undefined,
    wasOffline: msOf(now) - msOf(at) > OFFLINE_FROM_MS,
  });
  if (lacks) throw wrongField('guardian', 'guardian');
}

async function answered(actor: Actor, body: VisitBody): Promise<VisitReceipt | undefined> {
  return (await visits.of(body.id)) && mustBeSame(actor, body);
}

/** The receipt of what is on record under the id, if it is the same visit by the same account. */
async function mustBeSame(actor: Actor, body: VisitBody): Promise<VisitReceipt> {
  const kept = await visits.of(body.id);
  const recorded = kept?.accountId === actor.accountId ? await visits.bodyOf(kept) : undefined;
  sameAs(recorded && comparable(recorded), comparable(body), (one) => one);
  const { id, at, match } = kept!;
  return { id, at, match };
}

/** A card scanned again gives another handle of the same scan. */
const comparable = ({ whom, ...body }: VisitBody) => ({
  ...body,
  whom: whom.by === 'scan' ? { by: whom.by, scanId: whom.scanId } : whom,
});
