/**
 * Registering somebody without a phone at their door (V9). The person is under no account, as if a family had let go of
 * them: whoever enters the same name and document later, on their own phone or for their family, goes on with the code.
 */
import { atTheDoorContract, type DoorRegistration } from '@yimatong/shared/account/at-the-door';
import { type Instant, dayOf, DAY_MS, numberOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import type { Declared } from '@yimatong/shared/declaration/contract';
import * as filings from '../code/filed';
import * as codes from '../code/store';
import * as waitings from '../code/waiting';
import { nameDigest } from '../code/whom';
import { type Actor, dutyAt, inDuty } from '../core/actor';
import { newPersonId } from '../core/id';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { documentFound } from '../core/people';
import { mustBeMadeWithin } from '../core/once';
import { serve } from '../core/serve';
import type { DutyHeld } from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { mustBeBorn, onCode } from './details';
import * as leavers from './leavers';
import * as accounts from './store';

/** A round without network is sent in the evening. */
const FORM_KEPT_MS = 2 * DAY_MS;
/** A day's round; numbers cannot be tried without end. */
const perAccount = [{ most: 60, windowSeconds: 86_400 }];

export const handler = serve(atTheDoorContract, {
  async register({ actor, body, now }) {
    const duty = dutyAt(actor, body.placeId, ['gridworker']);
    mustBeMadeWithin(FORM_KEPT_MS, body.id, now);
    mustBeBorn(body.document, now);
    const tries = `door-registrations#${actor.accountId}`;
    await withinLimits(tries, perAccount, now, 'doorstep.registrations-too-many');

    const outcome = await untilCommitted<Outcome>(async () => {
      const found = await documentFound(body.document);
      const claim = await accounts.claimOn(found);
      if (claim.personId !== undefined)
        return (await isRepeat(claim.personId, body)) ? 'registered' : 'already-registered';
      const committed = await born(actor, duty, body, { found, claim }, now);
      return committed === 'committed' ? 'registered' : undefined;
    });
    return { outcome };
  },
});

type Outcome = 'registered' | 'already-registered';

/** The same form sent twice. */
const isRepeat = (personId: PersonId, { id }: DoorRegistration): Promise<boolean> =>
  filings.isKept({ personId, id });

async function born(
  actor: Actor,
  duty: DutyHeld,
  { name, document, address, ...body }: DoorRegistration,
  { found, claim }: { found: string; claim: accounts.DocumentClaim },
  now: Instant,
) {
  const { accountId } = actor;
  const personId = newPersonId();
  const details = { name, document, address };
  const { traces, writes } = await leavers.takenUp(
    { accountId, personId, details, document: found, isFirst: true, isMember: true },
    now,
  );
  const waited = await waitings.takenUp(
    [waitings.keyOf('document', found)],
    { personId, name: await nameDigest(name) },
    now,
  );
  const declared = claimOf(personId, body, duty, now);
  return commit(
    await accounts.putDetails(personId, accountId, details, now, undefined),
    accounts.letGo(personId, {}, accountId),
    codes.begun(
      personId,
      onCode(details),
      {
        traces,
        triggers: waited.triggers,
        declared: (record) => filings.declaredOn(record, declared),
      },
      numberOf(declared.day),
    ),
    filings.kept(declared),
    ...writes,
    ...waited.writes,
    ...(await accounts.claimedDocument(found, claim, personId)),
    audited(inDuty(actor, duty), 'person.registered-at-the-door', personId, now, body.consentBy),
  );
}

/** The pledge was read out to them, and they agreed. */
const claimOf = (
  personId: PersonId,
  { id, symptoms, situations }: Pick<DoorRegistration, 'id' | 'symptoms' | 'situations'>,
  { role, placeName }: DutyHeld,
  now: Instant,
): Declared => ({
  id,
  personId,
  day: dayOf(now),
  at: now,
  declaration: {
    kind: 'claim',
    id,
    personId,
    day: dayOf(now),
    symptoms,
    situations,
    pledged: true,
  },
  filedBy: { role, ...(placeName !== undefined && { placeName }) },
});
