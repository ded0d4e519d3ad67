/** One's own account, settings of this device, and signing out. */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { call } from '../core/call';
import { signOut } from '../core/session';
import { leftOnPurpose } from './begin-session';

export function useSignOut() {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  return {
    asking,
    busy,
    ask: () => setAsking(true),
    stay: () => setAsking(false),
    leave: async () => {
      setBusy(true);
      // Without network the token ends by itself; what lies on this device goes in any case.
      await call(accountContract.signOut, {}).catch(() => undefined);
      leftOnPurpose.set(true);
      signOut();
      setBusy(false);
      setAsking(false);
    },
  };
}
