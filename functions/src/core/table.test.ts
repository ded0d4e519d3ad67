/** What the embedded database never answers: conflicts and throttling, scripted. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { anAws, bodyOf, failing, operationOf } from '../../test/stubs/aws';
import type { Given, Stub } from '../../test/stubs/stub';
import { amend, commit, get, insert, query, replace, untilCommitted, type Write } from './table';

Object.assign(process.env, { AWS_MAX_ATTEMPTS: '2', CODE_TABLE: 'code' });
let dynamo: Stub;
let script: Given[] = [];
let asked: string[] = [];
beforeAll(async () => {
  dynamo = await anAws('DYNAMODB', (request) => {
    asked.push(operationOf(request));
    return script.shift() ?? { body: {} };
  });
});
afterAll(() => dynamo.close());
beforeEach(() => {
  [script, asked] = [[], []];
});

const item = { pk: 'a', sk: 'b' };
const one: Write[] = [insert('code', item)];
const two: Write[] = [replace('code', item, 3), insert('code', { ...item, sk: 'c' })];
const cancelled = (...codes: string[]): Given =>
  failing('TransactionCanceledException', {
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const CONFLICT = cancelled('None', 'TransactionConflict');
const busy = { code: 'core.busy', retryAfterSeconds: 2 };

describe('a transaction', () => {
  test.each<[string, Given]>([
    ['met another one', CONFLICT],
    ['met a writer', failing('TransactionConflictException')],
    ['was throttled', cancelled('ThrottlingError', 'None')],
    ['was over a partition’s limit', cancelled('None', 'ProvisionedThroughputExceeded')],
  ])('that %s is tried again', async (_, given) => {
    script = [given, given];
    expect(await commit(...two)).toBe('committed');
    expect(asked).toEqual(Array(3).fill('TransactWriteItems'));
  });

  test('that meets others again and again asks its caller to come back', async () => {
    script = Array.from({ length: 20 }, () => CONFLICT);
    await expect(commit(...two)).rejects.toMatchObject(busy);
    expect(asked).toHaveLength(6);
  });

  test.each<[string, Given, string]>([
    ['a version that is over is stale', cancelled('ConditionalCheckFailed', 'None'), 'stale'],
    ['an item that is there exists', cancelled('None', 'ConditionalCheckFailed'), 'exists'],
    ['both: it exists', cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'), 'exists'],
    [
      'a refusal counts, whatever else there was',
      cancelled('ConditionalCheckFailed', 'TransactionConflict'),
      'stale',
    ],
  ])('%s', async (_, given, outcome) => {
    script = [given];
    expect(await commit(...two)).toBe(outcome);
    expect(asked).toHaveLength(1);
  });

  test('what is wrong with the request itself is no conflict', async () => {
    script = [cancelled('None', 'ValidationError')];
    await expect(commit(...two)).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    script = [failing('ResourceNotFoundException')];
    await expect(commit(...two)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('each try of ours is another request; the SDK’s own repeats are the same', async () => {
    const before = dynamo.asked.length;
    script = [{ status: 500, body: {} }, CONFLICT];
    expect(await commit(...two)).toBe('committed');
    const tokens = dynamo.asked
      .slice(before)
      .map((request) => bodyOf(request)['ClientRequestToken']);
    expect([tokens[0] === tokens[1], tokens[1] === tokens[2]]).toEqual([true, false]);
  });
});

describe('a single write', () => {
  test('is no transaction', async () => {
    expect(await commit(...one)).toBe('committed');
    expect(asked).toEqual(['PutItem']);
    expect(await commit()).toBe('committed');
    expect(asked).toHaveLength(1);
  });

  test('refused by its condition', async () => {
    script = [failing('ConditionalCheckFailedException')];
    expect(await commit(...one)).toBe('exists');
    script = [failing('ConditionalCheckFailedException')];
    expect(await commit(replace('code', item, 1))).toBe('stale');
    script = [failing('ConditionalCheckFailedException')];
    expect(await amend('code', item, { n: 1 }, { n: 0 })).toBeUndefined();
  });
});

test.each<[string, string, () => Promise<unknown>]>([
  ['a write', 'ProvisionedThroughputExceededException', () => commit(...one)],
  ['a transaction', 'ThrottlingException', () => commit(...two)],
  ['a read', 'ThrottlingException', () => get('code', 'a', 'b')],
  ['a query', 'RequestLimitExceeded', () => query('code', { pk: 'a' })],
])(
  '%s with %s: once is nothing, again and again is busy, never a failure',
  async (_, type, acts) => {
    script = [failing(type)];
    await acts();
    expect(asked).toHaveLength(2);
    script = [failing(type), failing(type)];
    await expect(acts()).rejects.toMatchObject(busy);
  },
);

test('load, decide, commit: again from the load until nobody wrote in between, and not for ever', async () => {
  let loads = 0;
  expect(await untilCommitted(() => Promise.resolve((loads += 1) < 3 ? undefined : loads))).toBe(3);
  await expect(untilCommitted(() => Promise.resolve(undefined))).rejects.toMatchObject(busy);
});

describe('a query', () => {
  const page = (sks: string[], more: boolean): Given => ({
    body: {
      Items: sks.map((sk) => ({ pk: { S: 'a' }, sk: { S: sk } })),
      ...(more && { LastEvaluatedKey: { pk: { S: 'a' }, sk: { S: sks.at(-1) ?? '2' } } }),
    },
  });

  test('goes over all pages', async () => {
    script = [page(['1', '2'], true), page([], true), page(['3'], false)];
    expect((await query('code', { pk: 'a' })).map(({ sk }) => sk)).toEqual(['1', '2', '3']);
  });

  test('asks for no more than is wanted', async () => {
    const before = dynamo.asked.length;
    script = [page(['1', '2'], true), page(['3'], true)];
    expect(await query('code', { pk: 'a', limit: 3 })).toHaveLength(3);
    expect(dynamo.asked.slice(before).map((request) => bodyOf(request)['Limit'])).toEqual([3, 1]);
  });
});
