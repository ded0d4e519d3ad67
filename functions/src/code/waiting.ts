/**
 * What was recorded of somebody who had not registered yet (V5–V9): kept under their document or phone until they do.
 *
 * | question (table waiting)                        | pk                              | sk          |
 * | ----------------------------------------------- | ------------------------------- | ----------- |
 * | what waits for this document, this phone?       | document#{hmac}, phone#{hmac}   | {record id} |
 * | who has taken it up?                            | document#{hmac}, phone#{hmac}   | `#head`     |
 * | under which keys was a person's kept before?    | {personId}                      | {key}       |
 * | was anything recorded of them?                  | {personId}                      | `#kept`     |
 * | by which documents did they go when they left?  | {personId}                      | `#left`     |
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
/** Beside the keys of a person: that something was recorded of them, and whose documents they had when they left. */
const KEPT = '#kept';
const LEFT = '#left';
/** Behind the heads and marks, which begin with `#`. */
const RECORDS = 'a';

export const keyOf = (kind: 'document' | 'phone', found: string): string => `${kind}#${found}`;

export const isKey = (text: string): boolean => /^(document|phone)#/.test(text);

/** Read before looking whether somebody has registered: what both say is then no older than this. */
export const headOf = (key: string): Promise<Item | undefined> => getNow('waiting', key, HEAD);

/** Who has taken up what waited, up to which version of the head; the first that reaches an item has it. */
const Head = z.object({
  v: z.number().default(0),
  takings: z.array(z.object({ by: z.string(), upTo: z.number() })).default([]),
});
type Head = z.infer<typeof Head>;
const read = (head: Item | undefined): Head => Head.parse(head ?? {});
const takenBy = ({ takings }: Head, { n }: Waiting): PersonId | undefined =>
  takings.find(({ upTo }) => n <= upTo)?.by as PersonId | undefined;

const headAfter = (
  key: string,
  before: Item | undefined,
  takings: Head['takings'],
  endsAt: number,
): Write =>
  replace(
    'waiting',
    { pk: key, sk: HEAD, ...(takings.length > 0 && { takings }), endsAt },
    before && read(before).v,
  );

/** Whom and what a record waits for. */
export interface Kept {
  readonly key: string;
  /** As it was before looking for the person. */
  readonly head: Item | undefined;
  /** Digest of the name that was given with a document. */
  readonly name?: string | undefined;
}

/**
 * Keeps what a record means until its person registers; of one without a trigger, that there is one. Nobody had
 * registered under the key after the head was read.
 */
export function kept(
  { key, head, name }: Kept,
  recordId: string,
  trigger: Trigger | undefined,
  at: Instant,
): Write[] {
  const { v, takings } = read(head);
  const endsAt = endsAtOf('waiting', msOf(at));
  const item = { pk: key, sk: recordId, ...trigger, name, n: v + 1, endsAt, v: 1 };
  return [insert('waiting', item), headAfter(key, head, takings, endsAt)];
}

const Waiting = z.object({
  sk: z.string(),
  n: z.number(),
  name: z.string().optional(),
  clause: z.optional(Clause),
  since: z.number().optional(),
  evidence: z.string().optional(),
  releasedOn: z.number().optional(),
});
type Waiting = z.infer<typeof Waiting>;

interface TakenUp {
  readonly triggers: Trigger[];
  readonly writes: Write[];
}

/**
 * What waited under these keys, for the person who registers under them now. A document's colour is its holder's,
 * whatever name it was recorded under; the records themselves are shown to whom they name.
 */
export async function takenUp(
  keys: readonly string[],
  { personId, name }: { readonly personId: PersonId; readonly name: string },
  at: Instant,
): Promise<TakenUp> {
  const taken = await Promise.all(keys.map((key) => takenUnder(key, personId, name, at)));
  return {
    triggers: taken.flatMap(({ triggers }) => triggers),
    writes: [
      ...taken.flatMap(({ writes }) => writes),
      ...(taken.some(({ isHidden }) => isHidden) ? await markedAs(personId, at) : []),
    ],
  };
}

async function takenUnder(
  key: string,
  personId: PersonId,
  name: string,
  at: Instant,
): Promise<TakenUp & { readonly isHidden: boolean }> {
  const [before, found, known] = await Promise.all([
    headOf(key),
    query('waiting', { pk: key, from: RECORDS, asOfNow: true }),
    getNow('waiting', personId, key),
  ]);
  const head = read(before);
  const items = found.map((item) => Waiting.parse(item));
  const open = items.filter((item) => takenBy(head, item) === undefined);
  // Where nothing waits the head is a fence for those who are about to add something: it names nobody, and for a day.
  if (open.length === 0) {
    const aDay = Math.floor((msOf(at) + DAY_MS) / 1000);
    const endsAt = items.length > 0 ? endsAtOf('waiting', msOf(at)) : aDay;
    return {
      triggers: [],
      writes: [headAfter(key, before, head.takings, endsAt)],
      isHidden: false,
    };
  }
  const endsAt = endsAtOf('waiting', msOf(at));
  const takings = [...head.takings, { by: personId, upTo: head.v }];
  const isTheirs = items.every(
    (item) =>
      [undefined, personId].includes(takenBy(head, item)) &&
      (item.name === undefined || item.name === name),
  );
  return {
    triggers: open.flatMap((item) => triggerOf(item) ?? []),
    writes: [
      headAfter(key, before, takings, endsAt),
      ...(isTheirs && !known ? [insert('waiting', { pk: personId, sk: key, endsAt })] : []),
    ],
    isHidden: !isTheirs,
  };
}

/** Marks that something is on record of somebody: their document is not given up any more. */
export async function markedAs(personId: PersonId, at: Instant): Promise<Write[]> {
  const mark = await getNow('waiting', personId, KEPT);
  const item = { pk: personId, sk: KEPT, endsAt: endsAtOf('waiting', msOf(at)) };
  return mark ? [] : [replace('waiting', item, undefined)];
}

/** Whether anything was ever recorded of somebody, with a trigger or without. */
export const hasRecords = async (personId: PersonId): Promise<boolean> =>
  (await query('waiting', { pk: personId, from: '#', asOfNow: true })).some(
    ({ sk }) => sk !== LEFT,
  );

/** By which documents somebody who leaves is found again: what is on its way to them waits there. */
export const leaving = (personId: PersonId, documents: readonly string[], at: Instant): Write[] =>
  documents.length === 0
    ? []
    : [
        insert('waiting', {
          pk: personId,
          sk: LEFT,
          documents,
          endsAt: endsAtOf('left', msOf(at)),
        }),
      ];

export async function leftAs(personId: PersonId): Promise<string | undefined> {
  const left = await getNow('waiting', personId, LEFT);
  return left && z.array(z.string()).parse(left['documents']).at(-1);
}

function triggerOf({ clause, since, evidence, releasedOn }: Waiting): Trigger | undefined {
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
  const [head, item] = await Promise.all([headOf(key), getNow('waiting', key, recordId)]);
  const taker = item && takenBy(read(head), Waiting.parse(item));
  return {
    ...(taker !== undefined && { takenBy: taker }),
    releasedOn: (on) =>
      item ? [replace('waiting', { ...item, releasedOn: on }, item['v'] as number)] : [],
    takenBack: () => {
      if (!item) return [];
      const { clause: _, since: __, evidence: ___, ...rest } = item;
      return [replace('waiting', rest, item['v'] as number)];
    },
  };
}

/** Under what records of a person are kept: themselves, and the keys under which they waited. */
export const subjectsOf = async (personId: PersonId): Promise<[PersonId, ...string[]]> => [
  personId,
  ...(await keysOf(personId)),
];

/** Under which keys records of a person were kept before they registered. */
export const keysOf = async (personId: PersonId): Promise<string[]> =>
  (await query('waiting', { pk: personId, from: RECORDS })).map(({ sk }) => sk);
