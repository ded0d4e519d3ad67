import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type CodeRecord, withSign, withTrigger } from '@yimatong/shared/code/record';
import { addDays, instantOf, MINUTE_MS, msOf, numberOf, startOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { type Counts, handler, type JobAnswer, type JobEvent } from '../../src/code/jobs';
import * as codes from '../../src/code/store';
import { newPersonId } from '../../src/core/id';
import { commit } from '../../src/core/table';
import { aResident } from '../actors';
import {
  aDayLater,
  aPlayBegins,
  aWorld,
  emptied,
  itIs,
  itemsOf,
  later,
  today,
  type World,
} from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  await emptied('code');
  aPlayBegins();
});

const forAsLongAsItTakes = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
/** A Lambda that is cut off after so many looks at its time. */
const forLooks = (looks: number) => {
  let left = looks;
  return { getRemainingTimeInMillis: () => ((left -= 1) >= 0 ? 60_000 : 0) };
};
const runs = (event: JobEvent = { job: 'pending' }, context = forAsLongAsItTakes) =>
  handler(event, context);

const shown = { maskedName: '林*', documentTail: '1234' };
const claimed = (): CodeRecord => ({
  claimedOn: numberOf(today()),
  checkIns: { from: numberOf(today()), marks: 'n' },
  triggers: [],
  signs: [],
});
const isolatedFrom = (record: CodeRecord, day: number): CodeRecord =>
  withTrigger(record, { clause: 'isolated', since: day, evidence: 'impo_1' });

/** A code through the store, with this record. */
async function aCode(record: CodeRecord): Promise<PersonId> {
  const personId = newPersonId();
  await commit(codes.begun(personId, shown, {}, numberOf(today())));
  await writes(personId, () => record);
  return personId;
}
async function writes(personId: PersonId, next: (record: CodeRecord) => CodeRecord): Promise<void> {
  const code = await codes.ofNow(personId);
  expect(await commit(codes.changed(code!, next(code!.record), numberOf(today())))).toBe(
    'committed',
  );
}
const storedColours = async (): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const { colour } of await itemsOf('code'))
    counted[String(colour)] = (counted[String(colour)] ?? 0) + 1;
  return counted;
};
const pendingPeople = async (): Promise<PersonId[]> => {
  const shards = Array.from({ length: codes.SHARDS }, (_, shard) =>
    codes.pendingIn(shard, undefined, 1000),
  );
  return (await Promise.all(shards)).flat();
};
const soonTomorrow = (): void => itIs(instantOf(msOf(startOf(addDays(today(), 1))) + MINUTE_MS));

test('who is to isolate from tomorrow turns red at midnight, in the list as on the screen', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const tomorrow = numberOf(today()) + 1;
  await writes(resident.personId, (record) => isolatedFrom(record, tomorrow));
  expect(await storedColours()).toEqual({ green: 1 });
  expect((await runs()).counts).toEqual({ seen: 1, changed: 0, lost: 0 });

  soonTomorrow();
  // Asked for, it is red at once; the list follows with the run.
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'red' });
  expect(await storedColours()).toEqual({ green: 1 });
  expect(await runs()).toEqual({
    done: true,
    after: null,
    counts: { seen: 1, changed: 1, lost: 0 },
  });
  expect(await storedColours()).toEqual({ red: 1 });
});

test('a second run writes nothing', async () => {
  const tomorrow = numberOf(today()) + 1;
  for (let i = 0; i < 5; i += 1) await aCode(isolatedFrom(claimed(), tomorrow));
  soonTomorrow();
  expect((await runs()).counts).toEqual({ seen: 5, changed: 5, lost: 0 });
  const after = await itemsOf('code');
  later(60 * MINUTE_MS);
  expect((await runs()).counts).toEqual({ seen: 5, changed: 0, lost: 0 });
  expect(await itemsOf('code')).toEqual(after);
});

test('the index holds nobody who is green and stays so', async () => {
  const yellow = await aResident(world);
  await yellow.claims('fever');
  const green = await aResident(world);
  await green.claims();
  const future = await aCode(isolatedFrom(claimed(), numberOf(today()) + 3));
  expect((await pendingPeople()).sort()).toEqual([yellow.personId, future].sort());
  expect((await itemsOf('code')).filter(({ pending }) => pending === undefined)).toHaveLength(1);

  for (let day = 1; day <= 15; day += 1) {
    aDayLater();
    await yellow.checksIn();
  }
  expect(await pendingPeople()).toEqual([future]);
});

test('a run cut off goes on where it was, and comes to the same', async () => {
  const tomorrow = numberOf(today()) + 1;
  for (let i = 0; i < 40; i += 1) await aCode(isolatedFrom(claimed(), tomorrow));
  soonTomorrow();

  await expect(runs({ job: 'pending' }, forLooks(3))).rejects.toThrow('goes on');
  const cut = (await storedColours())['red'] ?? 0;
  expect(cut).toBeLessThan(40);
  let answer: JobAnswer | undefined;
  for (let i = 0; i < 10 && !answer; i += 1)
    answer = await runs({ job: 'pending' }, forLooks(5)).catch(() => undefined);
  expect(answer).toEqual({ done: true, after: null, counts: { seen: 40, changed: 40, lost: 0 } });
  expect(await storedColours()).toEqual({ red: 40 });
});

test('more people than a page in one shard are all seen', async () => {
  const tomorrow = numberOf(today()) + 1;
  const record = isolatedFrom(claimed(), tomorrow);
  const sameShard = Array.from(
    { length: 130 },
    () => newPersonId().slice(0, -1) + '7',
  ) as PersonId[];
  await Promise.all(
    sameShard.map(async (id) => {
      await commit(codes.begun(id, shown, {}, numberOf(today())));
      await writes(id, () => record);
    }),
  );
  soonTomorrow();
  expect((await runs()).counts).toEqual({ seen: 130, changed: 130, lost: 0 });
});

test('two runs at once see everybody, and nothing is written twice', async () => {
  const tomorrow = numberOf(today()) + 1;
  for (let i = 0; i < 20; i += 1) await aCode(isolatedFrom(claimed(), tomorrow));
  const versions = new Map((await itemsOf('code')).map(({ pk, v }) => [pk, v as number]));
  soonTomorrow();
  const answers = await Promise.all([runs(), runs()]);
  expect(answers.every(({ done }) => done)).toBe(true);
  expect(await storedColours()).toEqual({ red: 20 });
  for (const { pk, v } of await itemsOf('code')) expect(v).toBe(versions.get(pk)! + 1);
});

test('who writes at the same moment is not overwritten', async () => {
  const tomorrow = numberOf(today()) + 1;
  const people = await Promise.all(
    Array.from({ length: 25 }, () => aCode(isolatedFrom(claimed(), tomorrow))),
  );
  soonTomorrow();
  const day = numberOf(today());
  const sign = { kind: 'stopped' as const, on: day, placeId: 'plac_1' };
  const untilWritten = async (personId: PersonId): Promise<void> => {
    for (;;) {
      const code = await codes.ofNow(personId);
      const write = codes.changed(code!, withSign(code!.record, sign), day);
      if ((await commit(write)) === 'committed') return;
    }
  };
  const [{ counts }] = await Promise.all([runs(), ...people.map(untilWritten)]);
  const { seen, changed, lost } = counts satisfies Counts;
  expect(changed + lost).toBeLessThanOrEqual(seen);
  for (const personId of people) {
    const code = await codes.ofNow(personId);
    expect([code?.colour, code?.record.signs]).toEqual(['red', [sign]]);
  }
});

test('a pass over everybody, in segments and cut off, comes to the same', async () => {
  const tomorrow = numberOf(today()) + 1;
  for (let i = 0; i < 30; i += 1)
    await aCode(i % 3 === 0 ? isolatedFrom(claimed(), tomorrow) : claimed());
  soonTomorrow();
  const counts: Counts[] = [];
  for (let segment = 0; segment < 4; segment += 1) {
    let after: JobAnswer['after'] = null;
    for (;;) {
      const answer: JobAnswer = await runs({ job: 'segment', segment, of: 4, after }, forLooks(0));
      counts.push(answer.counts);
      if (answer.done) break;
      after = answer.after;
    }
  }
  const total = (of: keyof Counts): number => counts.reduce((sum, one) => sum + one[of], 0);
  expect([total('seen'), total('changed'), total('lost')]).toEqual([30, 10, 0]);
  expect(await storedColours()).toEqual({ red: 10, green: 20 });
  expect((await runs()).counts).toEqual({ seen: 10, changed: 0, lost: 0 });
});
