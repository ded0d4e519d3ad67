/**
 * Accounts, people's details, and how they are found.
 *
 * | question                                     | pk                     | sk        |
 * | -------------------------------------------- | ---------------------- | --------- |
 * | which account has this phone number?         | phone#{hmac}           | `account` |
 * | which account has this platform identity?    | {platform}#{hmac}      | `account` |
 * | whose is this document?                      | document#{hmac}        | `person`  |
 * | an account's phone, sealed                   | {accountId}            | `account` |
 * | a person's details, sealed                   | {personId}             | `details` |
 * | documents that a person has ever claimed     | {personId}             | claim#{hmac} |
 * | under which account is a member?             | {personId}             | `keeper`  |
 * | a member's hand-over code (table login)      | {personId}             | `handover` |
 * | identities bound to an account, sealed       | {accountId}            | identity#{platform}#{hmac} |
 * | the code last sent to a phone (table login)  | phone#{hmac}           | `code`, `leave-code` |
 */
import * as z from 'zod';
import type { Platform } from '@yimatong/shared/core/platform';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, type PersonId } from '@yimatong/shared/core/id';
import { Address } from '@yimatong/shared/core/address';
import { DocumentType } from '@yimatong/shared/core/person';
import { open, seal } from '../core/seal';
import {
  amend,
  get,
  getNow,
  insert,
  insertUnless,
  query,
  replace,
  replaceWhere,
  type Write,
} from '../core/table';
import type { Identity } from './identity';

/** An HMAC of a phone, document or identity: see core/keys.ts. */
type Found = string;

const accountIdOf = async (pk: string): Promise<AccountId | undefined> =>
  (await getNow('account', pk, 'account'))?.['accountId'] as AccountId | undefined;

export const ofPhone = (phone: Found): Promise<AccountId | undefined> =>
  accountIdOf(`phone#${phone}`);
export const ofIdentity = (platform: Platform, identity: Found): Promise<AccountId | undefined> =>
  accountIdOf(`${platform}#${identity}`);

/** A new account under a phone number that none has yet, or none any more. */
export const registered = async (
  accountId: AccountId,
  phone: Found,
  number: string,
  at: Instant,
): Promise<Write[]> => [
  insertUnless('account', { pk: `phone#${phone}`, sk: 'account', accountId }, 'accountId'),
  insert('account', {
    pk: accountId,
    sk: 'account',
    phone: await seal(number, accountId),
    registeredAt: at,
  }),
];

export const phoneOf = async (accountId: AccountId): Promise<string> => {
  const item = await get('account', accountId, 'account');
  return open(z.string().parse(item?.['phone']), accountId);
};

/** The number is anybody's again. */
export const freedPhone = (phone: Found, accountId: AccountId): Write =>
  replaceWhere('account', { pk: `phone#${phone}`, sk: 'account' }, ['accountId', accountId]);

/**
 * Binds a platform identity to an account; whoever signed in by phone last with it, has it. The account keeps a list
 * of them, so that they can be found when it is deleted.
 */
export const bound = async (
  platform: Platform,
  { found: identity, sealed }: Identity,
  accountId: AccountId,
): Promise<Write[]> => {
  const pk = `${platform}#${identity}`;
  const [item, listed] = await Promise.all([
    getNow('account', pk, 'account'),
    getNow('account', accountId, `identity#${pk}`),
  ]);
  return [
    ...(item?.['accountId'] === accountId
      ? []
      : [replace('account', { pk, sk: 'account', accountId }, item?.['v'] as number | undefined)]),
    ...(listed?.['sealed'] === undefined
      ? [
          replace(
            'account',
            { pk: accountId, sk: `identity#${pk}`, sealed },
            listed?.['v'] as number | undefined,
          ),
        ]
      : []),
  ];
};

/** Details as they are sealed. */
export const Details = z.object({
  name: z.string(),
  document: z.object({ type: DocumentType, number: z.string() }),
  address: Address,
});
export type Details = z.infer<typeof Details>;
export interface DetailsKept {
  readonly details: Details;
  readonly updatedAt: Instant;
  readonly v: number;
}

export const detailsOf = async (personId: PersonId): Promise<DetailsKept | undefined> => {
  const item = await getNow('account', personId, 'details');
  if (!item) return undefined;
  const details = Details.parse(JSON.parse(await open(z.string().parse(item['sealed']), personId)));
  return { details, updatedAt: item['updatedAt'] as Instant, v: item['v'] as number };
};

/** With the account that entered them: whose phone reaches this person, as long as no `keeper` says otherwise. */
export const putDetails = async (
  personId: PersonId,
  accountId: AccountId,
  details: Details,
  at: Instant,
  readVersion: number | undefined,
): Promise<Write> => {
  const sealed = await seal(JSON.stringify(details), personId);
  const item = { pk: personId, sk: 'details', accountId, sealed, updatedAt: at };
  return replace('account', item, readVersion);
};

/** Whose a document is: nobody's any more where a claim was given up. */
export interface DocumentClaim {
  readonly personId?: PersonId;
  readonly v?: number;
}
export const claimOn = async (document: Found): Promise<DocumentClaim> =>
  ((await getNow('account', `document#${document}`, 'person')) ?? {}) as DocumentClaim;
const documentOf = (document: Found, { v }: DocumentClaim, personId?: PersonId): Write =>
  replace('account', { pk: `document#${document}`, sk: 'person', personId }, v);
/** Claims the document, and notes it with the person: whoever leaves gives up all of them. */
export async function claimedDocument(
  document: Found,
  claim: DocumentClaim,
  personId: PersonId,
): Promise<Write[]> {
  const sk = `claim#${document}`;
  const isNoted = (await getNow('account', personId, sk)) !== undefined;
  return [
    documentOf(document, claim, personId),
    ...(isNoted ? [] : [insert('account', { pk: personId, sk })]),
  ];
}

/** The documents that still lead to the person, with their claims. */
export async function claimsOf(
  personId: PersonId,
): Promise<{ document: Found; claim: DocumentClaim }[]> {
  const noted = (await query('account', { pk: personId, from: 'claim#' })).flatMap(
    ({ sk }) => /^claim#(.+)$/.exec(sk)?.[1] ?? [],
  );
  const claims = await Promise.all(
    noted.map(async (document) => ({ document, claim: await claimOn(document) })),
  );
  return claims.filter(({ claim }) => claim.personId === personId);
}
export const givenUpDocument = (document: Found, claim: DocumentClaim): Write =>
  documentOf(document, claim);

/**
 * Under which account a person is who was ever a member of a family; let go of, under none. Of whoever was always an
 * account's holder nothing is kept.
 */
export interface Keeper {
  readonly accountId?: AccountId | undefined;
  /** Who let go of them last: a repeat is answered the same. */
  readonly letGoBy?: AccountId | undefined;
  readonly v?: number;
}
export const keeperOf = async (personId: PersonId): Promise<Keeper> =>
  ((await getNow('account', personId, 'keeper')) ?? {}) as Keeper;
const keeper = (
  personId: PersonId,
  { v }: Keeper,
  now: Pick<Keeper, 'accountId' | 'letGoBy'>,
): Write => replace('account', { pk: personId, sk: 'keeper', ...now }, v);
export const kept = (personId: PersonId, before: Keeper, accountId: AccountId): Write =>
  keeper(personId, before, { accountId });
export const letGo = (personId: PersonId, before: Keeper, letGoBy: AccountId): Write =>
  keeper(personId, before, { letGoBy });
/** Once a member, and under no account now. */
export const isLetGo = ({ v, accountId }: Keeper): boolean =>
  v !== undefined && accountId === undefined;

/** A member's hand-over code: its hash, who opened it, until when, and the tries so far. */
const Handover = z.object({
  hash: z.string(),
  accountId: AccountId,
  goodUntil: z.number(),
  tries: z.number(),
  v: z.number(),
});
export type Handover = z.infer<typeof Handover>;

export const handoverOf = async (personId: PersonId): Promise<Handover | undefined> => {
  const item = await getNow('login', personId, 'handover');
  return item && Handover.parse(item);
};
export const handover = (
  personId: PersonId,
  { hash, accountId, goodUntil }: Pick<Handover, 'hash' | 'accountId' | 'goodUntil'>,
  readVersion: number | undefined,
): Write =>
  replace(
    'login',
    {
      pk: personId,
      sk: 'handover',
      hash,
      accountId,
      goodUntil,
      tries: 0,
      endsAt: Math.ceil(goodUntil / 1000) + 60,
    },
    readVersion,
  );
/** Counts a try; false when somebody tried at the same moment (then this try is not looked at). */
export const triedHandover = async (personId: PersonId, { tries, v }: Handover): Promise<boolean> =>
  (await amend(
    'login',
    { pk: personId, sk: 'handover' },
    { tries: tries + 1, v: v + 1 },
    { v },
  )) !== undefined;

/** The code last sent to a phone: its hash, until when, and the tries so far. */
const SentCode = z.object({
  hash: z.string(),
  sentAt: z.number().optional(),
  goodUntil: z.number(),
  tries: z.number(),
  v: z.number(),
});
export type SentCode = z.infer<typeof SentCode>;

/** What a code is sent for: the one does not do for the other. */
export type Purpose = 'login' | 'leaving';
const sentAs: Readonly<Record<Purpose, string>> = { login: 'code', leaving: 'leave-code' };

export const sentTo = async (purpose: Purpose, phone: Found): Promise<SentCode | undefined> => {
  const item = await getNow('login', `phone#${phone}`, sentAs[purpose]);
  return item && SentCode.parse(item);
};

export const sent = (
  purpose: Purpose,
  phone: Found,
  hash: string,
  sentAt: Instant,
  goodUntil: Instant,
  earlier: SentCode | undefined,
): Write =>
  replace(
    'login',
    {
      pk: `phone#${phone}`,
      sk: sentAs[purpose],
      hash,
      sentAt: msOf(sentAt),
      goodUntil: msOf(goodUntil),
      tries: 0,
      endsAt: Math.ceil(msOf(goodUntil) / 1000) + 60,
    },
    earlier?.v,
  );

/** Counts a try; false when somebody tried at the same moment (then this try is not looked at). */
export const tried = async (
  purpose: Purpose,
  phone: Found,
  { tries, v }: SentCode,
): Promise<boolean> =>
  (await amend(
    'login',
    { pk: `phone#${phone}`, sk: sentAs[purpose] },
    { tries: tries + 1, v: v + 1 },
    { v },
  )) !== undefined;

/** A code is good once: after it has let somebody in, it is over. */
export const used = async (purpose: Purpose, phone: Found, v: number): Promise<boolean> =>
  (await amend(
    'login',
    { pk: `phone#${phone}`, sk: sentAs[purpose] },
    { goodUntil: 0, v: v + 1 },
    { v },
  )) !== undefined;
