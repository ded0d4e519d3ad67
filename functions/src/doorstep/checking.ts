/**
 * A check at a door (V9). It is a record and colours nothing; with the consent of somebody without a phone it is filed
 * as their check-in of the day, unless they have declared that day themselves or the day is over.
 */
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { DAY_MS, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { DeclarationId, DoorCheckId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { Declared } from '@yimatong/shared/declaration/contract';
import type { Checked, DoorCheck } from '@yimatong/shared/doorstep/contract';
import { filed } from '../code/filed';
import * as codes from '../code/store';
import { type Concerned, concerned, keptUnder, turning } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { happenedAt } from '../core/happened';
import { audited } from '../core/ledger';
import { mustBeMadeWithin, sameAs } from '../core/once';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted, type Write } from '../core/table';
import * as doorsteps from './store';

type Met = Extract<DoorCheck, { result: 'met' }>;
const FORM_KEPT_MS = 2 * DAY_MS;

export async function check(actor: Actor, body: DoorCheck, now: Instant): Promise<Checked> {
  const duty = dutyAt(actor, body.placeId, ['gridworker']);
  const earlier = await checkedBefore(actor, body);
  if (earlier) return earlier;
  mustBeMadeWithin(FORM_KEPT_MS, body.id, now);
  const at = happenedAt(body.at, now);

  return untilCommitted(async () => {
    const household = await ownHousehold(body);
    const whom =
      body.result === 'met' ? await concerned(actor, body.placeId, body.whom, now) : undefined;
    const filing =
      body.result === 'met' && whom ? await filedWith(body, whom, household, duty, at, now) : [];
    const kept = {
      id: body.id,
      accountId: actor.accountId,
      placeName: duty.placeName ?? '',
      at,
      ...(whom && { match: whom.match }),
      filed: filing.length > 0,
      isAbnormal: body.result === 'met' && isAbnormal(body, at),
    };
    const subject = whom && keptUnder(whom, body.id);
    const by = inDuty(actor, duty);
    const committed = await commit(
      await doorsteps.checked(kept, body, subject),
      ...lastChecked(household, body, at),
      ...filing,
      ...(whom ? await turning(whom, body.id, undefined, now) : []),
      ...(subject === undefined
        ? []
        : [
            audited(
              by,
              kept.filed ? 'door-check.declared' : 'door-check.recorded',
              subject,
              now,
              body.id,
            ),
          ]),
    );
    return committed === 'committed' ? answerOf(kept) : checkedBefore(actor, body);
  });
}

const answerOf = ({ id, at, match, filed: isFiled, isAbnormal: abnormal }: Checked): Checked => ({
  id,
  at,
  ...(match && { match }),
  filed: isFiled,
  isAbnormal: abnormal,
});

/** The same check sent twice is one, and answered as it was. */
async function checkedBefore(actor: Actor, body: DoorCheck): Promise<Checked | undefined> {
  const kept = await doorsteps.checkOf(body.id);
  if (!kept) return undefined;
  const recorded = kept.accountId === actor.accountId ? await doorsteps.bodyOf(kept) : undefined;
  sameAs(recorded, body, (one) => one);
  return answerOf(kept);
}

/** A household that was removed while the phone was without network still keeps what happened there. */
async function ownHousehold({ householdId, placeId }: DoorCheck): Promise<doorsteps.HouseholdKept> {
  const household = await doorsteps.householdOf(householdId);
  if (household?.placeId !== placeId) throw new Problem('doorstep.household-unknown');
  return household;
}

function lastChecked(
  household: doorsteps.HouseholdKept,
  { result }: DoorCheck,
  at: Instant,
): Write[] {
  const { lastCheck } = household;
  const isLast = lastCheck === undefined || lastCheck.at < at;
  return isLast ? [doorsteps.changed(household, { lastCheck: { at, result } })] : [];
}

const isAbnormal = ({ temperature, symptoms }: Met, at: Instant): boolean =>
  symptoms.length > 0 || temperature >= ruleSetOn(numberOf(dayOf(at))).feverFrom;

/** Of somebody scanned or looked up, or entered with their document and consent: a phone number is no proof of them. */
const mayBeFiled = ({ whom }: Met): boolean =>
  whom.by === 'scan' || (whom.document !== undefined && whom.consented);

/** The person's check-in of the day, where it is theirs to be filed. */
async function filedWith(
  body: Met,
  whom: Concerned,
  household: doorsteps.HouseholdKept,
  { role, placeName }: DutyHeld,
  at: Instant,
  now: Instant,
): Promise<Write[]> {
  if (!body.filesCheckIn || !mayBeFiled(body) || whom.match !== 'found') return [];
  const code = await codes.ofNow(whom.personId);
  const day = dayOf(at);
  const last = code?.record.last;
  const hasDeclared = last !== undefined && dayOf(last.at) >= day;
  if (!code || code.record.claimedOn === undefined || hasDeclared || day !== dayOf(now)) return [];
  const { temperature, symptoms } = body;
  const { address } = await doorsteps.writtenOf(household);
  const id = declarationOf(body.id);
  const declared: Declared = {
    id,
    personId: whom.personId,
    day,
    at,
    declaration: {
      kind: 'daily',
      id,
      personId: whom.personId,
      day,
      temperature,
      symptoms,
      condition: isAbnormal(body, at) ? 'unwell' : 'well',
      address,
    },
    filedBy: { role, ...(placeName !== undefined && { placeName }) },
  };
  return filed(code, declared);
}

/** The same UUID: a check is filed once. */
const declarationOf = (id: DoorCheckId): DeclarationId => `decl_${id.slice('door_'.length)}`;
