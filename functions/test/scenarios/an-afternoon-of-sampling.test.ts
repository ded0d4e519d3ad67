/** A sampling site (V8): pooled tubes, a line of ten, two samplers, results, and a positive one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { auditActions } from '@yimatong/shared/core/audit-action';
import { DAY_MS, instantOf, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import type { TestResultId } from '@yimatong/shared/core/id';
import type { Tube } from '@yimatong/shared/sample/contract';
import { now } from '../../src/core/clock';
import { handler as positives } from '../../src/sample/jobs';
import * as samples from '../../src/sample/store';
import { commit } from '../../src/core/table';
import { aDocumentNumber, aResident, aSupervisor, newId, type Resident } from '../actors';
import {
  aColleagueOf,
  aSampler,
  aTubeNumber,
  byHand,
  type Sampler,
  samplesOf,
  samplingAt,
  type Taken,
} from '../sample-actors';
import { aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(aPlayBegins);

async function aLine(length: number): Promise<Resident[]> {
  const line: Resident[] = [];
  for (let i = 0; i < length; i += 1) {
    const person = await aResident(world);
    await person.claims();
    line.push(person);
  }
  return line;
}
const scanned = async (by: Sampler, person: Resident) => by.whom(await person.showsTheirQr());
const colourOf = async (person: Resident) => (await person.seesTheirCode()).colour;
/** What the person reads that was done about their samples. */
async function testingToldTo({ call, personId }: Resident): Promise<string[]> {
  const { looks } = await call(auditContract.looks, { query: { personId } });
  const told = looks.map(({ what }) => what.zh);
  return Object.entries(auditActions)
    .filter(([action]) => action.startsWith('sample.'))
    .flatMap(([action, { what }]) => told.filter((one) => one === what.zh).map(() => action));
}
const resultOf = ({ body }: { body: unknown }): TestResultId => (body as Tube).result!.id;

/** A tube with these people in it. */
async function aTubeOf(by: Sampler, line: readonly Resident[], kind: Taken['kind'] = 'pool-10') {
  const tubeNumber = aTubeNumber();
  for (const person of line) {
    const { status } = await by.takes(await scanned(by, person), tubeNumber, { kind });
    if (status !== 200) throw new Error(`not taken: ${String(status)}`);
  }
  return tubeNumber;
}

describe('taking samples', () => {
  test('a line of ten fills a tube; the eleventh needs the next; the person sees it', async () => {
    const sampler = await aSampler(world);
    const line = await aLine(11);
    const tubeNumber = aTubeNumber();
    for (const [i, person] of line.slice(0, 10).entries()) {
      expect(await sampler.takes(await scanned(sampler, person), tubeNumber)).toMatchObject({
        status: 200,
        body: { position: i + 1, size: 10, match: 'found', maskedName: '林**', colour: 'green' },
      });
    }
    const eleventh = await scanned(sampler, line[10]!);
    expect(await sampler.takes(eleventh, tubeNumber)).toMatchObject({
      status: 409,
      body: { code: 'sample.tube-full' },
    });
    expect((await sampler.takes(eleventh, aTubeNumber())).body).toMatchObject({ position: 1 });

    expect(await samplesOf(line[3]!)).toMatchObject([
      { tubeNumber, kind: 'pool-10', placeName: '虚构广场采样点', result: 'awaiting' },
    ]);
    expect(await testingToldTo(line[3]!)).toEqual(['sample.taken']);
    expect((await sampler.lists()).body).toMatchObject({
      counts: { tubes: 2, people: 11, open: 1, closed: 1, awaiting: 2 },
      tubes: [
        { people: 10, state: 'closed' },
        { people: 1, state: 'open' },
      ],
    });
  });

  test('nobody twice in one tube; the same sample sent twice is one', async () => {
    const sampler = await aSampler(world);
    const [anna] = await aLine(1);
    const tubeNumber = aTubeNumber();
    const id = newId<'samp'>('samp');
    const whom = await scanned(sampler, anna!);
    const first = await sampler.takes(whom, tubeNumber, { id });
    later(40 * MINUTE_MS);
    expect((await sampler.takes(whom, tubeNumber, { id })).body).toEqual(first.body);
    expect((await sampler.takes(whom, aTubeNumber(), { id })).body).toMatchObject({
      code: 'core.id-reused',
    });
    expect(
      (await sampler.takes(await scanned(sampler, anna!), ` ${tubeNumber.toLowerCase()} `)).body,
    ).toMatchObject({ code: 'sample.already-in-tube' });
    expect((await sampler.looksAt(tubeNumber)).body).toMatchObject({ people: 1 });
  });

  test('two samplers and twelve people at one tube of ten: ten are in it', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const tubeNumber = aTubeNumber();
    const take = async (i: number): Promise<number> => {
      const by = i % 2 === 0 ? sampler : colleague;
      const id = newId<'samp'>('samp');
      const whom = byHand();
      for (;;) {
        const { status } = await by.takes(whom, tubeNumber, { id });
        // Busy is what a phone's queue sends again.
        if (status !== 503) return status;
      }
    };
    const statuses = await Promise.all(Array.from({ length: 12 }, (_, i) => take(i)));
    expect(statuses.sort()).toEqual([...Array<number>(10).fill(200), 409, 409]);
    expect((await sampler.looksAt(tubeNumber)).body).toMatchObject({ people: 10, state: 'closed' });
  });

  test('a number is used at one site, as one kind, until the tube is closed', async () => {
    const [sampler, other] = [await aSampler(world), await aSampler(world)];
    const tubeNumber = aTubeNumber();
    await sampler.takes(byHand(), tubeNumber, { kind: 'pool-5' });
    expect((await other.takes(byHand(), tubeNumber, { kind: 'pool-5' })).body).toMatchObject({
      code: 'sample.tube-elsewhere',
    });
    expect((await sampler.takes(byHand(), tubeNumber)).body).toMatchObject({
      code: 'sample.kind-differs',
    });
    expect((await other.closes(tubeNumber)).status).toBe(403);
    expect((await sampler.closes(tubeNumber)).body).toMatchObject({ state: 'closed', people: 1 });
    expect((await sampler.closes(tubeNumber)).status).toBe(200);
    expect((await sampler.takes(byHand(), tubeNumber, { kind: 'pool-5' })).body).toMatchObject({
      code: 'sample.tube-closed',
    });
  });

  test('what was taken before the closing and told later still goes in', async () => {
    const sampler = await aSampler(world);
    const tubeNumber = aTubeNumber();
    await sampler.takes(byHand(), tubeNumber);
    const takenAt = now();
    later(5 * MINUTE_MS);
    await sampler.closes(tubeNumber);
    later(60 * MINUTE_MS);
    expect((await sampler.takes(byHand(), tubeNumber, { takenAt })).body).toMatchObject({
      position: 2,
      takenAt,
    });
    const dayBefore = instantOf(msOf(now()) - 2 * DAY_MS);
    expect((await sampler.takes(byHand(), tubeNumber, { takenAt: dayBefore })).body).toMatchObject({
      code: 'sample.tube-closed',
    });
  });

  test('the last is taken back within two minutes, by whoever took it', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const [anna, ben] = await aLine(2);
    const tubeNumber = aTubeNumber();
    const first = await sampler.takes(await scanned(sampler, anna!), tubeNumber);
    const second = await sampler.takes(await scanned(sampler, ben!), tubeNumber);
    const ids = [first, second].map(({ body }) => (body as Taken).id) as [Taken['id'], Taken['id']];
    expect((await colleague.undoes(ids[1])).body).toMatchObject({ code: 'sample.unknown' });
    expect((await sampler.undoes(ids[0])).body).toMatchObject({ code: 'sample.not-the-last' });
    expect((await sampler.undoes(ids[1])).body).toMatchObject({ people: 1 });
    expect((await sampler.undoes(ids[1])).body).toMatchObject({ people: 1 });
    expect(await samplesOf(ben!)).toMatchObject([{ undone: true }]);
    later(3 * MINUTE_MS);
    expect((await sampler.undoes(ids[0])).body).toMatchObject({ code: 'sample.undo-over' });
  });
});

describe('results', () => {
  test('a negative one is everybody’s record and no release', async () => {
    const sampler = await aSampler(world);
    const [anna, ben] = await aLine(2);
    await ben!.checksIn(['dry-cough']);
    const tubeNumber = await aTubeOf(sampler, [anna!, ben!]);
    const { status, body } = await sampler.reports({ tubeNumber });
    expect([status, body]).toMatchObject([200, { result: { state: 'recorded' } }]);
    for (const person of [anna!, ben!]) {
      expect(await samplesOf(person)).toMatchObject([
        { result: 'negative', laboratory: '虚构市疾控中心实验室' },
      ]);
    }
    expect(await colourOf(ben!)).toBe('yellow');
    expect((await sampler.reports({ tubeNumber })).body).toMatchObject({
      code: 'sample.result-known',
    });
    expect((await sampler.reports({ tubeNumber, result: 'invalid' })).body).toMatchObject({
      code: 'sample.result-contradicts',
    });
  });

  test('an invalid one is followed by another', async () => {
    const sampler = await aSampler(world);
    const [anna] = await aLine(1);
    const tubeNumber = await aTubeOf(sampler, [anna!], 'single');
    await sampler.reports({ tubeNumber, result: 'invalid' });
    expect((await sampler.reports({ tubeNumber })).status).toBe(200);
    expect(await samplesOf(anna!)).toMatchObject([{ result: 'negative' }]);
  });

  test('the supervisor of the area may record it, a sampler of elsewhere may not', async () => {
    const [sampler, other] = [await aSampler(world), await aSampler(world)];
    const tubeNumber = await aTubeOf(sampler, await aLine(1));
    expect((await other.reports({ tubeNumber })).status).toBe(403);
    expect((await other.looksAt(tubeNumber)).status).toBe(403);
    const far = await aSupervisor(world, '460200');
    expect((await samplingAt(world, far, sampler.placeId).reports({ tubeNumber })).status).toBe(
      403,
    );
    const { supervisor } = sampler;
    expect(
      (await samplingAt(world, supervisor, sampler.placeId).reports({ tubeNumber })).status,
    ).toBe(200);
  });
});

describe('a positive result', () => {
  test('of a pool: proposed, confirmed by a second, each turns yellow; a negative re-test releases nobody', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const line = await aLine(3);
    const tubeNumber = await aTubeOf(sampler, line);
    const id = resultOf(await sampler.reports({ tubeNumber, result: 'positive' }));

    // Nobody is told before it is confirmed: not by the colour, not by the record, not by the audit.
    for (const person of line) {
      expect(await colourOf(person)).toBe('green');
      expect(await samplesOf(person)).toMatchObject([{ result: 'awaiting' }]);
      expect((await samplesOf(person))[0]).not.toHaveProperty('testedAt');
      expect(await testingToldTo(person)).toEqual(['sample.taken']);
    }
    expect((await sampler.confirms(id)).body).toMatchObject({ code: 'sample.result-own' });
    expect((await colleague.waiting()).body).toMatchObject({
      tubes: [{ tubeNumber, people: 3, result: { isOwn: false } }],
    });
    expect((await colleague.confirms(id)).body).toMatchObject({ result: { state: 'confirmed' } });
    expect((await colleague.confirms(id)).status).toBe(200);
    expect((await colleague.waiting()).body).toMatchObject({ tubes: [] });

    for (const person of line) {
      expect(await person.seesTheirCode()).toMatchObject({
        colour: 'yellow',
        reasons: [{ clause: 'named-by-headquarters' }],
      });
      expect(await samplesOf(person)).toMatchObject([{ result: 'positive' }]);
    }
    later(MINUTE_MS);
    const again = await aTubeOf(sampler, [line[0]!], 'single');
    await sampler.reports({ tubeNumber: again });
    expect(await colourOf(line[0]!)).toBe('yellow');
  });

  test('of a single tube: red, as a suspected case', async () => {
    const sampler = await aSampler(world);
    const [anna] = await aLine(1);
    const tubeNumber = await aTubeOf(sampler, [anna!], 'single');
    const id = resultOf(await sampler.reports({ tubeNumber, result: 'positive' }));
    const supervising = samplingAt(world, sampler.supervisor, sampler.placeId);
    expect((await supervising.waiting({ area: '460100' })).body).toMatchObject({
      tubes: expect.arrayContaining([expect.objectContaining({ tubeNumber })]) as unknown,
    });
    await supervising.confirms(id);
    expect(await anna!.seesTheirCode()).toMatchObject({
      colour: 'red',
      reasons: [{ clause: 'suspected-case', awaitsRelease: true }],
    });
  });

  test('rejected with a reason: nothing turns, and the right result can follow', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const line = await aLine(1);
    const tubeNumber = await aTubeOf(sampler, line);
    const id = resultOf(await sampler.reports({ tubeNumber, result: 'positive' }));
    expect((await colleague.decides(id, { decision: 'rejected' })).body).toMatchObject({
      code: 'sample.reason-missing',
    });
    expect((await colleague.rejects(id)).body).toMatchObject({
      result: { state: 'rejected', reason: '实验室更正' },
    });
    expect((await colleague.confirms(id)).body).toMatchObject({ code: 'sample.result-decided' });
    expect((await sampler.reports({ tubeNumber })).status).toBe(200);
    expect(await colourOf(line[0]!)).toBe('green');
  });

  test('neither a negative nor a rejected one bars it; the person is told of neither', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const [anna] = await aLine(1);
    const tubeNumber = await aTubeOf(sampler, [anna!], 'single');
    const shows = async () => (await samplesOf(anna!))[0]!.result;
    await sampler.reports({ tubeNumber });
    const first = resultOf(await colleague.reports({ tubeNumber, result: 'positive' }));
    expect(await shows()).toBe('negative');
    await sampler.rejects(first);
    expect(await shows()).toBe('negative');
    expect((await sampler.reports({ tubeNumber })).status).toBe(200);
    const second = resultOf(await colleague.reports({ tubeNumber, result: 'positive' }));
    expect((await colleague.confirms(second)).body).toMatchObject({ code: 'sample.result-own' });
    expect((await sampler.confirms(second)).status).toBe(200);
    expect(await shows()).toBe('positive');
    expect(await colourOf(anna!)).toBe('red');
    const { earlier } = (await samples.tubeNow(tubeNumber))!;
    expect(earlier.map(({ result, state }) => `${result} ${state}`)).toEqual([
      'negative recorded',
      'positive rejected',
      'negative recorded',
    ]);
    expect((await sampler.reports({ tubeNumber })).body).toMatchObject({
      code: 'sample.result-contradicts',
    });
  });

  test('a confirmation killed in the middle is carried on, and tells nobody twice', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const line = await aLine(3);
    const tubeNumber = await aTubeOf(sampler, line);
    const id = resultOf(await sampler.reports({ tubeNumber, result: 'positive' }));
    // As it lies when the process dies after the decision and before anybody was told.
    const tube = (await samples.tubeNow(tubeNumber))!;
    const decidedBy = { actorId: colleague.session.accountId };
    await commit(
      samples.put({
        ...tube,
        spreading: 'now',
        result: { ...tube.result!, state: 'confirmed', decidedAt: now(), decidedBy },
      }),
    );
    expect(await colourOf(line[0]!)).toBe('green');
    const inNoTime = { getRemainingTimeInMillis: () => 0 };
    await expect(positives({}, inNoTime)).rejects.toThrow('goes on');
    const inTime = { getRemainingTimeInMillis: () => 60_000 };
    expect(await positives({}, inTime)).toEqual({ tubes: 1 });
    expect(await positives({}, inTime)).toEqual({ tubes: 0 });
    await colleague.confirms(id);
    for (const person of line) {
      expect((await person.seesTheirCode()).reasons).toHaveLength(1);
      expect(await testingToldTo(person)).toEqual(['sample.taken', 'sample.result-confirmed']);
    }
  });

  test('somebody who had not registered turns when they do; one who registered in between, at once', async () => {
    const sampler = await aSampler(world);
    const colleague = await aColleagueOf(world, sampler);
    const [early, late] = [aDocumentNumber(), aDocumentNumber()];
    const tubeNumber = aTubeNumber();
    for (const number of [early, late]) {
      const document = { type: 'resident-id' as const, number };
      expect((await sampler.takes(byHand({ document }), tubeNumber)).body).toMatchObject({
        match: 'waiting',
        maskedName: '林**',
      });
    }
    const first = await aResident(world, { number: early });
    await first.claims();
    const id = resultOf(await sampler.reports({ tubeNumber, result: 'positive' }));
    await colleague.confirms(id);
    expect(await colourOf(first)).toBe('yellow');
    expect(await samplesOf(first)).toMatchObject([{ result: 'positive' }]);

    const second = await aResident(world, { number: late });
    await second.claims();
    expect(await colourOf(second)).toBe('yellow');
    expect(await samplesOf(second)).toMatchObject([{ tubeNumber, result: 'positive' }]);
  });
});
