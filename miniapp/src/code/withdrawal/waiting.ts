import type { Said } from '@yimatong/shared/core/say';

/** How many withdrawals wait for the reader; of one's own, for somebody else. */
export function waitingIn(
  proposals: readonly { proposal?: { isOwn: boolean } | undefined }[],
): Said {
  const mine = proposals.filter(({ proposal }) => proposal?.isOwn !== true).length;
  const all = proposals.length;
  return mine > 0
    ? { zh: `撤销申请：待您确认 ${mine} 条`, en: `Withdrawals: ${mine} for you to confirm` }
    : {
        zh: `撤销申请：${all} 条待他人确认`,
        en: `Withdrawals: ${all} for somebody else to confirm`,
      };
}
