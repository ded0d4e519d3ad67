/**
 * The person's side of a list: which lists name one, and one's own word on each.
 *
 * A row with a document names whoever has that document here, a row without one whoever signed in with its phone. The
 * person looks for rows, never the organiser for people: from a row nobody learns whether its number is anybody's.
 */
import { type Day, dayOf, type Instant } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { maskedName } from '@yimatong/shared/core/person';
import type { Membership } from '@yimatong/shared/organisation/contract';
import type { Actor } from '../core/actor';
import { documentFound, identityOf, phoneOf } from '../core/people';
import { phoneKey } from './filing';
import * as organisations from './store';

export interface Named {
  readonly member: organisations.Member;
  readonly personId: PersonId;
  /** Under what name the person is registered here. */
  readonly name: string;
}

/** Every row that names somebody of this account, once. */
export async function namedIn({ accountId, persons }: Actor): Promise<Named[]> {
  const [holder] = persons;
  const rows = new Map<string, Named>();
  for (const personId of persons) {
    const identity = await identityOf(personId);
    if (!identity) continue;
    // Ids are made by clients: two organisations may have one in common.
    const note = (member: organisations.Member) =>
      rows.set(`${member.organisationId}#${member.id}`, { member, personId, name: identity.name });
    const [answered, byDocument] = await Promise.all([
      organisations.ofPerson(personId),
      organisations.withDocument(await documentFound(identity.document)),
    ]);
    [...answered, ...byDocument].filter((member) => isOpenTo(member, personId)).forEach(note);
    if (personId !== holder) continue;
    const phone = await phoneOf(accountId);
    const byPhone = phone === undefined ? [] : await organisations.withPhone(await phoneKey(phone));
    byPhone
      .filter((member) => member.document === undefined && isOpenTo(member, personId))
      .forEach(note);
  }
  return [...rows.values()].sort((a, b) => (a.member.id < b.member.id ? 1 : -1));
}

/** Once somebody has answered, the row is theirs, whoever has the number later. */
const isOpenTo = ({ personId }: organisations.Member, asker: PersonId): boolean =>
  personId === undefined || personId === asker;

/** How one's own row is shown, with the organisation it is of. */
export async function membershipOf(
  { member, personId, name }: Named,
  organisation: organisations.Organisation,
  at: Instant,
): Promise<Membership> {
  const entered = await organisations.enteredOf(member);
  const department = organisation.departments.find(({ id }) => id === member.departmentId);
  const { id, state, filedAt, decidedAt, looks } = member;
  return {
    organisationId: organisation.id,
    organisationName: organisation.name,
    memberId: id,
    personId,
    maskedName: maskedName(entered.name),
    ...(department && { departmentName: department.name }),
    state,
    filedAt,
    ...(decidedAt !== undefined && { decidedAt }),
    nameMatches: isSameName(entered.name, name),
    lookedOn: looks
      .map(({ day }) => day as Day)
      .filter((day) => day <= dayOf(at))
      .reverse(),
    offersDuty: organisation.handover?.memberId === id && state === 'joined',
  };
}

/** Latin names are written in capitals on documents and otherwise by people. */
export const isSameName = (filed: string, registered: string): boolean =>
  filed.replace(/\s/g, '').toUpperCase() === registered.replace(/\s/g, '').toUpperCase();

type Decision = 'joined' | 'refused' | 'left';

/** Which word may follow which: a refusal may be thought over, leaving always is the person's own. */
export const mayFollow: Readonly<Record<Decision, readonly organisations.Member['state'][]>> = {
  joined: ['filed', 'refused', 'left'],
  refused: ['filed'],
  left: ['joined'],
};
