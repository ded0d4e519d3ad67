/**
 * By an operator's command until headquarters has a page for it (issue 5): publishes notices and fever clinics, or
 * corrects those of the same id; `aws lambda invoke`, or `npm run publish -- <file>` on a machine of one's own.
 */
import { areaName } from '@yimatong/shared/core/area';
import { FeverClinic, Notice } from '@yimatong/shared/notice/contract';
import * as z from 'zod';
import { now } from '../core/clock';
import { audited } from '../core/ledger';
import { commit, untilCommitted } from '../core/table';
import { published } from './store';

const inProvince = ({ area }: { area: string }): boolean => areaName(area) !== undefined;
const told = { error: 'no such area in this province' };

const Publication = z.strictObject({
  notices: z
    .array(
      z
        .strictObject(Notice.shape)
        .refine(inProvince, told)
        .refine(({ from, until }) => until === undefined || from <= until, {
          error: 'it ends before it begins',
        }),
    )
    .default([]),
  clinics: z.array(z.strictObject(FeverClinic.shape).refine(inProvince, told)).default([]),
});

export const handler = async (event: unknown): Promise<{ notices: number; clinics: number }> => {
  const { notices, clinics } = Publication.parse(event);
  for (const notice of notices) await publish('notice', notice);
  for (const clinic of clinics) await publish('clinic', clinic);
  return { notices: notices.length, clinics: clinics.length };
};

const publish = (kind: 'notice' | 'clinic', one: Notice | FeverClinic): Promise<true> =>
  untilCommitted(async () => {
    const committed = await commit(
      await published(kind, one),
      audited('operator', `notice.published`, `${kind}#${one.id}`, now()),
    );
    return committed === 'committed' ? true : undefined;
  });
