/**
 * How far a report has come (U8, U9, G1). Filing makes it `received`; the other states are the command end's to set,
 * and a reporter sees whatever is stored, each with its time.
 */
import * as z from 'zod/mini';
import { Instant } from '../core/day';
import type { Said } from '../core/say';
import { oneOf } from '../core/option';

export const reportStateLabels = {
  received: { zh: '已收到', en: 'Received' },
  dispatched: { zh: '已派发', en: 'Dispatched' },
  'in-progress': { zh: '处理中', en: 'In progress' },
  resolved: { zh: '已办结', en: 'Resolved' },
  'passed-up': { zh: '已上报上级', en: 'Passed up' },
  duplicate: { zh: '与已有线索重复', en: 'Duplicate of an earlier one' },
} as const satisfies Record<string, Said>;
export const ReportState = oneOf(reportStateLabels);
export type ReportState = z.infer<typeof ReportState>;

export const Step = z.object({ state: ReportState, at: Instant });
export type Step = z.infer<typeof Step>;

/** Every state it has had, oldest first: never empty. */
export const Progress = z.array(Step).check(z.minLength(1));
export type Progress = z.infer<typeof Progress>;

export const receivedAt = (at: Instant): Progress => [{ state: 'received', at }];

/** Where it stands now. */
export const latestOf = (progress: Progress): Step => progress[progress.length - 1]!;
