/** A visit as those who may see it are shown it. */
import type { OwnVisit, Visit, VisitListed } from '@yimatong/shared/clinic/contract';
import { stateOf } from '@yimatong/shared/code/withdrawal';
import { ageOn } from '@yimatong/shared/core/age';
import { dayOf } from '@yimatong/shared/core/day';
import type { AccountId } from '@yimatong/shared/core/id';
import { maskedNumber } from '@yimatong/shared/core/person';
import { proposalShown } from '../code/withdrawing';
import type { DutyHeld } from '../core/standing';
import * as visits from './store';

export async function listed(kept: visits.VisitKept, reader: AccountId): Promise<VisitListed> {
  const { id, at, maskedName, temperature, amended, proposal } = kept;
  const state = stateOf(proposal);
  const shown = await proposalShown(id, proposal, reader);
  return { id, at, maskedName, temperature, amended, state, ...shown };
}

/** The command end sees no whole number: it asks the hospital. */
export async function whole(
  kept: visits.VisitKept,
  reader: AccountId,
  { role }: DutyHeld,
): Promise<Visit> {
  const { id, placeName, at, match, proposal } = kept;
  const { name, document, phone } = await visits.whoIn(kept);
  const versions = await visits.versionsOf(kept);
  const isMasked = role !== 'clinician';
  const age = (document && ageOn(document, dayOf(at))) ?? versions[0]?.findings.age;
  return {
    id,
    placeName,
    at,
    match,
    name,
    ...(document && {
      document: {
        type: document.type,
        number: isMasked ? maskedNumber(document.number) : document.number,
        isMasked,
      },
    }),
    ...(phone !== undefined && { phone }),
    ...(age !== undefined && { age }),
    versions,
    state: stateOf(proposal),
    ...(await proposalShown(id, proposal, reader)),
  };
}

/** What the person may know. Of a proposal that is not decided they are told by the record of who acted. */
export const own = ({ id, at, placeName, temperature, proposal }: visits.VisitKept): OwnVisit => ({
  id,
  at,
  placeName,
  temperature,
  state: stateOf(proposal),
});
