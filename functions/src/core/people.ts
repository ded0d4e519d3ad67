/** The name and phone of an account's holder, opened: for a feature that shows who asks. Each use is audited there. */
import * as z from 'zod';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { open } from './seal';
import { get } from './table';

const Named = z.object({ name: z.string() });

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
