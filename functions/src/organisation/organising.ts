/** What the organiser does to the list: adds, corrects, removes, parts it into departments, offers the duty. */
import { isDeepStrictEqual } from 'node:util';
import type { DepartmentId, MemberId, PlaceId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { MOST_PEOPLE, type organisationContract } from '@yimatong/shared/organisation/contract';
import type { Filing, MemberShown } from '@yimatong/shared/organisation/member';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { sameAs } from '../core/once';
import type { Handlers } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { filed, rosterOf, settled, withDepartment, writesOf } from './filing';
import { mustOrganise, organisedBy, lookerAt } from './scope';
import { lookedAt, seenAt, shown } from './seen';
import * as organisations from './store';

const adds = [{ most: 300, windowSeconds: 3600 }];

type Named = 'add' | 'correct' | 'remove' | 'putDepartments' | 'offerDuty';

export const organising: Pick<Handlers<typeof organisationContract>, Named> = {
  async add({ actor, params: { organisationId }, body: { id, filing }, now }) {
    const duty = mustOrganise(actor, organisationId);
    await withinLimits(`organisation-add#${actor.accountId}`, adds, now, 'organisation.too-many');
    return untilCommitted(async () => {
      const organisation = await organisedBy(duty, organisationId);
      const kept = await organisations.memberOf(organisationId, id);
      if (kept) return shownAgain(kept, filing);
      if (await organisations.isTaken(organisationId, id)) throw new Problem('core.id-reused');
      mustHave(organisation, filing.departmentId);
      const list = await organisations.membersOf(organisationId, { asOfNow: true });
      const roster = await rosterOf(list);
      const result = await filed(roster, organisationId, filing, id, now);
      if (result.outcome === 'rejected') throw new Problem('organisation.phone-shared');
      if (result.outcome !== 'added') throw new Problem('organisation.already-filed');
      if (list.length >= MOST_PEOPLE) throw new Problem('organisation.full');
      const committed = await commit(
        organisations.put({ ...organisation, people: list.length + 1 }),
        ...writesOf(roster),
        audited(actor.accountId, 'organisation.filed', organisationId, now, id),
      );
      settled(roster);
      return committed === 'committed' ? shown({ ...result, state: 'filed' }) : undefined;
    });
  },

  async correct({ actor, params: { organisationId, memberId }, body, now }) {
    const duty = mustOrganise(actor, organisationId);
    return untilCommitted(async () => {
      const organisation = await organisedBy(duty, organisationId);
      mustHave(organisation, body.departmentId);
      const member = await mustBeListed(organisationId, memberId);
      const entered = await organisations.enteredOf(member);
      const isRenamed = entered.name !== body.name;
      if (isRenamed && member.state !== 'filed') throw new Problem('organisation.decided');
      const sealed = isRenamed
        ? await organisations.sealedFor({ ...entered, name: body.name }, memberId)
        : member.sealed;
      const next = { ...withDepartment(member, body.departmentId), sealed };
      // On condition of the organisation's version: a department cannot be dropped at the same moment.
      const committed = await commit(
        organisations.put(organisation),
        organisations.putMember(next),
        audited(actor.accountId, 'organisation.corrected', organisationId, now, memberId),
      );
      if (committed !== 'committed') return undefined;
      const [seen] = await seenAt([next], now);
      await lookedAt(
        [{ ...seen!, member: { ...next, v: next.v + 1 } }],
        lookerAt(actor, organisation),
        now,
      );
      return shown(seen!);
    });
  },

  async remove({ actor, params: { organisationId, memberId }, now }) {
    const duty = mustOrganise(actor, organisationId);
    return untilCommitted(async () => {
      const organisation = await organisedBy(duty, organisationId);
      const member = await organisations.memberOf(organisationId, memberId);
      if (!member) {
        if (await organisations.isTaken(organisationId, memberId))
          return { removed: true as const };
        throw new Problem('organisation.member-unknown');
      }
      const { handover, ...rest } = organisation;
      const committed = await commit(
        organisations.put({
          ...rest,
          ...(handover && handover.memberId !== memberId && { handover }),
          people: Math.max(0, organisation.people - 1),
          departments: organisation.departments.map(({ responsible, ...department }) => ({
            ...department,
            ...(responsible !== undefined && responsible !== memberId && { responsible }),
          })),
        }),
        organisations.removedMember(member, now),
        audited(
          actor.accountId,
          'organisation.removed',
          member.personId ?? organisationId,
          now,
          organisationId,
        ),
      );
      return committed === 'committed' ? { removed: true as const } : undefined;
    });
  },

  async putDepartments({ actor, params: { organisationId }, body: { departments }, now }) {
    const duty = mustOrganise(actor, organisationId);
    return untilCommitted(async () => {
      const organisation = await organisedBy(duty, organisationId);
      if (isDeepStrictEqual(organisation.departments, departments)) return { departments };
      const list = await organisations.membersOf(organisationId, { asOfNow: true });
      const ids = new Set<string>(departments.map(({ id }) => id));
      if (list.some(({ departmentId }) => departmentId !== undefined && !ids.has(departmentId)))
        throw new Problem('organisation.department-in-use');
      const joined = new Set(list.flatMap(({ id, state }) => (state === 'joined' ? [id] : [])));
      const before = new Set(organisation.departments.map(({ responsible }) => responsible));
      const isUnknown = departments.some(
        ({ responsible }) =>
          responsible !== undefined && !joined.has(responsible) && !before.has(responsible),
      );
      if (isUnknown) throw new Problem('organisation.not-joined');
      const committed = await commit(
        organisations.put({ ...organisation, departments, people: list.length }),
        audited(actor.accountId, 'organisation.departments-put', organisationId, now),
      );
      return committed === 'committed' ? { departments } : undefined;
    });
  },

  async offerDuty({ actor, params: { organisationId }, body: { memberId }, now }) {
    const duty = mustOrganise(actor, organisationId);
    return untilCommitted(async () => {
      const { handover: _, ...organisation } = await organisedBy(duty, organisationId);
      if (memberId !== null) {
        const { state, personId } = await mustBeListed(organisationId, memberId);
        if (state !== 'joined') throw new Problem('organisation.not-joined');
        if (personId === actor.persons[0]) throw new Problem('organisation.decided');
      }
      const { grantId } = duty;
      const handover = memberId !== null && { memberId, from: actor.accountId, grantId, at: now };
      const committed = await commit(
        organisations.put({ ...organisation, ...(handover && { handover }) }),
        audited(actor.accountId, 'organisation.duty-offered', organisationId, now, memberId ?? ''),
      );
      return committed === 'committed' ? { memberId } : undefined;
    });
  },
};

async function mustBeListed(id: PlaceId, memberId: MemberId): Promise<organisations.Member> {
  const member = await organisations.memberOf(id, memberId);
  if (!member) throw new Problem('organisation.member-unknown');
  return member;
}

function mustHave(
  { departments }: organisations.Organisation,
  departmentId: DepartmentId | undefined,
): void {
  if (departmentId !== undefined && !departments.some(({ id }) => id === departmentId))
    throw new Problem('organisation.department-unknown');
}

/** Sent before under this id: the same is answered the same, anything else is a mistake. */
async function shownAgain(kept: organisations.Member, filing: Filing): Promise<MemberShown> {
  const entered = await organisations.enteredOf(kept);
  sameAs(entered, filing, () => ({
    ...entered,
    ...(kept.departmentId !== undefined && { departmentId: kept.departmentId }),
  }));
  const { decidedAt: _, ...member } = kept;
  return shown({ member: { ...member, state: 'filed' }, state: 'filed' });
}
