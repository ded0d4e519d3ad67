import { randomInt } from 'node:crypto';
import { DAY_MS, dayOf } from '@yimatong/shared/core/day';
import type { ReportId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { type Receipt, reportContract } from '@yimatong/shared/report/contract';
import { NUMBERS_A_DAY, receiptNumberOf } from '@yimatong/shared/report/receipt-number';
import type { Actor } from '../core/actor';
import { withinLimits } from '../core/limit';
import { mustBeMadeWithin, sameAs } from '../core/once';
import { PAGE_SIZE, pageOf } from '../core/page';
import { holderOf } from '../core/people';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import { ticketFor } from '../core/upload';
import { ACCEPTS, keepPhotos, photoOf, photosOf } from '../core/photos';
import * as reports from './store';

/** A form is kept for a week; its id puts the report in order. */
const LONGEST_DRAFT_MS = 8 * DAY_MS;

const aDay = (most: number) => [{ most, windowSeconds: 86_400 }];
const FILED = aDay(10);
/** What is refused for its photos does not use up the ten, and is not for free either. */
const TRIED = aDay(60);
/** Ten reports with six photos each. */
const TICKETS = aDay(60);

export const handler = serve(reportContract, {
  async file({ actor, body, now }) {
    mustBeMadeWithin(LONGEST_DRAFT_MS, body.id, now);
    const earlier = await answered(await reports.of(body.id), actor, body);
    if (earlier) return earlier;
    await withinLimits(`report-try#${actor.accountId}`, TRIED, now, 'report.too-many');
    const holder = await holderOf(actor.accountId, actor.persons[0]!);
    if (!holder) throw new Problem('account.details-missing');
    const photos = await photosOf(actor.accountId, body.kind === 'tip' ? [] : body.photos);
    await withinLimits(`report#${actor.accountId}`, FILED, now, 'report.too-many');

    const { name, phone } = holder;
    const reporter = body.nameWithheld ? { phone } : { name, phone };
    await keepPhotos(body.id, photos);
    return untilCommitted(async () => {
      const number = receiptNumberOf(dayOf(now), randomInt(NUMBERS_A_DAY));
      const by = { accountId: actor.accountId, reporter, at: now };
      const committed = await commit(...(await reports.filed(body, number, by)));
      if (committed === 'committed') return { id: body.id, number, at: now };
      // The id was filed meanwhile; or the number was drawn before, then another is drawn.
      return answered(await reports.of(body.id), actor, body);
    });
  },

  async addPhoto({ actor, body: { id, type }, now }) {
    await withinLimits(`report-photo#${actor.accountId}`, TICKETS, now, 'report.too-many-photos');
    return ticketFor(actor.accountId, id, type, ACCEPTS, now);
  },

  async mine({ actor, query: { before } }) {
    const kept = await reports.ofAccount(actor.accountId, before, PAGE_SIZE + 1);
    const { page, next } = pageOf(kept, ({ id }) => id);
    return { reports: page.map(reports.listed), ...next };
  },

  async one({ actor, params: { reportId } }) {
    const kept = await own(actor, reportId);
    const { number, at, progress } = kept;
    return { report: await reports.reportOf(kept), number, at, progress };
  },

  async photo({ actor, params: { reportId, at } }) {
    await own(actor, reportId);
    const photo = await photoOf(reportId, Number(at));
    if (!photo) throw new Problem('report.unknown');
    return {
      name: `${at}.${photo.type === 'image/png' ? 'png' : 'jpg'}`,
      type: photo.type,
      base64: Buffer.from(photo.bytes).toString('base64'),
    };
  },
});

/** The receipt of what is on record under the id, if it is the same report by the same account. */
async function answered(
  kept: reports.ReportKept | undefined,
  { accountId }: Actor,
  body: unknown,
): Promise<Receipt | undefined> {
  if (!kept) return undefined;
  const report = kept.accountId === accountId ? await reports.reportOf(kept) : undefined;
  sameAs(report, body, (recorded) => recorded);
  const { id, number, at } = kept;
  return { id, number, at };
}

/** One's own; somebody else's is as unknown as one that is not there. */
async function own({ accountId }: Actor, id: ReportId): Promise<reports.ReportKept> {
  const kept = await reports.of(id);
  if (kept?.accountId !== accountId) throw new Problem('report.unknown');
  return kept;
}
