/**
 * Whose code, check-in or record is shown: the holder's, or that of a member of the family (U1). The tabs share it: who
 * looks at a child's code and goes to the check-in checks the child in. Kept in memory only: each morning begins with
 * one's own.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import { DAY_MS, type Instant, msOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { relationLabels } from '@yimatong/shared/core/relation';
import type { Said } from '@yimatong/shared/core/say';
import { now } from '../core/clock';
import { onSignOut, person, usePerson, useSession } from '../core/session';
import { erase, keysFrom } from '../core/storage';
import { useRoute } from '../core/use-route';

export interface Relative {
  readonly personId: PersonId;
  readonly relation: Said;
  /** `*小雨`; the holder's own is not told. */
  readonly name: string | undefined;
}

let chosen: PersonId | undefined;
const watchers = new Set<() => void>();
const watch = (changed: () => void): (() => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export function choose(personId: PersonId | undefined): void {
  chosen = personId;
  for (const changed of [...watchers]) changed();
}
onSignOut(() => choose(undefined));

/** Until when a hand-over code of this phone may be used, ms since 1970: the family may be smaller at any moment. */
let handoverUntil = 0;
export const expectHandover = (until: Instant): void => {
  handoverUntil = msOf(until);
};

const self = { zh: '本人', en: 'Me' };

/** Rarely changes, and tells of its own changes: not asked for with each look at the code. */
const freshUntil = ({ serverTime }: Account): number =>
  msOf(serverTime) + (now() < handoverUntil ? 15_000 : DAY_MS / 24);
type Account = Answer<typeof accountContract.mine>;

/** The holder first; alone where there is no family. Only under a component that another holder’s replaces. */
export function useFamily(): Relative[] {
  const holder = usePerson();
  const when = useSession() !== undefined;
  const { state } = useRoute(accountContract.mine, {}, { keepAs: 'account', freshUntil, when });
  const account = state.status === 'ready' ? state.value : undefined;
  useLosses(account);
  if (holder === undefined) return [];
  return [
    { personId: holder, relation: self, name: undefined },
    ...(account?.members ?? []).map(({ personId, relation, name }) => ({
      personId,
      relation: relationLabels[relation],
      name,
    })),
  ];
}

/** Who was chosen, while they are in the family; else the holder. */
export function useChosen(): PersonId | undefined {
  const one = useSyncExternalStore(
    watch,
    () => chosen,
    () => chosen,
  );
  const family = useFamily();
  return family.some(({ personId }) => personId === one) ? one : family[0]?.personId;
}

/** For whom a form is: nothing to be said where somebody is alone. */
export function useForWhom(): Said | undefined {
  const family = useFamily();
  const chosen = useChosen();
  const one = family.find(({ personId }) => personId === chosen);
  if (one === undefined || family.length < 2) return undefined;
  const { relation, name } = one;
  return name === undefined
    ? relation
    : { zh: `${relation.zh} ${name}`, en: `${relation.en} ${name}` };
}

/** Who has left the family leaves nothing on its phone. */
function useLosses(account: Account | undefined): void {
  useEffect(() => {
    if (account === undefined) return;
    const { personId, members } = account;
    if (person.get() !== personId) person.set(personId);
    const ours = [personId, ...members.map((one) => one.personId)];
    for (const key of [...keysFrom('kept.'), ...keysFrom('draft.')]) {
      const [of] = /pers_[0-9a-z]{16}/.exec(key) ?? [];
      if (of !== undefined && !ours.includes(of as PersonId)) erase(key);
    }
  }, [account]);
}
