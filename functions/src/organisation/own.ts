/** What is one's own: the lists one is on, one's word on them, the duty one takes or asks for. */
import { Problem } from '@yimatong/shared/core/problem';
import type { organisationContract } from '@yimatong/shared/organisation/contract';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import type { Handlers } from '../core/serve';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { isSameName, mayFollow, membershipOf, namedIn } from './membership';
import { inChargeOf } from './scope';
import * as organisations from './store';
import { ask, hasTaken, joinedRow, taken } from './succession';

const requests = [{ most: 5, windowSeconds: 86_400 }];

type Named = 'invitations' | 'mine' | 'answer' | 'takeDuty' | 'askForDuty';

export const own: Pick<Handlers<typeof organisationContract>, Named> = {
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

  async answer({ actor, params: { organisationId }, body: { memberId, decision }, now }) {
    return untilCommitted(async () => {
      const named = (await namedIn(actor)).find(
        ({ member }) => member.organisationId === organisationId && member.id === memberId,
      );
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
      const standing = await standings.ofNow(actor.accountId);
      if (!standing) throw new Problem('account.left');
      if (!standing.persons.includes(personId)) throw new Problem('organisation.member-unknown');
      const next = { ...member, state: decision, personId, decidedAt: now };
      const committed = await commit(
        organisations.putMember(next),
        // On condition of its version: an account that is being deleted joins nothing meanwhile.
        standings.put(standing),
        audited(actor.accountId, `organisation.${decision}`, personId, now, organisationId),
      );
      return committed === 'committed'
        ? membershipOf({ ...named, member: next }, organisation, now)
        : undefined;
    });
  },

  async takeDuty({ actor, params: { organisationId }, body: { grantId }, now }) {
    return untilCommitted(async () => {
      const organisation = await organisations.ofNow(organisationId);
      if (!organisation) throw new Problem('organisation.decided');
      const { id, name, handover } = organisation;
      if (hasTaken(actor, organisationId, grantId)) return { id, name };
      const row = await joinedRow(actor, organisationId);
      if (!row || handover?.memberId !== row.id || handover.from === actor.accountId)
        throw new Problem('organisation.decided');
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
};
