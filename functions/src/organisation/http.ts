import type { PlaceId } from '@yimatong/shared/core/id';
import { clearanceOf, figuresOf } from '@yimatong/shared/organisation/clearance';
import {
  organisationContract,
  type Overview,
  type Report,
  reportKeyOf,
} from '@yimatong/shared/organisation/contract';
import { withinLimits } from '../core/limit';
import { serve } from '../core/serve';
import { figuresByDepartment, within } from './by-department';
import { chosen, pageAfter, toldOf } from './listing';
import { organising } from './organising';
import { own } from './own';
import { isWithinScope, type Scope, scopeOf, lookerAt } from './scope';
import { lookedAt, seenAt, shown } from './seen';
import * as organisations from './store';

/** Each of these looks reads the whole list. */
const looks = [{ most: 300, windowSeconds: 600 }];

export const handler = serve(organisationContract, {
  ...own,
  ...organising,

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
    await lookedAt(
      await toldOf(seen, wanted, page, body),
      lookerAt(actor, scope.organisation),
      now,
    );
    return {
      members: await Promise.all(page.map(shown)),
      count: wanted.length,
      figures: figuresOf(seen),
      ...next,
    };
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
