/**
 * One small item a person: what its colour is computed from.
 *
 * | question                                   | pk              | sk         |
 * | ------------------------------------------ | --------------- | ---------- |
 * | the code of a person (a gate's one read)   | {personId}      | `code`     |
 * | people with a pending change, by shard     | index `pending`: pending = `p{0…15}` | pk |
 *
 * Of whoever has deleted their account the item says nothing any more, until it is erased.
 * Below 1 KB: `r` is the record as one text (shared/code/record.ts); `colour` is what lists and figures read.
 */
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import {
  type CodeRecord,
  decodeRecord,
  emptyRecord,
  encodeRecord,
  settled,
  type Sign,
  withSign,
  withTrigger,
} from '@yimatong/shared/code/record';
import type { Colour } from '@yimatong/shared/code/colour-label';
import type { DayNumber } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { type Traces, withTraces } from '@yimatong/shared/code/traces';
import type { Trigger } from '@yimatong/shared/code/trigger';
import {
  get,
  getMany,
  getNow,
  type Item,
  query,
  replace,
  scanSegment,
  type Write,
} from '../core/table';

/** Who the code is of, as far as a gate may see: `王*` and the last four characters of the document. */
export interface Shown {
  readonly maskedName: string;
  readonly documentTail: string;
}

export interface CodeItem extends Shown {
  readonly personId: PersonId;
  readonly record: CodeRecord;
  readonly colour: Colour;
  readonly isPending: boolean;
  readonly v: number;
}

/** What our own `put` wrote; not checked field by field at every scan. */
const parsed = (item: Item): CodeItem | undefined =>
  item['r'] === undefined
    ? undefined
    : {
        personId: item.pk as PersonId,
        record: decodeRecord(item['r'] as string),
        colour: item['colour'] as Colour,
        isPending: item['pending'] !== undefined,
        maskedName: item['maskedName'] as string,
        documentTail: item['documentTail'] as string,
        v: item['v'] as number,
      };

export const of = async (personId: string): Promise<CodeItem | undefined> => {
  const item = await get('code', personId, 'code');
  return item && parsed(item);
};

/** The codes of many people, by person; whoever has none is left out. */
export const ofMany = async (personIds: Iterable<PersonId>): Promise<Map<PersonId, CodeItem>> => {
  const keys = [...new Set(personIds)].map((pk) => ({ pk, sk: 'code' }));
  const items = await getMany('code', keys);
  return new Map(
    items.flatMap((item) => {
      const code = parsed(item);
      return code ? [[code.personId, code] as const] : [];
    }),
  );
};

/** As of now, for deciding what to write. */
export const ofNow = async (personId: string): Promise<CodeItem | undefined> => {
  const item = await getNow('code', personId, 'code');
  return item && parsed(item);
};

/** Shards of the index of people with a pending change, so that none becomes hot. */
export const SHARDS = 16;
/** The last character of a person's id is random: it is the shard. */
const shardOf = (personId: string): string => `p${parseInt(personId.slice(-1), 36) % SHARDS}`;

const itemOf = (
  personId: PersonId,
  { maskedName, documentTail }: Shown,
  { record, colour, isPending }: { record: CodeRecord; colour: Colour; isPending: boolean },
): Item => ({
  pk: personId,
  sk: 'code',
  r: encodeRecord(record),
  colour,
  maskedName,
  documentTail,
  ...(isPending && { pending: shardOf(personId) }),
});

/** What a code begins or goes on with beside what it held. */
interface Brought {
  /** What an earlier account of theirs has left. */
  readonly traces?: Traces;
  /** What was recorded of them before they registered. */
  readonly triggers?: readonly Trigger[];
  readonly sign?: Sign | undefined;
  /** What is declared in the same step: at the door, for somebody without a phone. */
  readonly declared?: (record: CodeRecord) => CodeRecord;
}

const withBrought = (
  record: CodeRecord,
  { traces = { signs: [] }, triggers = [], sign, declared = same }: Brought,
): CodeRecord => {
  const isInUse = record.claimedOn !== undefined;
  return declared(
    triggers.reduce(
      withTrigger,
      withTraces(sign && isInUse ? withSign(record, sign) : record, traces),
    ),
  );
};
const same = (record: CodeRecord): CodeRecord => record;

/** A person's code before they have declared anything: grey, unless something was recorded of them before. */
export const begun = (
  personId: PersonId,
  shown: Shown,
  brought: Brought,
  today: DayNumber,
): Write => {
  const after = withBrought(emptyRecord, brought);
  return replace(
    'code',
    itemOf(personId, shown, settled(emptyRecord, after, today, ruleSetOn(today))),
    undefined,
  );
};

/** The same code under another masked name; of one that is in use, a sign of it. */
export const renamed = (
  code: CodeItem,
  shown: Shown,
  brought: Brought,
  today: DayNumber,
): Write => {
  const after = withBrought(code.record, brought);
  const next = after === code.record ? code : settled(code.record, after, today, ruleSetOn(today));
  return replace('code', itemOf(code.personId, shown, next), code.v);
};

/** Nobody’s code any more: a gate that scans it finds none. `code` is the one that was read, if there was one. */
export const closed = (personId: PersonId, code: CodeItem | undefined): Write =>
  replace('code', { pk: personId, sk: 'code' }, code?.v);

/** The code after a fact of `today`, on condition that nobody wrote in between. */
export const changed = (code: CodeItem, after: CodeRecord, today: DayNumber): Write =>
  replace(
    'code',
    itemOf(code.personId, code, settled(code.record, after, today, ruleSetOn(today))),
    code.v,
  );

/** What a recompute would write, or nothing where the item already says it. */
export function recomputed(
  code: CodeItem,
  today: DayNumber,
): { write: Write; colour: Colour } | undefined {
  const next = settled(code.record, code.record, today, ruleSetOn(today));
  const differs = next.colour !== code.colour || next.isPending !== code.isPending;
  return differs
    ? { write: replace('code', itemOf(code.personId, code, next), code.v), colour: next.colour }
    : undefined;
}

/** People of one shard with a pending change, by id, at most `limit` after `after`. */
export const pendingIn = async (
  shard: number,
  after: string | undefined,
  limit: number,
): Promise<PersonId[]> => {
  const items = await query('code', {
    pk: `p${shard}`,
    index: ['pending', 'pending', 'pk'],
    ...(after !== undefined && { after }),
    limit,
  });
  return items.map(({ pk }) => pk as PersonId);
};

export interface Cursor {
  readonly pk: string;
  readonly sk: string;
}

/** A page of one segment of everybody. */
export const segment = async (
  number: number,
  of: number,
  after?: Cursor,
): Promise<{ codes: CodeItem[]; next?: Cursor }> => {
  const { items, next } = await scanSegment('code', number, of, after);
  return { codes: items.flatMap((item) => parsed(item) ?? []), ...(next && { next }) };
};
