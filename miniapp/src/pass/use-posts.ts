import { useEffect, useRef } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import { type Grant, isPost, placeContract, type Post } from '@yimatong/shared/place/contract';
import { useStored } from '../core/storage';
import { type Loaded, useRoute, useShown } from '../core/use-route';
import { chosenPost } from './settings';

export interface Posts {
  /** Places of every kind at which a duty was granted. */
  all: Post[];
  /** The one where one stands. */
  here: Post | undefined;
  /** What was asked for, newest first, but for what was granted. */
  requests: Grant[];
  /** Areas whose requests one decides. */
  supervises: string[];
}

/** A request is looked after that often while somebody waits for it. */
const WAITING_MS = 20_000;

/** Where one may stand: the duties of the account, with their places. */
export function usePosts() {
  const chosen = useStored(chosenPost);
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const grants = useRoute(placeContract.mine, {}, { keepAs: 'grants' });
  const reload = async () => {
    await Promise.all([account.reload(), grants.reload()]);
  };
  const state = joined(account.state, grants.state, chosen);

  const { all, requests } = state.status === 'ready' ? state.value : nothing;
  const waits = useShown() && all.length === 0 && requests.some((one) => one.state === 'asked');
  const last = useRef(reload);
  last.current = reload;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => void last.current(), WAITING_MS);
    return () => clearInterval(timer);
  }, [waits]);
  return { state, reload };
}

const nothing: Pick<Posts, 'all' | 'requests'> = { all: [], requests: [] };

type Account = Answer<typeof accountContract.mine>;
type Grants = Answer<typeof placeContract.mine>;

function joined(
  account: Loaded<Account>,
  grants: Loaded<Grants>,
  chosen: string | undefined,
): Loaded<Posts> {
  if (account.status !== 'ready') return account;
  if (grants.status !== 'ready') return grants;
  const value = postsOf(account.value, grants.value, chosen);
  return { status: 'ready', value, at: Math.min(account.at, grants.at) };
}

function postsOf({ duties }: Account, { grants }: Grants, chosen: string | undefined): Posts {
  const granted = grants.filter(({ state }) => state === 'granted');
  const held = granted.filter(({ id }) => duties.some(({ grantId }) => grantId === id));
  const all = held.map(({ place }) => place).filter(isPost);
  return {
    all,
    here: all.find(({ id }) => id === chosen) ?? all[0],
    requests: grants.filter(({ state, place }) => state !== 'granted' && isPost(place)),
    supervises: duties.flatMap(({ role, area }) =>
      area !== undefined && (role === 'supervisor' || role === 'headquarters') ? [area] : [],
    ),
  };
}
