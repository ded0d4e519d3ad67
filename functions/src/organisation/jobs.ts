/**
 * The roll-up (U7): at 22:00 by department, at 08:00 in total, as the college's notice asks for it. It goes over the
 * organisations with people on their list (a sparse index), counts, and keeps a report under its day: a run that was
 * stopped is tried again, passes over what is there and goes on.
 */
import { dayOf, type Instant } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { clearanceOf, figuresOf } from '@yimatong/shared/organisation/clearance';
import type { ReportKind } from '@yimatong/shared/organisation/contract';
import { now } from '../core/clock';
import { log } from '../core/log';
import { commit } from '../core/table';
import { figuresByDepartment } from './by-department';
import { seenAt } from './seen';
import * as organisations from './store';

export interface RollupEvent {
  readonly job: 'rollup';
  readonly kind: ReportKind;
}
export interface Remaining {
  getRemainingTimeInMillis(): number;
}
export interface RollupCounts {
  readonly seen: number;
  readonly reported: number;
}

const STOP_BELOW_MS = 20_000;
const AT_ONCE = 8;

export const handler = async ({ kind }: RollupEvent, context: Remaining): Promise<RollupCounts> => {
  const at = now();
  let [seen, reported] = [0, 0];
  for (let shard = 0; shard < organisations.SHARDS; shard += 1) {
    const ids = await organisations.filingIn(shard);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (context.getRemainingTimeInMillis() < STOP_BELOW_MS) {
        log('rollup.stopped', { kind, seen, reported });
        throw new Error('out of time: the next try goes on');
      }
      const some = ids.slice(from, from + AT_ONCE);
      const done = await Promise.all(some.map((id) => rolledUp(id, kind, at)));
      seen += some.length;
      reported += done.filter(Boolean).length;
    }
  }
  log('rollup.finished', { kind, seen, reported });
  return { seen, reported };
};

async function rolledUp(id: PlaceId, kind: ReportKind, at: Instant): Promise<boolean> {
  const day = dayOf(at);
  if (await organisations.reportOf(id, { day, kind })) return false;
  const organisation = await organisations.of(id);
  if (!organisation) return false;
  const seen = await seenAt(await organisations.membersOf(id), at);
  const figures = figuresOf(seen);
  const departments =
    kind === 'evening' ? figuresByDepartment({ organisation, departmentIds: undefined }, seen) : [];
  const report = { day, kind, at, figures, clearance: clearanceOf(figures), departments };
  return (await commit(organisations.reported(id, report))) === 'committed';
}
