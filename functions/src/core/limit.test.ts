import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Instant, plusMs } from '@yimatong/shared/core/day';
import { aWorld, itemsOf, type World } from '../../test/world';
import { withinLimits } from './limit';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

/** Begins a window of every length that divides a day. */
const at: Instant = '2020-03-01T00:00:00.000Z';
const limits = [
  { most: 2, windowSeconds: 60 },
  { most: 3, windowSeconds: 3600 },
];
const counts = (key: string, seconds: number) =>
  withinLimits(key, limits, plusMs(at, seconds * 1000), 'account.sms-too-many');
const refused = (retryAfterSeconds: number) => ({
  code: 'account.sms-too-many',
  retryAfterSeconds,
});

test('so many in each window, and each refusal says when that window is over', async () => {
  await counts('a', 1);
  await counts('a', 2);
  await expect(counts('a', 10)).rejects.toMatchObject(refused(50));
  await expect(counts('a', 59)).rejects.toMatchObject(refused(1));
  // What the short window refused is not counted in the long one.
  await counts('a', 60);
  await expect(counts('a', 61)).rejects.toMatchObject(refused(3539));
  await counts('a', 3600);
});

test('one key is not another', async () => {
  await counts('b', 1);
  await counts('b', 1);
  await counts('c', 1);
  await expect(counts('b', 1)).rejects.toMatchObject(refused(59));
});

test('all at once are counted one by one', async () => {
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => counts('d', 1)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('a counter is swept a minute after its window', async () => {
  const ends = new Set(
    (await itemsOf('login')).map(
      ({ sk, endsAt }) => Number(endsAt) - Number(String(sk).split('#')[1]),
    ),
  );
  expect([...ends]).toEqual([60]);
});
