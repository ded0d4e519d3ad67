/** Who is signed in on this device. The token is opaque here; what one may do is asked of the server. */
import type { PersonId } from '@yimatong/shared/core/id';
import { dropAllDrafts } from './draft';
import { stored, useStored } from './storage';

export interface Session {
  readonly token: string;
  /** When it ends, as an instant; older versions did not keep it. */
  readonly expiresAt?: string;
}

export const session = stored<Session>('session');

export const useSession = (): Session | undefined => useStored(session);

/**
 * The account's holder. Outlives a session that ran out, so that what was typed and the last code are still theirs after
 * signing in again; signing out forgets.
 */
export const person = stored<PersonId>('person');

export const usePerson = (): PersonId | undefined => useStored(person);

const forgetters = new Set<() => void>();

/** Registers what else must be forgotten with the session: answers kept, queues, caches. */
export const onSignOut = (forget: () => void): void => void forgetters.add(forget);

/** Leaves nothing of this person on the device. */
export function signOut(): void {
  session.drop();
  person.drop();
  dropAllDrafts();
  for (const forget of forgetters) forget();
}
