/** My own code on the screen: what it is, whether it still holds, and the light to read it by (U10). */
import type { MyCode } from '@yimatong/shared/code/contract';
import { msOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { useNow } from '../core/clock';
import { useShown } from '../core/use-route';
import { useBrightScreen } from './bright';
import { stepOf, useCode } from './use-code';

export function useMyCode(personId: PersonId) {
  const { state, reload, busy, signedIn } = useCode(personId);
  const code = state.status === 'ready' ? state.value : undefined;
  const expired = useExpired(code);
  useBrightScreen(useShown() && code?.token !== undefined && !expired);
  return {
    state,
    reload: () => void reload(),
    busy,
    expired,
    /** Signed out by the server, with a code from before still on the screen. */
    sessionOver: !signedIn && code !== undefined,
    step: stepOf(state, signedIn),
  };
}

/** A guard's reader refuses it from then on: the screen must not say otherwise. */
function useExpired(code: MyCode | undefined): boolean {
  const now = useNow();
  return code?.token !== undefined && now >= msOf(code.token.expiresAt);
}
