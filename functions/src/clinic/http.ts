import { clinicContract } from '@yimatong/shared/clinic/contract';
import { decisionRefused, proposalRefused } from '@yimatong/shared/code/withdrawal';
import { dayOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { recordsOf } from '../code/records-of';
import { underNow } from '../code/whom';
import { isSameProposal, proposed, withdrawing } from '../code/withdrawing';
import { dutyAt, inDuty, mustBeOwn } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { sameAs } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { reached } from './reach';
import { recorded } from './recording';
import { listed, own, whole } from './showing';
import * as visits from './store';

/** Proposals that wait for a second person; more would be a mistake of another kind. */
const MOST_PROPOSALS = 50;
const amendments = [{ most: 60, windowSeconds: 3600 }];

export const handler = serve(clinicContract, {
  record: ({ actor, body, now }) => recorded(actor, body, now),

  async visits({ actor, query: { placeId, day, before }, now }) {
    dutyAt(actor, placeId, ['clinician']);
    const on = day ?? dayOf(now);
    const kept = await visits.atPlaceOn(placeId, on, { before, limit: PAGE_SIZE + 1 });
    const waiting = before === undefined ? await visits.proposedAt(placeId, MOST_PROPOSALS) : [];
    const { page, next } = pageOf(kept, ({ id }) => id);
    const shown = (one: visits.VisitKept) => listed(one, actor.accountId);
    return {
      day: on,
      visits: await Promise.all(page.map(shown)),
      proposals: await Promise.all(waiting.map(shown)),
      ...next,
    };
  },

  async mine({ actor, query: { personId, before } }) {
    mustBeOwn(actor, personId);
    const kept = await recordsOf(actor, personId, (subject) =>
      visits.ofSubject(subject, { before, limit: PAGE_SIZE + 1 }),
    );
    const { page, next } = pageOf(kept, ({ id }) => id);
    return { visits: page.map(own), ...next };
  },

  async one({ actor, params: { visitId }, now }) {
    const { kept, duty } = await reached(actor, visitId, 'anybody who may see it');
    await commit(
      audited(
        inDuty(actor, duty),
        'visit.seen',
        await underNow(kept.subject, visitId),
        now,
        visitId,
      ),
    );
    return whole(kept, actor.accountId, duty);
  },

  async amend({ actor, params: { visitId }, body: { id, ...findings }, now }) {
    await withinLimits(`visit-amend#${actor.accountId}`, amendments, now, 'clinic.too-many');
    return untilCommitted(async () => {
      const { kept, duty } = await reached(actor, visitId);
      const earlier = await visits.versionOf(visitId, id);
      if (earlier) {
        sameAs(earlier, findings, (version) => version.findings);
        return whole(kept, actor.accountId, duty);
      }
      if (kept.proposal?.decision === 'withdrawn') throw new Problem('withdrawal.decided');

      const { temperature } = findings;
      const after = { ...kept, temperature, amended: kept.amended + 1, version: id };
      const committed = await commit(
        visits.changed(kept, after),
        await visits.version(kept, { id, at: now, findings }),
        audited(
          inDuty(actor, duty),
          'visit.amended',
          await underNow(kept.subject, visitId),
          now,
          visitId,
        ),
      );
      return committed === 'committed'
        ? whole({ ...after, v: kept.v + 1 }, actor.accountId, duty)
        : undefined;
    });
  },

  async propose({ actor, params: { visitId }, body: { reason }, now }) {
    return untilCommitted(async () => {
      const { kept, duty } = await reached(actor, visitId);
      if (await isSameProposal(visitId, kept.proposal, reason, actor.accountId))
        return listed(kept, actor.accountId);
      const refused = proposalRefused(kept.proposal);
      if (refused) throw new Problem(refused);

      const proposal = await proposed(visitId, reason, actor.accountId, now);
      const after = { ...kept, proposal };
      const committed = await commit(
        visits.changed(kept, after),
        audited(
          inDuty(actor, duty),
          'visit.withdrawal-proposed',
          await underNow(kept.subject, visitId),
          now,
          visitId,
        ),
      );
      return committed === 'committed' ? listed(after, actor.accountId) : undefined;
    });
  },

  async decide({ actor, params: { visitId }, body: { decision }, now }) {
    return untilCommitted(async () => {
      const { kept, duty } = await reached(actor, visitId);
      const { proposal } = kept;
      if (proposal?.decision === decision && proposal.decidedBy === actor.accountId)
        return listed(kept, actor.accountId);
      const refused = decisionRefused(proposal, actor.accountId, decision);
      if (refused || !proposal) throw new Problem(refused ?? 'withdrawal.none');

      const decided = { decision, decidedBy: actor.accountId, decidedAt: now };
      const after = { ...kept, proposal: { ...proposal, ...decided } };
      const committed = await commit(
        visits.changed(kept, after),
        ...(decision === 'withdrawn' ? await withdrawing(kept.subject, visitId, now) : []),
        audited(
          inDuty(actor, duty),
          `visit.${decision}`,
          await underNow(kept.subject, visitId),
          now,
          visitId,
        ),
      );
      return committed === 'committed' ? listed(after, actor.accountId) : undefined;
    });
  },
});
