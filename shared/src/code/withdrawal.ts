/**
 * A record that was entered by mistake, or of the wrong person, is taken back by two: one proposes it with a reason,
 * another confirms it or lets the record stand (V5, V7). Nothing is deleted; what the record made of the code goes.
 */
import * as z from 'zod/mini';
import { Instant } from '../core/day';
import { oneOf } from '../core/option';
import type { ProblemCode } from '../core/problem';
import type { Said } from '../core/say';
import { Written } from './spot';

export const WithdrawalReason = Written(200, 'withdrawal-reason');

const decisionLabels = {
  withdrawn: { zh: '确认撤销', en: 'Withdraw it' },
  stands: { zh: '保留记录', en: 'Let it stand' },
} as const satisfies Record<string, Said>;
export const Decision = oneOf(decisionLabels);
export type Decision = z.infer<typeof Decision>;

export const recordStateLabels = {
  recorded: { zh: '已登记', en: 'Recorded' },
  proposed: { zh: '待撤销', en: 'Withdrawal proposed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const satisfies Record<string, Said>;
export const RecordState = oneOf(recordStateLabels);
export type RecordState = z.infer<typeof RecordState>;

/** As it is shown to those who may decide it. */
export const Proposal = z.object({
  at: Instant,
  reason: z.string(),
  /** One's own, which somebody else decides. */
  isOwn: z.boolean(),
});

/** As far as the rule goes by it. */
export interface Proposed {
  readonly by: string;
  readonly decision?: Decision | undefined;
}

export const stateOf = (proposed: Proposed | undefined): RecordState =>
  proposed?.decision === 'withdrawn'
    ? 'withdrawn'
    : proposed && proposed.decision === undefined
      ? 'proposed'
      : 'recorded';

/** Why this account may not propose it now. */
export const proposalRefused = (proposed: Proposed | undefined): ProblemCode | undefined =>
  ({
    recorded: undefined,
    proposed: 'withdrawal.proposed-already' as const,
    withdrawn: 'withdrawal.decided' as const,
  })[stateOf(proposed)];

/**
 * Why this account may not decide so. Whoever proposed may let the record stand, which takes the proposal back, and
 * never withdraws it alone.
 */
export function decisionRefused(
  proposed: Proposed | undefined,
  by: string,
  decision: Decision,
): ProblemCode | undefined {
  if (!proposed) return 'withdrawal.none';
  if (proposed.decision !== undefined) return 'withdrawal.decided';
  return decision === 'withdrawn' && proposed.by === by ? 'withdrawal.own' : undefined;
}
