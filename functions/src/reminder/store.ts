/**
 * Reminders that people asked for: one a person waits at most.
 *
 * | question (table reminder)                   | pk          | sk         |
 * | ------------------------------------------- | ----------- | ---------- |
 * | does one wait for this person?              | {personId}  | `reminder` |
 * | which wait, by shard?                       | index `waiting`: waiting = `r{0…15}` | pk |
 *
 * The identity that it goes to lies with the account (account/store.ts), sealed; here only where.
 */
import { Platform } from '@yimatong/shared/core/platform';
import { Day } from '@yimatong/shared/core/day';
import { AccountId, PersonId } from '@yimatong/shared/core/id';
import * as z from 'zod';
import { open } from '../core/seal';
import { get, getNow, type Item, query, replace, type Write } from '../core/table';

const Kept = z.object({
  personId: PersonId,
  accountId: AccountId,
  platform: Platform,
  /** `wechat#{hmac}`: how the identity is found. */
  identity: z.string(),
  /** The first day on which it may be sent. */
  from: Day,
  /** The day on which it was used up. */
  usedOn: z.optional(Day),
  v: z.number(),
});
export type Kept = z.infer<typeof Kept>;

const kept = (item: Item | undefined): Kept | undefined => item && Kept.parse(item);
/** As of now, for deciding what to write. */
export const ofNow = async (personId: PersonId): Promise<Kept | undefined> =>
  kept(await getNow('reminder', personId, 'reminder'));

export const SHARDS = 16;
/** The last character of a person's id is random: it is the shard. */
const shardOf = (personId: string): string => `r${parseInt(personId.slice(-1), 36) % SHARDS}`;

export const put = ({ v, ...reminder }: Omit<Kept, 'v'> & { v?: number | undefined }): Write =>
  replace(
    'reminder',
    {
      pk: reminder.personId,
      sk: 'reminder',
      ...reminder,
      ...(reminder.usedOn === undefined && { waiting: shardOf(reminder.personId) }),
    },
    v,
  );

/** People for whom one waits, of one shard, by id, at most `limit` after `after`. */
export const waitingIn = async (
  shard: number,
  after: PersonId | undefined,
  limit: number,
): Promise<PersonId[]> => {
  const items = await query('reminder', {
    pk: `r${shard}`,
    index: ['waiting', 'waiting', 'pk'],
    limit,
    ...(after && { after }),
  });
  return items.map(({ pk }) => PersonId.parse(pk));
};

/** The account's identity on a platform that can be written to: where it lies. */
export const identityOf = async (
  accountId: AccountId,
  platform: Platform,
): Promise<string | undefined> => {
  const items = await query('account', { pk: accountId });
  return items
    .filter(({ sealed }) => sealed !== undefined)
    .map(({ sk }) => /^identity#(.+)$/.exec(sk)?.[1])
    .findLast((identity) => identity?.startsWith(`${platform}#`) === true);
};

/** The identity itself; undefined where it has gone over to another account, or the account has left. */
export const addressOf = async ({ accountId, identity }: Kept): Promise<string | undefined> => {
  const [owner, listed] = await Promise.all([
    get('account', identity, 'account'),
    get('account', accountId, `identity#${identity}`),
  ]);
  if (owner?.['accountId'] !== accountId || typeof listed?.['sealed'] !== 'string')
    return undefined;
  return open(listed['sealed'], identity);
};
