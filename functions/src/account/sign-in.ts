/** Signing in: an account for a phone number, made at the first time, and its session (U1). */
import { randomBytes } from 'node:crypto';
import type { Session } from '@yimatong/shared/account/contract';
import type { Platform } from '@yimatong/shared/core/platform';
import type { Instant } from '@yimatong/shared/core/day';
import type { AccountId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import { newAccountId, newPersonId } from '../core/id';
import { lookUpOf } from '../core/keys';
import { openSession } from '../core/session';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import type { Identity } from './identity';
import * as accounts from './store';

/** The account of a phone number. Two first logins at once make one account. */
export async function accountOf(phone: string, at: Instant): Promise<AccountId> {
  const found = await lookUpOf('phone', phone);
  return untilCommitted(async () => {
    const known = await accounts.ofPhone(found);
    if (known) return known;
    const accountId = newAccountId();
    const committed = await commit(
      ...(await accounts.registered(accountId, found, phone, at)),
      standings.put({ accountId, persons: [newPersonId()], duties: [], ended: [] }),
    );
    return committed === 'committed' ? accountId : undefined;
  });
}

/** Binds a platform identity to the account, so that later openings sign in by themselves. */
export const bind = (platform: Platform, identity: Identity, accountId: AccountId): Promise<true> =>
  untilCommitted(async () => {
    const committed = await commit(...(await accounts.bound(platform, identity, accountId)));
    return committed === 'committed' ? true : undefined;
  });

export async function accountOfIdentity(platform: Platform, identity: string): Promise<AccountId> {
  const accountId = await accounts.ofIdentity(platform, identity);
  if (!accountId) throw new Problem('account.identity-unknown');
  return accountId;
}

export async function sessionFor(accountId: AccountId, at: Instant): Promise<Session> {
  const standing = await standings.ofNow(accountId);
  const [personId] = standing?.persons ?? [];
  // The account was deleted, and what leads to it is not erased yet.
  if (!personId) throw new Problem('account.identity-unknown', { detail: 'left' });
  const details = await accounts.detailsOf(personId);
  return {
    ...(await openSession(accountId, at)),
    accountId,
    personId,
    hasDetails: details !== undefined,
    seed: randomBytes(32).toString('base64url'),
    serverTime: at,
  };
}
