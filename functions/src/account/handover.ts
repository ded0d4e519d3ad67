/**
 * Hand-over codes: the guardian's phone shows six digits, the other phone is given them. Whoever knows no more than a
 * name and a document number gets nowhere with it, and is told nothing.
 */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { type Instant, instantOf, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { keys } from '../core/keys';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { commit, untilCommitted, type Write } from '../core/table';
import * as accounts from './store';

const LIFETIME_MS = 15 * MINUTE_MS;
const TRIES = 5;
const opened = [
  { most: 5, windowSeconds: 3600 },
  { most: 10, windowSeconds: 86_400 },
];
/** Of one account, whatever the document. */
const tried = [
  { most: 6, windowSeconds: 3600 },
  { most: 12, windowSeconds: 86_400 },
];

const hashOf = async (personId: PersonId, code: string): Promise<string> =>
  createHmac('sha256', (await keys()).lookUp)
    .update(`handover\u0000${personId}\u0000${code}`)
    .digest('base64url');

/** Opens a code for a member; an earlier one is over. */
export async function openHandover(
  personId: PersonId,
  accountId: AccountId,
  at: Instant,
): Promise<{ code: string; expiresAt: Instant }> {
  await withinLimits(`handover#${personId}`, opened, at, 'account.handover-too-many');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const hash = await hashOf(personId, code);
  const goodUntil = msOf(at) + LIFETIME_MS;
  return untilCommitted(async () => {
    const earlier = await accounts.handoverOf(personId);
    const committed = await commit(
      accounts.handover(personId, { hash, accountId, goodUntil }, earlier?.v),
      audited(accountId, 'member.handover-opened', personId, at),
    );
    return committed === 'committed' ? { code, expiresAt: instantOf(goodUntil) } : undefined;
  });
}

export const withinTries = (accountId: AccountId, at: Instant): Promise<void> =>
  withinLimits(`take-over#${accountId}`, tried, at, 'account.handover-too-many');

/**
 * The write that uses the code up, once: it belongs into the transaction that moves the person. Every failure is the
 * same problem. Each look at a code counts as a try, also when two come at once.
 */
export async function acceptHandover(
  personId: PersonId,
  code: string,
  from: AccountId,
  at: Instant,
): Promise<Write> {
  const open = await accounts.handoverOf(personId);
  const isOver = !open || open.goodUntil <= msOf(at) || open.tries >= TRIES;
  if (isOver || open.accountId !== from) throw new Problem('account.handover-wrong');
  if (!(await accounts.triedHandover(personId, open)))
    throw new Problem('core.busy', { retryAfterSeconds: 1 });
  const given = Buffer.from(await hashOf(personId, code));
  if (!timingSafeEqual(given, Buffer.from(open.hash))) throw new Problem('account.handover-wrong');
  return accounts.handover(personId, { ...open, goodUntil: 0 }, open.v + 1);
}
