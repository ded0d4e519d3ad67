/** Taking back what a record made of a code, once two people agree that it was a mistake (V5, V7). */
import { withoutTriggersOf } from '@yimatong/shared/code/record';
import {
  Decision,
  type Proposed,
  Proposal,
  WithdrawalReason,
} from '@yimatong/shared/code/withdrawal';
import { dayOf, Instant, numberOf } from '@yimatong/shared/core/day';
import { AccountId } from '@yimatong/shared/core/id';
import * as z from 'zod';
import { open, seal } from '../core/seal';
import type { Write } from '../core/table';
import * as codes from './store';
import * as waitings from './waiting';

/** A proposal as it lies with its record; the reason may name people, so it is sealed. */
export const ProposalKept = z.object({
  by: AccountId,
  at: Instant,
  reason: z.string(),
  decision: z.optional(Decision),
  decidedBy: z.optional(AccountId),
  decidedAt: z.optional(Instant),
}) satisfies z.ZodType<Proposed>;
export type ProposalKept = z.infer<typeof ProposalKept>;

const reasonOf = (recordId: string): string => `${recordId}#withdrawal`;

export const proposed = async (
  recordId: string,
  reason: string,
  by: AccountId,
  at: Instant,
): Promise<ProposalKept> => ({ by, at, reason: await seal(reason, reasonOf(recordId)) });

/** For those who may decide it; nothing of one that was decided. */
export async function proposalShown(
  recordId: string,
  kept: ProposalKept | undefined,
  reader: AccountId,
): Promise<{ proposal?: z.infer<typeof Proposal> }> {
  if (!kept || kept.decision !== undefined) return {};
  const reason = await open(kept.reason, reasonOf(recordId));
  return { proposal: { at: kept.at, reason, isOwn: kept.by === reader } };
}

/** Whether the same proposal was sent a second time. */
export const isSameProposal = async (
  recordId: string,
  kept: ProposalKept | undefined,
  reason: z.infer<typeof WithdrawalReason>,
  by: AccountId,
): Promise<boolean> =>
  kept?.by === by &&
  kept.decision === undefined &&
  (await open(kept.reason, reasonOf(recordId))) === reason;

/**
 * What goes into the transaction that withdraws a record: only its own evidence is touched, whoever it was kept under
 * when it was recorded.
 */
export async function withdrawing(kept: string, recordId: string, now: Instant): Promise<Write[]> {
  if (kept === recordId) return [];
  const waiting = kept.startsWith('pers_') ? undefined : await waitings.waitingFor(kept, recordId);
  if (waiting && waiting.takenBy === undefined) return waiting.takenBack();
  const code = await codes.ofNow(waiting?.takenBy ?? kept);
  if (!code) return [];
  const after = withoutTriggersOf(code.record, recordId);
  return [codes.changed(code, after, numberOf(dayOf(now)))];
}
