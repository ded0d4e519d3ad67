/** Many writers at one person: every fact that was accepted is there, none is lost, none is there twice. */
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE_MS, numberOf } from '@yimatong/shared/core/day';
import type { Symptom } from '@yimatong/shared/core/symptom';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import * as codes from '../src/code/store';
import { commit, insert } from '../src/core/table';
import * as standings from '../src/core/standing';
import { aCheckpoint, aGuard, aResident, type Answered, type Resident } from './actors';
import { aPlayBegins, aWorld, itemsOf, later, today, type World } from './world';

/** Dozens of people declare at once: seconds, and more on a busy machine. */
jest.setTimeout(30_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

/** As a phone does: busy is not refused, it sends again. */
async function untilAnswered<T>(sends: () => Promise<Answered<T>>): Promise<Answered<T>> {
  for (;;) {
    const answered = await sends();
    if (answered.status !== 503) return answered;
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
  }
}

type Guard = Awaited<ReturnType<typeof aGuard>>;
const sorted = (list: readonly string[]): string[] => [...list].sort();

type Fact =
  | { readonly kind: 'declares'; readonly symptoms: Symptom[]; readonly times: number }
  | { readonly kind: 'stops'; readonly gate: number; readonly times: number };
const times = fc.integer({ min: 1, max: 3 });
const aFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('declares' as const),
    symptoms: fc.constantFrom<Symptom[]>([], ['fever'], ['dry-cough', 'fatigue']),
    times,
  }),
  fc.record({ kind: fc.constant('stops' as const), gate: fc.nat(2), times }),
);

/** Sends every fact, each as often as it says, all at once; answers the answers fact by fact. */
async function allAtOnce(
  resident: Resident,
  guards: readonly Guard[],
  facts: readonly Fact[],
): Promise<Answered<unknown>[][]> {
  const token = await resident.showsTheirQr();
  const bodies = await Promise.all(
    facts.map(async (fact) =>
      fact.kind === 'declares'
        ? { fact, body: resident.dailyOf(fact.symptoms) }
        : { fact, body: await guards[fact.gate]!.wouldRecord(token, { outcome: 'stopped' }) },
    ),
  );
  return Promise.all(
    bodies.map(({ fact, body }) =>
      Promise.all(
        Array.from({ length: fact.times }, () =>
          untilAnswered((): Promise<Answered<unknown>> =>
            fact.kind === 'declares'
              ? resident.declares(body as ReturnType<Resident['dailyOf']>)
              : guards[fact.gate]!.tries(passContract.record, { body: body as never }),
          ),
        ),
      ),
    ),
  );
}

test('declarations and stops at once, some sent again before they were answered', async () => {
  const guards = [await aGuard(world), await aGuard(world), await aGuard(world)];
  await fc.assert(
    fc.asyncProperty(fc.array(aFact, { minLength: 2, maxLength: 8 }), async (facts) => {
      later(MINUTE_MS);
      const resident = await aResident(world);
      await resident.claims();
      const answers = await allAtOnce(resident, guards, facts);

      // All accepted, and a repeat answered as its first.
      for (const ofOne of answers) {
        expect(ofOne.map(({ status }) => status)).toEqual(ofOne.map(() => 200));
        expect(new Set(ofOne.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      }
      const declared = facts.filter(({ kind }) => kind === 'declares');
      const { personId } = resident;
      const kept = (await itemsOf('declaration')).filter(({ pk }) => pk === personId);
      expect(kept).toHaveLength(declared.length + 1);

      // The chain of corrections holds every declaration exactly once, and ends at the code's last.
      const { record } = (await codes.ofNow(personId))!;
      const corrections = kept.flatMap(({ corrects }) => (corrects ? [corrects as string] : []));
      const all = kept.map(({ sk }) => String(sk));
      expect(sorted([...corrections, record.last!.id])).toEqual(sorted(all));

      // Every gate that stopped them is on the code, once.
      const gates = facts.flatMap((fact) =>
        fact.kind === 'stops' ? [guards[fact.gate]!.place.id] : [],
      );
      expect(sorted(record.signs.map(({ placeId }) => placeId))).toEqual(
        sorted([...new Set(gates)]),
      );
      expect(record.checkIns.from).toBe(numberOf(today()));
      // Scanned: what a declaration triggered stays, each on its own evidence.
      const ill = new Set(
        kept
          .filter(({ declaration }) => (declaration as { symptoms: string[] }).symptoms.length > 0)
          .map(({ sk }) => String(sk)),
      );
      const triggered = record.triggers.map(({ evidence }) => evidence);
      expect(new Set(triggered).size).toBe(triggered.length);
      expect(triggered.every((evidence) => ill.has(evidence))).toBe(true);
      if (gates.length > 0) expect(sorted(triggered)).toEqual(sorted([...ill]));
    }),
    {
      numRuns: 12,
      examples: [
        [Array.from({ length: 8 }, () => ({ kind: 'declares' as const, symptoms: [], times: 2 }))],
      ],
    },
  );
});

test('a pass cut off between its record and its sign is made whole by the repeat', async () => {
  const [guard, resident] = [await aGuard(world, aCheckpoint()), await aResident(world)];
  await resident.claims();
  const body = await guard.wouldRecord(await resident.showsTheirQr(), { outcome: 'stopped' });
  const first = await guard.call(passContract.record, { body });
  // As if the process had died before the second write.
  const code = (await codes.ofNow(resident.personId))!;
  await commit(codes.changed(code, { ...code.record, signs: [] }, numberOf(today())));

  expect(await guard.call(passContract.record, { body })).toEqual(first);
  expect((await codes.ofNow(resident.personId))!.record.signs).toMatchObject([{ kind: 'stopped' }]);
});

test('a commit is all or nothing', async () => {
  const resident = await aResident(world);
  const { declarations } = await resident.call(declarationContract.mine, {
    query: { personId: resident.personId },
  });
  expect(declarations).toEqual([]);
  const standing = (await standings.ofNow(resident.session.accountId))!;
  const item = { pk: 'x', sk: `once ${resident.personId}` };
  const stale = standings.put({ ...standing, v: standing.v + 1 });
  expect(await commit(insert('job', item), stale)).toBe('stale');
  expect((await itemsOf('job')).filter(({ sk }) => sk === item.sk)).toEqual([]);
  expect(await commit(insert('job', item), standings.put(standing))).toBe('committed');
  expect(await commit(insert('job', item), standings.put(standing))).toBe('exists');
  expect(await commit(insert('job', item))).toBe('exists');
});
