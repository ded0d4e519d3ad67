/** The place's poster: a unit of its own, because of its fonts and of WeChat's secret. */
import { Problem } from '@yimatong/shared/core/problem';
import { posterContract } from '@yimatong/shared/place/keeping';
import { env } from '../core/env';
import { withinLimits } from '../core/limit';
import { serve } from '../core/serve';
import { correctorsOf } from './duty';
import { posterOf } from './poster-sheet';
import * as places from './store';
import { wechatCodeOf } from './wechat-code';

const prints = [{ most: 30, windowSeconds: 3600 }];

/** Where the H5 answers, `https://…`; `none` where the stage has no name of its own. */
const site = (): string => {
  const address = env('SITE');
  if (address === 'none') throw new Problem('place.poster-no-site');
  return address;
};

export const handler = serve(posterContract, {
  async print({ actor, params: { placeId }, now }) {
    await withinLimits(`poster#${actor.accountId}`, prints, now, 'place.too-many-posters');
    const kept = await places.of(placeId);
    if (!kept) throw new Problem('place.unknown');
    if (correctorsOf(actor, kept.place).size === 0) throw new Problem('place.not-yours');
    if (kept.closed) throw new Problem('place.closed');
    if (kept.place.kind === 'organisation') throw new Problem('place.organisation-apart');
    const { place } = kept;

    const pdf = await posterOf({
      place,
      site: site(),
      wechatCode: await wechatCodeOf(placeId),
      madeAt: now,
    });
    return {
      name: `poster-${placeId.slice(-6)}.pdf`,
      type: 'application/pdf',
      base64: Buffer.from(pdf).toString('base64'),
    };
  },
});
