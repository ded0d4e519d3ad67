/**
 * What was recorded of somebody who had not registered yet (V5–V9): kept under their document or phone until they do.
 *
 * | question (table waiting)                        | pk                              | sk          |
 * | ----------------------------------------------- | ------------------------------- | ----------- |
 * | what waits for this document, this phone?       | document#{hmac}, phone#{hmac}   | {record id} |
 * | who has taken it up?                            | document#{hmac}, phone#{hmac}   | `#head`     |
 * | under which keys was a person's kept before?    | {personId}                      | {key}       |
 *
 * Whoever adds and whoever takes up both write the head: neither can miss the other.
 */
import { Clause, type Trigger } from '@yimatong/shared/code/trigger';
import { DAY_MS, type DayNumber, type Instant, msOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import * as z from 'zod';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

const HEAD = '#head';
/** More of one unregistered person in half a year is no illness; a transaction takes a hundred writes. */
const MOST_AT_ONCE = 30;

export const keyOf = (kind: 'document' | 'phone', found: string): string => `${kind}#${found}`;

export const isKey = (text: string): boolean => /^(document|phone)#/.test(text);

/** Read before looking whether somebody has registered: what both say is then no older than this. */
export const headOf = (key: string): Promise<Item | undefined> => getNow('waiting', key, HEAD);
const head = (key: string, before: Item | undefined, endsAt: number, takenBy?: PersonId): Write =>
  replace('waiting', { pk: key, sk: HEAD, takenBy, endsAt }, before?.['v'] as number | undefined);

/**
 * Keeps what a record means until its person registers; of one without a trigger, that there is one. Nobody had
 * registered under the key after `before` was read.
 */
export const kept = (
  key: string,
  before: Item | undefined,
  recordId: string,
  trigger: Trigger | undefined,
  at: Instant,
): Write[] => [
  insert('waiting', {
    pk: key,
    sk: recordId,
    ...trigger,
    endsAt: endsAtOf('waiting', msOf(at)),
    v: 1,
  }),
  head(key, before, endsAtOf('waiting', msOf(at))),
];

const Waiting = z.object({
  sk: z.string(),
  clause: z.optional(Clause),
  since: z.number().optional(),
  evidence: z.string().optional(),
  releasedOn: z.number().optional(),
  takenBy: z.string().optional(),
});

/** What waited under these keys, for the person who registers under them now. */
export async function takenUp(
  keys: readonly string[],
  personId: PersonId,
  at: Instant,
): Promise<{ triggers: Trigger[]; writes: Write[] }> {
  const taken = await Promise.all(keys.map((key) => takenUnder(key, personId, at)));
  return {
    triggers: taken.flatMap(({ triggers }) => triggers),
    writes: taken.flatMap(({ writes }) => writes),
  };
}

async function takenUnder(
  key: string,
  personId: PersonId,
  at: Instant,
): Promise<{ triggers: Trigger[]; writes: Write[] }> {
  const [before, items, known] = await Promise.all([
    headOf(key),
    query('waiting', { pk: key, from: 'a', asOfNow: true, limit: MOST_AT_ONCE }),
    getNow('waiting', personId, key),
  ]);
  const open = items.filter(({ takenBy }) => takenBy === undefined);
  const endsAt = endsAtOf('waiting', msOf(at));
  // Where nothing waits the head is a fence for those who are about to add something: it names nobody, and for a day.
  const taken =
    items.length > 0
      ? head(key, before, endsAt, personId)
      : head(key, before, Math.floor((msOf(at) + DAY_MS) / 1000));
  return {
    triggers: open.flatMap((item) => triggerOf(item) ?? []),
    writes: [
      taken,
      ...open.map((item) =>
        replace('waiting', { ...item, takenBy: personId }, item['v'] as number),
      ),
      ...(items.length > 0 && !known ? [insert('waiting', { pk: personId, sk: key, endsAt })] : []),
    ],
  };
}

function triggerOf(item: Item): Trigger | undefined {
  const { clause, since, evidence, releasedOn } = Waiting.parse(item);
  return clause === undefined || since === undefined || evidence === undefined
    ? undefined
    : { clause, since, evidence, ...(releasedOn !== undefined && { releasedOn }) };
}

/** Who has taken up what was kept of a record, and how it is released or taken back where nobody has. */
export async function waitingFor(
  key: string,
  recordId: string,
): Promise<{
  takenBy?: PersonId;
  releasedOn: (on: DayNumber) => Write[];
  takenBack: () => Write[];
}> {
  const item = await getNow('waiting', key, recordId);
  const takenBy = item?.['takenBy'] as PersonId | undefined;
  return {
    ...(takenBy !== undefined && { takenBy }),
    releasedOn: (on) =>
      item ? [replace('waiting', { ...item, releasedOn: on }, item['v'] as number)] : [],
    takenBack: () => {
      if (!item) return [];
      const { clause: _, since: __, evidence: ___, ...rest } = item;
      return [replace('waiting', rest, item['v'] as number)];
    },
  };
}

/** Under which keys records of a person were kept before they registered. */
export const keysOf = async (personId: PersonId): Promise<string[]> =>
  (await query('waiting', { pk: personId })).map(({ sk }) => sk);
