/** Ids that the server makes: people and accounts, at random. */
import { randomBytes } from 'node:crypto';
import { type AccountId, base32, type PersonId } from '@yimatong/shared/core/id';

export const newPersonId = (): PersonId => `pers_${base32(randomBytes(10))}`;
export const newAccountId = (): AccountId => `acct_${base32(randomBytes(10))}`;
