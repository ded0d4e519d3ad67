/** The code of this phone's holder, for whoever shows it or depends on it (U10). */
import { type MyCode, codeContract } from '@yimatong/shared/code/contract';
import { type Day, dayOf, instantOf, msOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { useNow } from '../core/clock';
import { useSession } from '../core/session';
import { type Loaded, useRoute } from '../core/use-route';

/**
 * Opens from the device without a call. The server says when to ask for the next token, spread so that a campus does
 * not ask at the same second; before that only a declaration or somebody's own pull asks.
 */
export function useCode(personId: PersonId) {
  const signedIn = useSession() !== undefined;
  const { state, reload, busy } = useRoute(
    codeContract.mine,
    { params: { personId } },
    { keepAs: `code.${personId}`, freshUntil: refreshAt, when: signedIn },
  );
  return { state: dated(state), reload, busy, signedIn };
}

/** Without a token there is nothing that ages: asked for anew after a minute. */
const refreshAt = ({ token, serverTime }: MyCode): number =>
  token === undefined ? msOf(serverTime) + 60_000 : msOf(token.refreshAt);

/** The age of a code is the server's word, whatever the phone's clock says. */
const dated = (state: Loaded<MyCode>): Loaded<MyCode> =>
  state.status === 'ready' ? { ...state, at: msOf(state.value.serverTime) } : state;

export const useToday = (): Day => dayOf(instantOf(useNow(10_000)));

/** What stands between this person and a code. */
export type Step = 'sign-in' | 'details' | 'claim';

export function stepOf(state: Loaded<MyCode>, signedIn: boolean): Step | undefined {
  if (!signedIn && state.status !== 'ready') return 'sign-in';
  if (state.status === 'failed') {
    if (state.failure.status === 401) return 'sign-in';
    return state.failure.code === 'account.details-missing' ? 'details' : undefined;
  }
  return state.status === 'ready' && state.value.colour === 'none' ? 'claim' : undefined;
}
