import { riskAreas } from '@yimatong/shared/code/risk-area';
import { dayOf, type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import { type FeverClinic, type Notice, noticeContract } from '@yimatong/shared/notice/contract';
import { hotlines } from '@yimatong/shared/notice/hotlines';
import { isShownOn, noticesOn } from '@yimatong/shared/notice/in-force';
import { serve } from '../core/serve';
import * as store from './store';

interface Published {
  readonly notices: readonly Notice[];
  readonly clinics: readonly FeverClinic[];
  readonly readAt: number;
}
let known: Published | undefined;

/** Everybody reads the same: a process asks the table once a minute. */
async function publishedAt(at: Instant): Promise<Published> {
  const age = known === undefined ? Infinity : Math.abs(msOf(at) - known.readAt);
  if (known !== undefined && age < MINUTE_MS) return known;
  const [notices, clinics] = await Promise.all([store.notices(), store.clinics()]);
  return (known = { notices, clinics, readAt: msOf(at) });
}

export const handler = serve(noticeContract, {
  async information({ now }) {
    const { notices, clinics } = await publishedAt(now);
    const today = dayOf(now);
    return {
      notices: noticesOn(today, notices),
      clinics: clinics.filter((clinic) => isShownOn(today, clinic)),
      keyAreas: [...riskAreas],
      hotlines: [...hotlines],
      serverTime: now,
    };
  },
});
