/**
 * Erases what is known of accounts that were deleted (U12), hourly. By then nobody sees them any more: leave.ts.
 *
 * It may be killed at any point and run twice at once: an erasure is taken from the list when everything else is gone,
 * and nothing that somebody has taken up again meanwhile (phone, document, identity) is touched.
 *
 * | question (table job)                | pk      | sk          |
 * | ----------------------------------- | ------- | ----------- |
 * | which accounts are still to erase?  | `erase` | {accountId} |
 * | which members added by mistake?     | `erase` | {personId}  |
 */
import { type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import * as z from 'zod';
import { now } from '../core/clock';
import { log } from '../core/log';
import { query, remove } from '../core/table';
import type { Table } from '../core/tables';

export const ERASURES = 'erase';

const Erasure = z.object({
  /** Of a member who was added by mistake the person alone is erased. */
  accountId: z.string().optional(),
  personId: z.string(),
  /** What the phone was found by. */
  phone: z.string().optional(),
  /** When the account was deleted, or the entry let go of. */
  at: z.string(),
});
export type Erasure = z.infer<typeof Erasure>;

/** The person's own items under a key, one by one: a page at a time, so that a long history fits. */
const PAGE = 25;
async function removeAllOf(table: Table, pk: string): Promise<void> {
  for (;;) {
    const items = await query(table, { pk, limit: PAGE });
    await Promise.all(items.map((item) => remove(table, item)));
    if (items.length < PAGE) return;
  }
}

type Erase = (erasure: Erasure) => Promise<void>;

/** What is erased of each table, in this order; a new table does not compile before it is decided here. */
const erasing: Readonly<Record<Table, Erase | 'expires' | 'of nobody'>> = {
  async grant({ accountId }) {
    if (accountId === undefined) return;
    for (;;) {
      const items = await query('grant', {
        pk: accountId,
        index: ['byAccount', 'accountId', 'sk'],
        limit: PAGE,
      });
      for (const { pk, sk, grant } of items) {
        const { place } = grant as { readonly place: { readonly id: string } };
        await remove('grant', { pk: place.id, sk: `seat#${accountId}` });
        await remove('grant', { pk: sk, sk: 'id' });
        await remove('grant', { pk, sk });
      }
      if (items.length < PAGE) return;
    }
  },
  declaration: ({ personId }) => removeAllOf('declaration', personId),
  async card({ personId }) {
    const items = await query('card', { pk: personId });
    for (const { found } of items)
      if (typeof found === 'string') await remove('card', { pk: found, sk: 'card' }, { personId });
    await removeAllOf('card', personId);
  },
  code: ({ personId }) => removeAllOf('code', personId),
  async account({ accountId, personId, phone }) {
    if (accountId !== undefined) {
      for (const { sk } of await query('account', { pk: accountId })) {
        const [, identity] = /^identity#(.+)$/.exec(sk) ?? [];
        if (identity) await remove('account', { pk: identity, sk: 'account' }, { accountId });
      }
      await removeAllOf('account', accountId);
    }
    if (phone !== undefined)
      await remove('account', { pk: `phone#${phone}`, sk: 'account' }, { accountId: undefined });
    for (const { sk } of await query('account', { pk: personId, from: 'claim#' })) {
      const [, document] = /^claim#(.+)$/.exec(sk) ?? [];
      if (document !== undefined)
        await remove(
          'account',
          { pk: `document#${document}`, sk: 'person' },
          { personId: undefined },
        );
    }
    await removeAllOf('account', personId);
  },
  reminder: ({ personId }) => removeAllOf('reminder', personId),
  async standing({ accountId }) {
    if (accountId !== undefined) await removeAllOf('standing', accountId);
  },
  login: 'expires',
  pass: 'expires',
  audit: 'expires',
  left: 'expires',
  report: 'expires',
  escalation: 'expires',
  visit: 'expires',
  purchase: 'expires',
  waiting: 'expires',
  observation: 'expires',
  doorstep: 'expires',
  sample: 'expires',
  vaccination: 'expires',
  place: 'of nobody',
  organisation: 'of nobody',
  // Whoever leaves has left all lists before (leave.ts); a row that an organiser entered is the organisation's.
  member: 'of nobody',
  notice: 'of nobody',
  job: 'of nobody',
};

/** What was under way when the account was deleted has ended by then, and cannot write after us. */
const SETTLED_MS = MINUTE_MS;

interface Remaining {
  getRemainingTimeInMillis(): number;
}
const STOP_BELOW_MS = 20_000;

export interface EraseAnswer {
  readonly erased: number;
  /** Deleted so lately that they wait for the next run. */
  readonly waiting: number;
}

export async function handler(_: unknown, context: Remaining): Promise<EraseAnswer> {
  const at = now();
  const counts = { erased: 0, waiting: 0 };
  let after: string | undefined;
  for (;;) {
    const page = await query('job', { pk: ERASURES, limit: PAGE, ...(after && { after }) });
    for (const item of page) {
      if (context.getRemainingTimeInMillis() < STOP_BELOW_MS)
        throw new Error('out of time: the next try goes on');
      const erasure = Erasure.parse(item);
      if (msOf(at) - msOf(erasure.at as Instant) < SETTLED_MS) {
        counts.waiting += 1;
        continue;
      }
      await erased(erasure);
      await remove('job', item);
      counts.erased += 1;
    }
    after = page.at(-1)?.sk;
    if (page.length < PAGE) break;
  }
  log('erase.finished', { ...counts });
  return counts;
}

async function erased(erasure: Erasure): Promise<void> {
  for (const erase of Object.values(erasing)) {
    if (typeof erase === 'function') await erase(erasure);
  }
}
