import { dayOf } from '@yimatong/shared/core/day';
import { takeoutContract } from '@yimatong/shared/takeout/contract';
import { mustBeOwn } from '../core/actor';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { serve } from '../core/serve';
import { commit } from '../core/table';
import { recordedOf } from './recorded';
import { sheetsOf } from './sheets';
import { everythingOf } from './store';
import { workbookOf } from './workbook';

/** Reads everything there is of somebody: not more often than a person needs it. */
const perAccount = [{ most: 5, windowSeconds: 86_400 }];

export const handler = serve(takeoutContract, {
  async make({ actor, body: { personId }, now }) {
    mustBeOwn(actor, personId);
    await withinLimits(`takeout#${actor.accountId}`, perAccount, now, 'takeout.too-many');

    const by = { actorId: actor.accountId, role: 'resident' as const };
    await commit(audited(by, 'takeout.made', personId, now));
    const [all, recorded] = await Promise.all([
      everythingOf(actor, personId),
      recordedOf(actor, personId),
    ]);

    return workbookOf(`yimatong-${dayOf(now)}.xlsx`, sheetsOf(all, recorded, actor.accountId, now));
  },
});
