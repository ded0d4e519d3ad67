import { isDeepStrictEqual } from 'node:util';
import type { DepartmentId, MemberId, PlaceId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { clearanceOf, figuresOf } from '@yimatong/shared/organisation/clearance';
import {
  MOST_PEOPLE,
  organisationContract,
  type Overview,
  type Report,
  reportKeyOf,
} from '@yimatong/shared/organisation/contract';
import type { Filing, MemberShown } from '@yimatong/shared/organisation/member';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { sameAs } from '../core/once';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { figuresByDepartment, within } from './by-department';
import { filed, rosterOf, settled, withDepartment, writesOf } from './filing';
import { chosen, pageAfter } from './listing';
import { isSameName, mayFollow, membershipOf, namedIn } from './membership';
import { inChargeOf, isWithinScope, mustOrganise, organisedBy, type Scope, scopeOf } from './scope';
import { lookedAt, seenAt, shown } from './seen';
import * as organisations from './store';
import { ask, hasTaken, joinedRow, taken } from './succession';

/** Each of these looks reads the whole list. */
const looks = [{ most: 300, windowSeconds: 600 }];
const adds = [{ most: 300, windowSeconds: 3600 }];
const requests = [{ most: 5, windowSeconds: 86_400 }];

export const handler = serve(organisationContract, {
  async invitations({ actor }) {
    const named = await namedIn(actor);
    return { waiting: named.filter(({ member }) => member.state === 'filed').length };
  },

  async mine({ actor, now }) {
    const named = await namedIn(actor);
    const ids = [...new Set(named.map(({ member }) => member.organisationId))];
    const found = await Promise.all(ids.map((id) => organisations.of(id)));
    const byId = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
    const memberships = await Promise.all(
      named.flatMap((one) => {
        const organisation = byId.get(one.member.organisationId);
        return organisation ? [membershipOf(one, organisation, now)] : [];
      }),
    );
    const charges = await Promise.all(
      [...byId.values()].map(async (one) => ((await inChargeOf(actor, one)).size > 0 ? [one] : [])),
    );
    const organised = actor.duties.flatMap(({ role, placeId, placeName = '' }) =>
      role === 'organiser' && placeId ? [{ id: placeId, name: placeName }] : [],
    );
    return {
      organised,
      inCharge: charges
        .flat()
        .filter(({ id }) => !organised.some((one) => one.id === id))
        .map(({ id, name }) => ({ id, name })),
      memberships,
      serverTime: now,
    };
  },

  async overview({ actor, params: { organisationId }, now }) {
    const scope = await scopeOf(actor, organisationId);
    await withinLimits(`organisation#${actor.accountId}`, looks, now, 'organisation.too-many');
    const { organisation } = scope;
    const list = (await organisations.membersOf(organisationId)).filter((one) =>
      isWithinScope(scope, one),
    );
    const seen = await seenAt(list, now);
    const figures = figuresOf(seen);
    const { handover } = organisation;
    return {
      id: organisationId,
      name: organisation.name,
      scope: scope.departmentIds ? ('departments' as const) : ('organisation' as const),
      figures,
      clearance: clearanceOf(figures),
      departments: await withResponsible(scope, list, figuresByDepartment(scope, seen)),
      ...(handover && !scope.departmentIds && (await offered(organisationId, handover))),
      serverTime: now,
    };
  },

  async list({ actor, params: { organisationId }, body, now }) {
    const scope = await scopeOf(actor, organisationId);
    await withinLimits(`organisation#${actor.accountId}`, looks, now, 'organisation.too-many');
    const list = (await organisations.membersOf(organisationId)).filter((one) =>
      isWithinScope(scope, one),
    );
    const seen = await seenAt(list, now);
    const wanted = await chosen(seen, body);
    const { page, next } = pageAfter(wanted, body.after);
    await lookedAt(page, actor.accountId, now);
    return {
      members: await Promise.all(page.map(shown)),
      count: wanted.length,
      figures: figuresOf(seen),
      ...next,
    };
  },

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
      await lookedAt([{ ...seen!, member: { ...next, v: next.v + 1 } }], actor.accountId, now);
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

  async answer({ actor, params: { organisationId }, body: { memberId, decision }, now }) {
    return untilCommitted(async () => {
      const named = (await namedIn(actor)).find(({ member }) => member.id === memberId);
      // The index may be a moment old; what is decided on is not.
      const member = named && (await organisations.memberOf(organisationId, memberId));
      const organisation = await organisations.of(organisationId);
      if (!member || !organisation) throw new Problem('organisation.member-unknown');
      if (member.state === decision) return membershipOf({ ...named, member }, organisation, now);
      if (!mayFollow[decision].includes(member.state)) throw new Problem('organisation.decided');
      const entered = await organisations.enteredOf(member);
      if (decision === 'joined' && !isSameName(entered.name, named.name))
        throw new Problem('organisation.name-differs');
      const { personId } = named;
      const next = { ...member, state: decision, personId, decidedAt: now };
      const committed = await commit(
        organisations.putMember(next),
        audited(actor.accountId, `organisation.${decision}`, personId, now, organisationId),
      );
      return committed === 'committed'
        ? membershipOf({ ...named, member: next }, organisation, now)
        : undefined;
    });
  },

  async offerDuty({ actor, params: { organisationId }, body: { memberId }, now }) {
    const duty = mustOrganise(actor, organisationId);
    return untilCommitted(async () => {
      const { handover: _, ...organisation } = await organisedBy(duty, organisationId);
      if (memberId !== null) {
        const { state } = await mustBeListed(organisationId, memberId);
        if (state !== 'joined') throw new Problem('organisation.not-joined');
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

  async takeDuty({ actor, params: { organisationId }, body: { grantId }, now }) {
    return untilCommitted(async () => {
      const organisation = await organisations.ofNow(organisationId);
      if (!organisation) throw new Problem('organisation.decided');
      const { id, name, handover } = organisation;
      if (hasTaken(actor, organisationId, grantId)) return { id, name };
      const row = await joinedRow(actor, organisationId);
      if (!row || handover?.memberId !== row.id) throw new Problem('organisation.decided');
      const committed = await taken(actor, organisation, grantId, now);
      if (committed === 'exists') throw new Problem('core.id-reused');
      return committed === 'committed' ? { id, name } : undefined;
    });
  },

  async askForDuty({ actor, params: { organisationId }, body: { grantId }, now }) {
    if (!(await joinedRow(actor, organisationId))) throw new Problem('organisation.not-joined');
    await withinLimits(
      `organisation-ask#${actor.accountId}`,
      requests,
      now,
      'organisation.too-many',
    );
    return ask(actor, organisationId, grantId, now);
  },

  async reports({ actor, params: { organisationId }, query: { before } }) {
    const scope = await scopeOf(actor, organisationId);
    const read = await organisations.reportsOf(organisationId, before, REPORTS_PAGE + 1);
    const reports = read.slice(0, REPORTS_PAGE);
    const last = reports.at(-1);
    return {
      reports: reports.flatMap((report) => within(scope, report)),
      ...(read.length > REPORTS_PAGE && last && { next: reportKeyOf(last) }),
    };
  },
});

/** A fortnight, two a day. */
const REPORTS_PAGE = 28;

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
  const { state } = kept;
  return shown({ member: kept, state });
}

async function offered(
  id: PlaceId,
  { memberId, at }: NonNullable<organisations.Organisation['handover']>,
): Promise<Pick<Overview, 'handover'>> {
  const member = await organisations.memberOf(id, memberId);
  if (!member) return {};
  return { handover: { memberId, name: (await organisations.enteredOf(member)).name, at } };
}

/** Whoever is responsible, by name, while they are on the list. */
const withResponsible = (
  { organisation }: Scope,
  list: readonly organisations.Member[],
  departments: readonly Report['departments'][number][],
): Promise<Overview['departments']> =>
  Promise.all(
    departments.map(async (department) => {
      const of = organisation.departments.find(({ id }) => id === department.id)?.responsible;
      const member = list.find(({ id, state }) => id === of && state === 'joined');
      if (!member) return department;
      const { name } = await organisations.enteredOf(member);
      return { ...department, responsible: { memberId: member.id, name } };
    }),
  );
