/** Who is signed in on this device. The token is opaque here; what one may do is asked of the server. */
import { dropAllDrafts } from './draft';
import { stored, useStored } from './storage';

export interface Session {
  readonly token: string;
}

export const session = stored<Session>('session');

export const useSession = (): Session | undefined => useStored(session);

const forgetters = new Set<() => void>();

/** Registers what else must be forgotten with the session: answers kept, queues, caches. */
export const onSignOut = (forget: () => void): void => void forgetters.add(forget);

/** Leaves nothing of this person on the device. */
export function signOut(): void {
  session.drop();
  dropAllDrafts();
  for (const forget of forgetters) forget();
}
