import { isDeepStrictEqual } from 'node:util';
import { Problem } from '@yimatong/shared/core/problem';
import { type Grant, placeContract, roleAt } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import * as grants from '../core/grants';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { holderOf } from '../core/people';
import { sameAs } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { serve } from '../core/serve';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { mayBecome, mustSupervise, supervisorOf } from './duty';
import { joining } from './joining';
import { keeping, workerOf } from './keeping';
import { carryOn } from './spreading';
import * as places from './store';

const MOST_REQUESTS = 50;
/** Nobody keeps more gates than this; a supervisor's list is not to be flooded. */
const perAccount = [{ most: 10, windowSeconds: 86_400 }];

export const handler = serve(
  { ...placeContract, ...keepingContract },
  {
    ...joining,
    ...keeping,

    async register({ actor, body: { grantId, place }, now }) {
      const [personId] = actor.persons;
      await withinLimits(`place#${actor.accountId}`, perAccount, now, 'place.too-many');
      const asker = await holderOf(actor.accountId, personId!);
      if (!asker) throw new Problem('account.details-missing');
      const grant: Grant = {
        id: grantId,
        role: roleAt[place.kind],
        state: 'asked',
        place,
        askedAt: now,
      };

      const committed = await commit(
        places.entered(place, actor.accountId),
        ...(await grants.asked(grant, actor.accountId, personId!, asker)),
      );
      if (committed === 'committed') return grant;
      const earlier = await grants.byId(grantId);
      const own = earlier?.accountId === actor.accountId ? earlier : undefined;
      return sameAs(own, place, (kept) => kept.grant.place).grant;
    },

    async mine({ actor, now }) {
      const kept = await grants.ofAccount(actor.accountId, MOST_REQUESTS);
      const open = kept.filter(({ grant }) => grants.isOpen(grant.state));
      const placeIds = new Set(open.map(({ grant }) => grant.place.id));
      const carriedOn = await Promise.all([...placeIds].map((id) => carryOn(id, now)));
      const current = carriedOn.some(Boolean)
        ? await grants.ofAccount(actor.accountId, MOST_REQUESTS)
        : kept;
      return { grants: current.map(({ grant }) => grant) };
    },

    async waiting({ actor, query: { area, after }, now }) {
      mustSupervise(actor, area);
      const { page, next } = pageOf(
        await grants.waitingIn(area, after, PAGE_SIZE + 1),
        ({ grant }) => grant.id,
      );
      const requests = await Promise.all(
        page.map(async (kept) => ({ ...(await workerOf(kept)), workers: await workersAt(kept) })),
      );
      const looks = page.map(({ personId, grant }) =>
        audited(supervisorOf(actor, area), 'grant.looked-at', personId, now, grant.id),
      );
      await commit(...looks);
      return { requests, ...next };
    },

    async decide({ actor, params: { grantId }, body: { area, decision, reason }, now }) {
      mustSupervise(actor, area);
      return untilCommitted(async () => {
        const kept = await grants.grantOf(area, grantId);
        if (!kept) throw new Problem('place.grant-unknown');
        if (kept.accountId === actor.accountId) throw new Problem('place.grant-own');
        const { state } = kept.grant;
        if (state === decision && isDeepStrictEqual(kept.grant.reason, reason)) return kept.grant;
        if (!mayBecome[state].includes(decision)) throw new Problem('place.grant-decided');

        // After the request: a correction that comes between writes the request, and we are stale.
        const current = await places.ofNow(kept.grant.place.id);
        if (decision === 'granted' && current?.closed) throw new Problem('place.closed');
        const standing = await standings.ofNow(kept.accountId);
        if (!standing) throw new Problem('place.grant-unknown');
        const grant: Grant = {
          ...kept.grant,
          ...(current && { place: current.place }),
          state: decision,
          decidedAt: now,
          ...(reason !== undefined && { reason }),
        };
        const committed = await commit(
          ...grants.decided(kept, grant),
          standings.put(grants.standingAfter(standing, grant)),
          audited(supervisorOf(actor, area), `grant.${decision}`, kept.personId, now, grantId),
        );
        return committed === 'committed' ? grant : undefined;
      });
    },
  },
);

/** More than that many are not counted: the list of them is one tap away. */
const MOST_COUNTED = 50;
/** How many hold the duty where this one asks for it. */
const workersAt = async ({ grant: { place } }: grants.GrantKept): Promise<number> =>
  (await grants.atPlace(place.id, { limit: MOST_COUNTED })).filter(
    ({ grant }) => grant.state === 'granted',
  ).length;
