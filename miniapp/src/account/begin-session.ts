/** What an answered login changes on the device. */
import type { accountContract } from '@yimatong/shared/account/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import { stir } from '../core/id';
import { queries } from '../core/queries';
import { person, session, signOut } from '../core/session';
import { stored } from '../core/storage';

export type SignedIn = Answer<typeof accountContract.signIn>;

/** Somebody signed out on purpose: the platform must not sign them in again unasked. */
export const leftOnPurpose = stored<true>('left-on-purpose');

/** The account's holder turns out to be another person than the phone went by: nothing of the other stays. */
export function become(personId: SignedIn['personId']): void {
  const running = session.get();
  signOut();
  person.set(personId);
  if (running !== undefined) session.set(running);
}

export function beginSession({ token, expiresAt, personId, seed }: SignedIn): void {
  // Another person at this phone finds nothing of the one before.
  if (person.get() !== undefined && person.get() !== personId) signOut();
  stir(Array.from(seed, (char) => char.charCodeAt(0)));
  leftOnPurpose.drop();
  person.set(personId);
  session.set({ token, expiresAt });
  void queries.invalidateQueries();
}
