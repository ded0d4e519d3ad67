/**
 * People as the account feature keeps them, read by others: found by document or phone, opened where a feature must
 * show who they are. Each use is audited there.
 */
import * as z from 'zod';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { IdentityDocument } from '@yimatong/shared/core/person';
import { Address } from '@yimatong/shared/core/address';
import { lookUpOf } from './keys';
import { open } from './seal';
import * as standings from './standing';
import { get, getNow } from './table';

const Named = z.object({ name: z.string() });
const Identified = z.object({ ...Named.shape, document: IdentityDocument });
const Detailed = z.object({ ...Identified.shape, address: Address });

/** What a document is found by. */
export const documentFound = ({ type, number }: IdentityDocument): Promise<string> =>
  lookUpOf('document', `${type}:${number}`);

/** Whose a document is. */
export const personOfDocument = async (document: IdentityDocument): Promise<PersonId | undefined> =>
  personOfDocumentFound(await documentFound(document));

/** Of the document's digest. */
export async function personOfDocumentFound(found: string): Promise<PersonId | undefined> {
  const claim = await getNow('account', `document#${found}`, 'person');
  return claim?.['personId'] as PersonId | undefined;
}

/** The holder of the account with this phone, once they have filled in who they are. */
export async function personOfPhone(phone: string): Promise<PersonId | undefined> {
  const found = await lookUpOf('phone', phone);
  const account = await getNow('account', `phone#${found}`, 'account');
  const accountId = account?.['accountId'] as AccountId | undefined;
  const holder = accountId && (await standings.ofNow(accountId))?.persons[0];
  return holder && (await getNow('account', holder, 'details')) ? holder : undefined;
}

/** A person's details, opened, with the phone of the account they are under. */
export async function detailsOf(
  personId: PersonId,
): Promise<(z.infer<typeof Detailed> & { phone?: string }) | undefined> {
  const [item, keeper] = await Promise.all([
    get('account', personId, 'details'),
    get('account', personId, 'keeper'),
  ]);
  if (!item) return undefined;
  const details = Detailed.parse(
    JSON.parse(await open(z.string().parse(item['sealed']), personId)),
  );
  const accountId = (keeper ?? item)['accountId'] as AccountId | undefined;
  const phone = accountId && (await phoneOf(accountId));
  return { ...details, ...(phone !== undefined && { phone }) };
}

export async function holderOf(
  accountId: AccountId,
  personId: PersonId,
): Promise<{ name: string; phone: string } | undefined> {
  const [details, account] = await Promise.all([
    get('account', personId, 'details'),
    get('account', accountId, 'account'),
  ]);
  if (!details || !account) return undefined;
  const { name } = Named.parse(
    JSON.parse(await open(z.string().parse(details['sealed']), personId)),
  );
  return { name, phone: await open(z.string().parse(account['phone']), accountId) };
}

/** A person's name and document, opened: to find what is kept under their document. */
export async function identityOf(
  personId: PersonId,
): Promise<z.infer<typeof Identified> | undefined> {
  const details = await get('account', personId, 'details');
  if (!details) return undefined;
  return Identified.parse(JSON.parse(await open(z.string().parse(details['sealed']), personId)));
}

/** The phone of an account, opened. */
export async function phoneOf(accountId: AccountId): Promise<string | undefined> {
  const account = await get('account', accountId, 'account');
  return account && open(z.string().parse(account['phone']), accountId);
}
