/** All there is of DynamoDB. Stores say what to read and write; only this file knows how. */
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { Problem } from '@yimatong/shared/core/problem';
import { env } from './env';
import type { Table } from './tables';

export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

type Transacted = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A write as a value: stores describe it, `commit` performs it. */
export interface Write {
  readonly put: NonNullable<Transacted['Put']>;
  /** What a refused condition means: the item is there already, or somebody else changed it meanwhile. */
  readonly refusedAs: 'exists' | 'stale';
}
export type Committed = 'committed' | 'exists' | 'stale';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

/** More than the table takes right now, also after the SDK's own tries. */
const throttled = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
];
/** A caller of ours is asked to come again: that is no failure. */
client.middlewareStack.add(
  (next) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      if (!throttled.includes((error as Error).name)) throw error;
      throw new Problem('core.busy', { retryAfterSeconds: 2, detail: 'throttled' });
    }
  },
  { step: 'initialize', name: 'toldAsBusy' },
);

const nameOf = (table: Table): string => env(`${table.toUpperCase()}_TABLE`);

/** Units as DynamoDB bills them, told to whoever measures. */
export interface Units {
  readonly read: number;
  readonly write: number;
}
let meter: ((units: Units) => void) | undefined;
/** Benchmarks count units with this; nothing else does. */
export const measureUnits = (told: ((units: Units) => void) | undefined): void => {
  meter = told;
};
type Billed = { readonly CapacityUnits?: number | undefined } | undefined;
const billed = (kind: keyof Units, capacity: Billed | Billed[]): void => {
  if (!meter) return;
  const units = [capacity].flat().reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
  meter({ read: 0, write: 0, [kind]: units });
};
const measured = () => (meter ? ({ ReturnConsumedCapacity: 'TOTAL' } as const) : {});

/** Adds an item that must not be there yet. Nothing is ever overwritten by it. */
export const insert = (table: Table, item: Item): Write => insertUnless(table, item, 'pk');

/** Adds an item that must not be there yet with this attribute: one that has lost it is free to be taken again. */
export const insertUnless = (table: Table, item: Item, attribute: string): Write => ({
  put: {
    TableName: nameOf(table),
    Item: item,
    ConditionExpression: 'attribute_not_exists(#held)',
    ExpressionAttributeNames: { '#held': attribute },
  },
  refusedAs: 'exists',
});

/** Puts an item in place of one whose attribute still has this value. */
export const replaceWhere = (table: Table, item: Item, [name, value]: [string, string]): Write => ({
  put: {
    TableName: nameOf(table),
    Item: item,
    ConditionExpression: '#held = :held',
    ExpressionAttributeNames: { '#held': name },
    ExpressionAttributeValues: { ':held': value },
  },
  refusedAs: 'stale',
});

/**
 * Puts an item in place of the version that was read (`undefined`: there was none).
 * The item's attribute `v` counts its versions.
 */
export const replace = (table: Table, item: Item, readVersion: number | undefined): Write => {
  const versioned = { ...item, v: (readVersion ?? 0) + 1 };
  return readVersion === undefined
    ? { ...insert(table, versioned), refusedAs: 'stale' }
    : {
        put: {
          TableName: nameOf(table),
          Item: versioned,
          ConditionExpression: '#v = :read',
          ExpressionAttributeNames: { '#v': 'v' },
          ExpressionAttributeValues: { ':read': readVersion },
        },
        refusedAs: 'stale',
      };
};

const TRIES = 6;
/** Doubling from 20 ms with full jitter: two writers at one person do not meet again. */
const backoff = (tried: number): Promise<void> => wait(Math.random() * 20 * 2 ** tried);

/** All or nothing, at most 100 writes. A single write is no transaction: that would cost double. */
export async function commit(...writes: Write[]): Promise<Committed> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [only, ...more] = writes;
    if (!only) return 'committed';
    try {
      if (more.length === 0) {
        const { ConsumedCapacity } = await client.send(
          new PutCommand({ ...only.put, ...measured() }),
        );
        billed('write', ConsumedCapacity);
      } else {
        const TransactItems = writes.map(({ put }) => ({ Put: put }));
        const { ConsumedCapacity } = await client.send(
          new TransactWriteCommand({ TransactItems, ...measured() }),
        );
        billed('write', ConsumedCapacity ?? []);
      }
      return 'committed';
    } catch (error) {
      const refused = refusalOf(error, writes);
      if (refused !== 'conflict') return refused;
      await backoff(tried);
    }
  }
  throw new Problem('core.busy', { retryAfterSeconds: 2, detail: 'transaction conflicts' });
}

interface Refused {
  readonly name?: string;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** What a failed write means; throws what is not about conditions or contention. */
function refusalOf(
  error: unknown,
  writes: readonly Write[],
): Exclude<Committed, 'committed'> | 'conflict' {
  const { name, CancellationReasons: reasons = [] } = error as Refused;
  if (name === 'ConditionalCheckFailedException') return writes[0]!.refusedAs;
  if (name === 'TransactionConflictException' || name === 'TransactionInProgressException')
    return 'conflict';
  if (name !== 'TransactionCanceledException') throw error;
  const refused = writes.filter((_, i) => reasons[i]?.Code === 'ConditionalCheckFailed');
  if (refused.length > 0)
    return refused.some(({ refusedAs }) => refusedAs === 'exists') ? 'exists' : 'stale';
  const passing = [
    'None',
    'TransactionConflict',
    'ThrottlingError',
    'ProvisionedThroughputExceeded',
  ];
  if (reasons.length > 0 && reasons.every(({ Code = 'None' }) => passing.includes(Code)))
    return 'conflict';
  throw error;
}

/**
 * Load, decide, commit, and again from the load when somebody else wrote in between.
 * `attempt` answers undefined where its commit was stale.
 */
export async function untilCommitted<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    await backoff(tried);
  }
  throw new Problem('core.busy', { retryAfterSeconds: 2, detail: 'stale versions' });
}

export async function get(table: Table, pk: string, sk: string): Promise<Item | undefined> {
  const { Item: item, ConsumedCapacity } = await client.send(
    new GetCommand({ TableName: nameOf(table), Key: { pk, sk }, ...measured() }),
  );
  billed('read', ConsumedCapacity);
  return item as Item | undefined;
}

/** Reads what was just written, at double price: for what must not be a moment old. */
export async function getNow(table: Table, pk: string, sk: string): Promise<Item | undefined> {
  const { Item: item, ConsumedCapacity } = await client.send(
    new GetCommand({
      TableName: nameOf(table),
      Key: { pk, sk },
      ConsistentRead: true,
      ...measured(),
    }),
  );
  billed('read', ConsumedCapacity);
  return item as Item | undefined;
}

/** What DynamoDB answers of at once. */
const BATCH = 100;
const BATCHES_AT_ONCE = 8;

/** Items by their keys, in no order; what is not there is left out. Keys must differ from one another. */
export async function getMany(
  table: Table,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<Item[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, i) =>
    keys.slice(i * BATCH, (i + 1) * BATCH),
  );
  const items: Item[] = [];
  for (let at = 0; at < batches.length; at += BATCHES_AT_ONCE) {
    const read = batches.slice(at, at + BATCHES_AT_ONCE).map((batch) => getBatch(table, batch));
    items.push(...(await Promise.all(read)).flat());
  }
  return items;
}

/** Again for what was left over: DynamoDB answers a part where it has no more to give. */
async function getBatch(
  table: Table,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<Item[]> {
  const name = nameOf(table);
  const items: Item[] = [];
  let left: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let tried = 0; left.length > 0; tried += 1) {
    if (tried === TRIES)
      throw new Problem('core.busy', { retryAfterSeconds: 2, detail: 'unprocessed keys' });
    if (tried > 0) await backoff(tried);
    const { Responses, UnprocessedKeys, ConsumedCapacity } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: left } }, ...measured() }),
    );
    billed('read', ConsumedCapacity ?? []);
    items.push(...((Responses?.[name] ?? []) as Item[]));
    left = UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return items;
}

export interface Range {
  readonly pk: string;
  /** `[name, partition key, sort key]` of an index; without it the table itself. */
  readonly index?: readonly [name: string, partitionKey: string, sortKey: string];
  readonly from?: string;
  /** Exclusive. */
  readonly after?: string;
  /** Exclusive. */
  readonly before?: string;
  readonly newestFirst?: boolean;
  /** Reads what was just written, at double price; not of an index. */
  readonly asOfNow?: boolean;
  readonly limit?: number;
}

/** Items under `pk` in the order of their sort key; all of them, or the first `limit`. */
export async function query(table: Table, range: Range): Promise<Item[]> {
  const { pk, limit, newestFirst = false, asOfNow = false } = range;
  const [IndexName, partitionKey, sortKey] = range.index ?? [undefined, 'pk', 'sk'];
  const bound =
    range.before !== undefined
      ? ['<', range.before]
      : range.after !== undefined
        ? ['>', range.after]
        : ['>=', range.from ?? ' '];
  const items: Item[] = [];
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: nameOf(table),
        ...(IndexName !== undefined && { IndexName }),
        KeyConditionExpression: `#pk = :pk AND #sk ${bound[0]!} :bound`,
        ExpressionAttributeNames: { '#pk': partitionKey, '#sk': sortKey },
        ExpressionAttributeValues: { ':pk': pk, ':bound': bound[1] },
        ScanIndexForward: !newestFirst,
        ...(asOfNow && { ConsistentRead: true }),
        ...(limit !== undefined && { Limit: limit - items.length }),
        ...(start && { ExclusiveStartKey: start }),
        ...measured(),
      }),
    );
    billed('read', page.ConsumedCapacity);
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start && (limit === undefined || items.length < limit));
  return items;
}

/** One page of one segment of a whole table: for the full recompute alone. `after` is a page's own `next`. */
export async function scanSegment(
  table: Table,
  segment: number,
  of: number,
  after?: { pk: string; sk: string },
): Promise<{ items: Item[]; next?: { pk: string; sk: string } }> {
  const page = await client.send(
    new ScanCommand({
      TableName: nameOf(table),
      Segment: segment,
      TotalSegments: of,
      ...(after && { ExclusiveStartKey: after }),
      ...measured(),
    }),
  );
  billed('read', page.ConsumedCapacity);
  const next = page.LastEvaluatedKey as { pk: string; sk: string } | undefined;
  return { items: (page.Items ?? []) as Item[], ...(next && { next }) };
}

/** Adds one to a counter that lives until `endsAt` (seconds since 1970), and answers what it has become. */
export async function countUp(
  table: Table,
  pk: string,
  sk: string,
  endsAt: number,
): Promise<number> {
  const { Attributes, ConsumedCapacity } = await client.send(
    new UpdateCommand({
      TableName: nameOf(table),
      Key: { pk, sk },
      UpdateExpression: 'ADD #n :one SET #endsAt = :endsAt',
      ExpressionAttributeNames: { '#n': 'n', '#endsAt': 'endsAt' },
      ExpressionAttributeValues: { ':one': 1, ':endsAt': endsAt },
      ReturnValues: 'UPDATED_NEW',
      ...measured(),
    }),
  );
  billed('write', ConsumedCapacity);
  return Number(Attributes?.['n']);
}

/** Deletes an item, where its attributes are as they must be: for erasing the data of whoever has gone, alone. */
export async function remove(
  table: Table,
  { pk, sk }: { readonly pk: string; readonly sk: string },
  where: Readonly<Record<string, Must>> = {},
): Promise<void> {
  const conditions = Object.entries(where);
  const values = Object.fromEntries(whereValues(where));
  try {
    const { ConsumedCapacity } = await client.send(
      new DeleteCommand({
        TableName: nameOf(table),
        Key: { pk, sk },
        ...(conditions.length > 0 && {
          ConditionExpression: conditions.map(conditionOf).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(
            conditions.map(([name]) => [`#${name}`, name]),
          ),
          ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
        }),
        ...measured(),
      }),
    );
    billed('write', ConsumedCapacity);
  } catch (error) {
    if ((error as Refused).name !== 'ConditionalCheckFailedException') throw error;
  }
}

/** What an attribute must be: this value, not there (`undefined`), or at least this. */
type Must = string | number | boolean | undefined | { readonly atLeast: string };

const conditionOf = ([name, must]: [string, Must]): string =>
  must === undefined
    ? `attribute_not_exists(#${name})`
    : `#${name} ${typeof must === 'object' ? '>=' : '='} :where_${name}`;

const whereValues = (where: Readonly<Record<string, Must>>): [string, unknown][] =>
  Object.entries(where).flatMap(([name, must]): [string, unknown][] =>
    must === undefined ? [] : [[`:where_${name}`, typeof must === 'object' ? must.atLeast : must]],
  );

/**
 * Sets attributes of an item that is there, where its attributes are as they must be.
 * Answers the item as it is then, or undefined where they were not.
 */
export async function amend(
  table: Table,
  { pk, sk }: { pk: string; sk: string },
  set: Readonly<Record<string, unknown>>,
  where: Readonly<Record<string, Must>>,
): Promise<Item | undefined> {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const names = new Set([...given.map(([name]) => name), ...Object.keys(where), 'pk']);
  try {
    const { Attributes, ConsumedCapacity } = await client.send(
      new UpdateCommand({
        TableName: nameOf(table),
        Key: { pk, sk },
        UpdateExpression: `SET ${given.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: [
          'attribute_exists(#pk)',
          ...Object.entries(where).map(conditionOf),
        ].join(' AND '),
        ExpressionAttributeNames: Object.fromEntries([...names].map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries([
          ...given.map(([name, value]): [string, unknown] => [`:${name}`, value]),
          ...whereValues(where),
        ]),
        ReturnValues: 'ALL_NEW',
        ...measured(),
      }),
    );
    billed('write', ConsumedCapacity);
    return Attributes as Item;
  } catch (error) {
    if ((error as Refused).name === 'ConditionalCheckFailedException') return undefined;
    throw error;
  }
}
