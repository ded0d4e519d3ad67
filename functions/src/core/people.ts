/** The name and phone of an account's holder, opened: for a feature that shows who asks. Each use is audited there. */
import * as z from 'zod';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { IdentityDocument } from '@yimatong/shared/core/person';
import { open } from './seal';
import { get } from './table';

const Named = z.object({ name: z.string() });
const Identified = z.object({ ...Named.shape, document: IdentityDocument });

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
