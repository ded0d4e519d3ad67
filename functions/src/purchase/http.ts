import { decisionRefused, proposalRefused, stateOf } from '@yimatong/shared/code/withdrawal';
import { cities, cityOf, isWithin } from '@yimatong/shared/core/area';
import type { Role } from '@yimatong/shared/core/contract';
import { dayOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { soldOf } from '@yimatong/shared/purchase/sold';
import { recordsOf } from '../code/records-of';
import { underNow } from '../code/whom';
import { isSameProposal, proposed, withdrawing } from '../code/withdrawing';
import { dutyAt, supervising, inDuty, mustBeOwn } from '../core/actor';
import { audited } from '../core/ledger';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { reached } from './reach';
import { recorded } from './recording';
import { listed, own } from './showing';
import * as purchases from './store';

export const handler = serve(purchaseContract, {
  record: ({ actor, body, now }) => recorded(actor, body, now),

  async sales({ actor, query: { placeId, day, before }, now }) {
    dutyAt(actor, placeId, ['pharmacist']);
    const on = day ?? dayOf(now);
    const all = await purchases.atPlaceOn(placeId, on);

    const left = before === undefined ? all : all.filter(({ id }) => id < before);
    const { page, next } = pageOf(left.slice(0, PAGE_SIZE + 1), ({ id }) => id);
    const stand = all.filter(({ proposal }) => stateOf(proposal) !== 'withdrawn');
    return {
      day: on,
      sales: await Promise.all(page.map((one) => listed(one, actor.accountId))),
      sold: before === undefined ? soldOf(await Promise.all(stand.map(purchases.bodyOf))) : [],
      ...next,
    };
  },

  async proposals({ actor }) {
    const reach = actor.duties.flatMap(({ role, area }) =>
      area === undefined ? [] : role === 'pharmacist' ? [cityOf(area)] : overseen(role, area),
    );
    const kept = (await Promise.all([...new Set(reach)].map(purchases.proposedIn))).flat();
    const mine = kept.filter(
      ({ placeId, area }) =>
        actor.duties.some((duty) => duty.role === 'pharmacist' && duty.placeId === placeId) ||
        supervising(actor, area),
    );
    return { proposals: await Promise.all(mine.map((one) => listed(one, actor.accountId))) };
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const paged = { before, limit: PAGE_SIZE + 1 };
    const kept = await recordsOf(actor, personId, async (subject) => {
      const taken = (await purchases.ofSubject(subject, paged)).map((one) => ({
        ...one,
        as: 'taken' as const,
      }));
      const bought = (await purchases.ofBuyer(subject, paged)).map((one) => ({
        ...one,
        as: 'bought' as const,
      }));
      return [...bought, ...taken];
    });
    const { page, next } = pageOf(kept, ({ id }) => id);
    return { purchases: await Promise.all(page.map(own)), ...next };
  },

  async propose({ actor, params: { purchaseId }, body: { reason }, now }) {
    return untilCommitted(async () => {
      const { kept, duty } = await reached(actor, purchaseId, 'pharmacist');
      if (await isSameProposal(purchaseId, kept.proposal, reason, actor.accountId))
        return listed(kept, actor.accountId);
      const refused = proposalRefused(kept.proposal);
      if (refused) throw new Problem(refused);

      const after = { ...kept, proposal: await proposed(purchaseId, reason, actor.accountId, now) };
      const by = inDuty(actor, duty);
      const committed = await commit(
        purchases.changed(kept, after),
        audited(
          by,
          'purchase.withdrawal-proposed',
          await underNow(kept.subject, purchaseId),
          now,
          purchaseId,
        ),
      );
      return committed === 'committed' ? listed(after, actor.accountId) : undefined;
    });
  },

  async decide({ actor, params: { purchaseId }, body: { decision }, now }) {
    return untilCommitted(async () => {
      const { kept, duty } = await reached(actor, purchaseId, 'anybody who may decide');
      const { proposal } = kept;
      if (proposal?.decision === decision && proposal.decidedBy === actor.accountId)
        return listed(kept, actor.accountId);
      const refused = decisionRefused(proposal, actor.accountId, decision);
      if (refused || !proposal) throw new Problem(refused ?? 'withdrawal.none');

      const decided = { decision, decidedBy: actor.accountId, decidedAt: now };
      const after = { ...kept, proposal: { ...proposal, ...decided } };
      const committed = await commit(
        purchases.changed(kept, after),
        ...(decision === 'withdrawn' ? await withdrawing(kept.subject, purchaseId, now) : []),
        audited(
          inDuty(actor, duty),
          `purchase.${decision}`,
          await underNow(kept.subject, purchaseId),
          now,
          purchaseId,
        ),
      );
      return committed === 'committed' ? listed(after, actor.accountId) : undefined;
    });
  },
});

/** The cities and counties of whoever oversees an area. */
const overseen = (role: Role, area: string): string[] =>
  role === 'supervisor' || role === 'headquarters'
    ? cities.filter(({ code }) => isWithin(code, area)).map(({ code }) => code)
    : [];
