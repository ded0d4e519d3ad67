/**
 * The recompute: keeps the stored colour that lists and figures read. A gate never needs it (it computes), so a late
 * run shows nobody a wrong colour.
 *
 * `pending` (hourly, and just after midnight in Shanghai) reads only people with a pending change. `segment` goes over
 * everybody, a segment at a time: after a new rule set, and weekly, by a Distributed Map. Both write only what
 * differs, on condition that nobody wrote in between, and can be stopped and run again at any point: `pending` fails
 * when its time is over, is tried again and goes on from its last page; `segment` answers with a cursor.
 */
import { dayOf, type Instant, msOf, numberOf } from '@yimatong/shared/core/day';
import { commit, get, replace } from '../core/table';
import { now } from '../core/clock';
import { log } from '../core/log';
import * as codes from './store';

/** `seen` read, `changed` written, `lost` left to a writer who came in between (its own write is fresh). */
export interface Counts {
  readonly seen: number;
  readonly changed: number;
  readonly lost: number;
}
const none: Counts = { seen: 0, changed: 0, lost: 0 };
const sum = (a: Counts, b: Counts): Counts => ({
  seen: a.seen + b.seen,
  changed: a.changed + b.changed,
  lost: a.lost + b.lost,
});

export type JobEvent =
  | { readonly job: 'pending' }
  | {
      readonly job: 'segment';
      readonly segment: number;
      readonly of: number;
      readonly after?: codes.Cursor | null;
    };
export interface JobAnswer {
  readonly done: boolean;
  readonly after: codes.Cursor | null;
  readonly counts: Counts;
}

/** What is left of a Lambda's time, in milliseconds. */
export interface Remaining {
  getRemainingTimeInMillis(): number;
}
const STOP_BELOW_MS = 20_000;
const PAGE = 100;

export const handler = async (event: JobEvent, context: Remaining): Promise<JobAnswer> => {
  const isTimeLeft = (): boolean => context.getRemainingTimeInMillis() > STOP_BELOW_MS;
  const answer =
    event.job === 'pending'
      ? await pendingPass(now(), isTimeLeft)
      : await segmentPass(event, now(), isTimeLeft);
  log('recompute.finished', { job: event.job, done: answer.done, ...answer.counts });
  if (event.job === 'pending' && !answer.done) throw new Error('out of time: the next try goes on');
  return answer;
};

/** One person's stored colour, brought up to date. */
async function recompute(code: codes.CodeItem | undefined, today: number): Promise<Counts> {
  const next = code && codes.recomputed(code, today);
  if (!next) return { ...none, seen: 1 };
  const committed = await commit(next.write);
  return committed === 'committed'
    ? { seen: 1, changed: 1, lost: 0 }
    : { seen: 1, changed: 0, lost: 1 };
}

const inTurn = async <T>(
  list: readonly T[],
  each: (one: T) => Promise<Counts>,
): Promise<Counts> => {
  const counts = await Promise.all(list.map(each));
  return counts.reduce(sum, none);
};

interface Progress {
  readonly shard: number;
  readonly after?: string | undefined;
  readonly counts: Counts;
  readonly v?: number | undefined;
}

/** One run an hour: a run begun and cut off goes on where its last page ended. */
async function pendingPass(at: Instant, isTimeLeft: () => boolean): Promise<JobAnswer> {
  const run = at.slice(0, 13);
  const today = numberOf(dayOf(at));
  let progress = await progressOf(run);
  while (progress.shard < codes.SHARDS && isTimeLeft()) {
    const people = await codes.pendingIn(progress.shard, progress.after, PAGE);
    const counts = sum(
      progress.counts,
      await inTurn(people, async (id) => recompute(await codes.of(id), today)),
    );
    const next =
      people.length < PAGE
        ? { shard: progress.shard + 1, counts }
        : { shard: progress.shard, after: people.at(-1), counts };
    progress = await saved(run, { ...next, v: progress.v }, at);
  }
  return { done: progress.shard >= codes.SHARDS, after: null, counts: progress.counts };
}

async function progressOf(run: string): Promise<Progress> {
  const item = await get('job', 'recompute-pending', run);
  return item ? (item as unknown as Progress) : { shard: 0, counts: none };
}

const KEPT_SECONDS = 90 * 86_400;

/** Two runs of the same hour at once: the later save is refused, and that run goes on from what the other saved. */
async function saved(run: string, progress: Progress, at: Instant): Promise<Progress> {
  const { v, ...rest } = progress;
  const endsAt = Math.floor(msOf(at) / 1000) + KEPT_SECONDS;
  const committed = await commit(
    replace('job', { pk: 'recompute-pending', sk: run, endsAt, ...rest }, v),
  );
  return committed === 'committed' ? { ...rest, v: (v ?? 0) + 1 } : progressOf(run);
}

async function segmentPass(
  { segment, of, after }: Extract<JobEvent, { job: 'segment' }>,
  at: Instant,
  isTimeLeft: () => boolean,
): Promise<JobAnswer> {
  const today = numberOf(dayOf(at));
  let [cursor, counts] = [after ?? undefined, none];
  do {
    const page = await codes.segment(segment, of, cursor);
    counts = sum(counts, await inTurn(page.codes, (code) => recompute(code, today)));
    cursor = page.next;
  } while (cursor && isTimeLeft());
  return { done: cursor === undefined, after: cursor ?? null, counts };
}
