/** Fourteen days of medical observation: opened at a hospital, followed by it and by the grid, ended by two (V6). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { auditContract } from '@yimatong/shared/audit/contract';
import { addDays, MINUTE_MS } from '@yimatong/shared/core/day';
import type { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import { type Observed, observationContract } from '@yimatong/shared/observation/contract';
import { now } from '../../src/core/clock';
import { aDocumentNumber, anAddress, aResident, passId, type Resident } from '../actors';
import {
  aClinician,
  aColleague,
  aGridworker,
  aLook,
  anOpening,
  nobodyHome,
} from '../observation-actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(aPlayBegins);

const ELSEWHERE = { area: '460105001', detail: '虚构路 2 号' };

async function someoneObserved(more: Parameters<typeof anOpening>[2] = {}) {
  const [anna, clinician] = [await aResident(world), await aClinician(world)];
  await anna.claims();
  const id = await clinician.observes(await anna.showsTheirQr(), more);
  return { anna, clinician, id };
}
const codeOf = ({ body }: { body: unknown }): string => (body as ProblemAnswer).code;
const ownOf = async (anna: Resident) =>
  (await anna.call(observationContract.mine, { query: { personId: anna.personId } })).observations;

test('a contact is red from the first day; seen day by day, once by the grid worker, released by two: green at once', async () => {
  const { anna, clinician, id } = await someoneObserved();
  const [colleague, gridworker] = [await aColleague(world, clinician), await aGridworker(world)];
  expect(await anna.seesTheirCode()).toMatchObject({
    colour: 'red',
    reasons: [{ clause: 'isolated', daysDone: 0, daysNeeded: 14, awaitsRelease: true }],
  });

  for (let nth = 1; nth <= 14; nth += 1) {
    aDayLater();
    await anna.checksIn();
    if (nth === 6) continue;
    const who = nth === 7 ? gridworker : clinician;
    if (nth === 7)
      expect((await gridworker.seesWhoIsDue()).body).toMatchObject({
        observations: [{ id, maskedName: '林**', isDue: true, missedYesterday: true }],
      });
    expect((await who.follows(id, aLook({ temperature: 36 + nth / 10 }))).status).toBe(200);
  }
  expect((await clinician.reads(id)).body).toMatchObject({
    calendar: { done: 13, missed: 1, isFinished: true, until: today() },
    details: { caseNumber: '虚构-2020-001', caseType: 'close-contact' },
  });
  expect((await anna.seesTheirCode()).colour).toBe('red');

  expect((await clinician.proposes(id)).status).toBe(200);
  expect((await clinician.decides(id)).body).toMatchObject({ code: 'observation.ending-own' });
  expect((await anna.seesTheirCode()).colour).toBe('red');
  expect((await colleague.decides(id)).status).toBe(200);
  expect(await anna.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });
  expect((await colleague.decides(id)).status).toBe(200);

  expect(await ownOf(anna)).toEqual([
    {
      id,
      placeName: '虚构市人民医院',
      openedAt: expect.any(String),
      startOn: addDays(today(), -14),
      days: 14,
      done: 13,
      until: today(),
      endOn: today(),
      outcome: 'released',
    },
  ]);
  expect((await clinician.follows(id)).body).toMatchObject({ code: 'observation.ended' });
  expect((await clinician.seesWhoIsDue()).body).toEqual({ observations: [] });
  const { looks } = await anna.call(auditContract.looks, { query: { personId: anna.personId } });
  const told = looks.map(({ what }) => what.zh);
  for (const what of ['登记了医学观察', '登记了一次随访', '确认结束您的医学观察'])
    expect(told).toContain(what);
});

test('a release clears its own evidence alone', async () => {
  const { anna, clinician, id } = await someoneObserved();
  const other = await aClinician(world);
  await other.observes(await anna.showsTheirQr());
  const colleague = await aColleague(world, clinician);
  for (let nth = 1; nth <= 14; nth += 1) {
    aDayLater();
    await anna.checksIn();
    await clinician.follows(id);
  }
  await clinician.proposes(id);
  await colleague.decides(id);
  expect(await anna.seesTheirCode()).toMatchObject({
    colour: 'red',
    reasons: [{ clause: 'isolated', awaitsRelease: true }],
  });
});

test('whoever had not registered is red once they do, and not any more when they were released meanwhile', async () => {
  const clinician = await aClinician(world);
  const colleague = await aColleague(world, clinician);
  const byHand = (number: string) =>
    anOpening(clinician.placeId, {
      by: 'hand',
      name: '林小雨',
      document: { type: 'resident-id', number },
      why: 'no-code',
      consented: true,
    });
  const [early, late] = [aDocumentNumber(), aDocumentNumber()];
  const [first, second] = [byHand(early), byHand(late)];
  expect((await clinician.opens(first)).body).toMatchObject({ match: 'waiting' });
  await clinician.opens(second);

  const anna = await aResident(world, { number: early });
  await anna.claims();
  expect((await anna.seesTheirCode()).colour).toBe('red');
  expect(await ownOf(anna)).toMatchObject([{ id: first.id }]);

  for (const { id } of [first, second]) {
    await clinician.proposes(id, 'released', { note: '核酸阴性，专家组同意' });
    expect((await colleague.decides(id)).status).toBe(200);
  }
  const ben = await aResident(world, { number: late });
  await ben.claims();
  for (const person of [anna, ben])
    expect(await person.seesTheirCode()).toMatchObject({
      reasons: [{ clause: 'isolated', awaitsRelease: false }],
    });
});

describe('by what somebody is put under observation', () => {
  const opensByHand = async (whom: object) => {
    const clinician = await aClinician(world);
    const document = { type: 'resident-id' as const, number: aDocumentNumber() };
    const given = { by: 'hand' as const, name: '林小雨', document, why: 'no-code' as const };
    const body = anOpening(clinician.placeId, { ...given, consented: true, ...whom });
    return clinician.opens(body);
  };

  test.each([
    ['a document, with consent', {}, 200, undefined],
    ['a document, without', { consented: false }, 422, 'whom.consented'],
    ['a document, in an emergency', { consented: false, why: 'emergency' }, 200, undefined],
    ['a phone number alone', { document: undefined, phone: '17000000001' }, 422, 'whom.document'],
  ])('by hand, with %s', async (_, whom, status, path) => {
    const answer = await opensByHand(whom);
    expect(answer.status).toBe(status);
    if (path !== undefined) expect(answer.body).toMatchObject({ fields: [{ path }] });
  });

  test('not by a scan made without network, which may be of a picture', async () => {
    const [anna, clinician] = [await aResident(world), await aClinician(world)];
    await anna.claims();
    const [qr, scannedAt] = [await anna.showsTheirQr(), now()];
    later(22 * 60 * MINUTE_MS);
    const { scanId, subject } = await clinician.sees(qr, { scannedAt });
    const whom = { by: 'scan' as const, scanId, subject };
    expect((await clinician.opens(anOpening(clinician.placeId, whom))).body).toMatchObject({
      code: 'pass.scan-over',
    });
    expect((await anna.seesTheirCode()).colour).toBe('green');
  });

  test('sixty an hour', async () => {
    const { clinician } = await someoneObserved();
    const whom = { by: 'scan' as const, scanId: passId(), subject: 'A'.repeat(23) };
    let code = '';
    for (let nth = 0; nth < 60; nth += 1)
      code = codeOf(await clinician.opens(anOpening(clinician.placeId, whom)));
    expect(code).toBe('observation.too-many-openings');
  });
});

describe('who may do what', () => {
  test('another hospital and another street know nothing of it; the supervisor of the area reads it', async () => {
    const { clinician, id } = await someoneObserved();
    const strangers = [await aClinician(world), await aGridworker(world, ELSEWHERE)];
    for (const stranger of strangers) {
      const tried = [await stranger.reads(id), await stranger.follows(id)];
      for (const { status, body } of tried)
        expect([status, body]).toMatchObject([404, { code: 'observation.unknown' }]);
      expect((await stranger.seesWhoIsDue()).body).toEqual({ observations: [] });
    }
    const { supervisor } = clinician;
    expect(
      await supervisor.call(observationContract.one, { params: { observationId: id } }),
    ).toMatchObject({ details: { caseType: 'close-contact' }, mayFollow: false });
    expect(
      (await supervisor.tries(observationContract.due, { query: { area: '469023' } })).status,
    ).toBe(403);
  });

  test('a grid worker reads where and how, not the case', async () => {
    const { anna, id } = await someoneObserved();
    const gridworker = await aGridworker(world);
    const { body } = await gridworker.reads(id);
    expect(body).toMatchObject({ name: '林小雨', phone: `+86${anna.phone}`, address: anAddress });
    expect(JSON.stringify(body)).not.toMatch(/close-contact|虚构-2020/);
  });

  test('the supervisor may confirm; a proposal changed meanwhile is not what was read', async () => {
    const { clinician, id } = await someoneObserved();
    const { supervisor } = clinician;
    const decides = (outcome: 'transferred' | 'lost') =>
      supervisor.tries(observationContract.decideEnd, {
        params: { observationId: id },
        body: { decision: 'confirmed', outcome, endOn: today() },
      });
    expect((await decides('lost')).body).toMatchObject({ code: 'observation.no-ending' });
    await clinician.proposes(id, 'lost');
    await clinician.proposes(id, 'transferred');
    expect((await decides('lost')).body).toMatchObject({ code: 'observation.ending-changed' });
    expect((await decides('transferred')).status).toBe(200);
  });

  test('sent back, it goes on; whoever is transferred stays red', async () => {
    const { anna, clinician, id } = await someoneObserved();
    const colleague = await aColleague(world, clinician);
    await clinician.proposes(id, 'transferred');
    expect((await colleague.decides(id, 'transferred', { decision: 'rejected' })).status).toBe(200);
    aDayLater();
    expect((await clinician.follows(id)).status).toBe(200);
    await clinician.proposes(id, 'transferred');
    await colleague.decides(id, 'transferred');
    expect((await anna.seesTheirCode()).colour).toBe('red');
  });

  test('released before the days are over only with a reason', async () => {
    const { clinician, id } = await someoneObserved();
    expect((await clinician.proposes(id)).body).toMatchObject({ code: 'observation.early' });
    expect((await clinician.proposes(id, 'released', { note: '专家组会诊' })).status).toBe(200);
  });
});

describe('follow-ups', () => {
  test('sent twice one, of a day one counts, and a correction keeps both', async () => {
    const { clinician, id } = await someoneObserved();
    aDayLater();
    const first = aLook({ temperature: 39.9 });
    const at = (await clinician.follows(id, first)).body;
    expect((await clinician.follows(id, first)).body).toEqual(at);
    expect((await clinician.follows(id, { ...first, temperature: 36.9 })).body).toMatchObject({
      code: 'core.id-reused',
    });
    await clinician.follows(id, aLook({ temperature: 36.9, corrects: first.id }));
    const { body } = await clinician.reads(id);
    expect((body as Observed).calendar.days[0]).toMatchObject({ nth: 1, temperature: 36.9 });
    expect((body as Observed).followUps).toHaveLength(2);
  });

  test('several at once by two, each of them kept', async () => {
    const { clinician, id } = await someoneObserved();
    const colleague = await aColleague(world, clinician);
    const sent = Array.from({ length: 6 }, (_, nth) =>
      (nth % 2 ? clinician : colleague).follows(id, nobodyHome()),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(6).fill(200));
    const { body } = await clinician.reads(id);
    expect((body as Observed).followUps).toHaveLength(6);
  });

  test.each([
    ['ahead', 1, 409],
    ['before it began', -1, 409],
    ['today', 0, 200],
  ])('of a day %s', async (_, days, status) => {
    const { clinician, id } = await someoneObserved();
    const answered = await clinician.follows(id, aLook({ day: addDays(today(), days) }));
    expect(answered.status).toBe(status);
  });

  test('of a round without network three days ago, and not of four', async () => {
    const { clinician, id } = await someoneObserved();
    const [third, fourth] = [
      aLook({ day: addDays(today(), 1) }),
      aLook({ day: addDays(today(), 1) }),
    ];
    for (let nth = 0; nth < 4; nth += 1) aDayLater();
    expect((await clinician.follows(id, third)).status).toBe(200);
    aDayLater();
    expect((await clinician.follows(id, fourth)).status).not.toBe(200);
  });
});

test('figures of a place and of an area', async () => {
  const { clinician, id } = await someoneObserved();
  aDayLater();
  await clinician.follows(id);
  const where = [
    [clinician, { placeId: clinician.placeId }],
    [clinician.supervisor, { area: '460100' }],
  ] as const;
  for (const [who, query] of where)
    expect(await who.call(observationContract.figures, { query })).toMatchObject({
      within48Hours: expect.any(Number),
      neverSeen: expect.any(Number),
    });
  const { open, seenToday, within48Hours } = await clinician.call(observationContract.figures, {
    query: { placeId: clinician.placeId },
  });
  expect([open, seenToday, within48Hours]).toEqual([1, 1, 1]);
});

test('the same form twice is one observation; the person cannot be opened twice at one hospital', async () => {
  const [anna, clinician] = [await aResident(world), await aClinician(world)];
  await anna.claims();
  const opening = anOpening(clinician.placeId, await clinician.whom(await anna.showsTheirQr()));
  const first = await clinician.opens(opening);
  expect((await clinician.opens(opening)).body).toEqual(first.body);
  expect((await clinician.opens({ ...opening, days: 7 })).body).toMatchObject({
    code: 'core.id-reused',
  });
  const again = anOpening(clinician.placeId, opening.whom);
  expect((await clinician.opens(again)).body).toMatchObject({ code: 'observation.already-open' });
});

test('nothing of who it is or what they have lies open in the table', async () => {
  const { anna, clinician, id } = await someoneObserved();
  await clinician.follows(id, aLook({ note: '轻微头痛' }));
  await clinician.proposes(id, 'transferred', { note: '转入定点医院' });
  const kept = JSON.stringify((await itemsOf('observation')).filter(({ pk }) => pk === id));
  const me = await anna.call(accountContract.mine);
  expect(me.details?.name).toBe('林小雨');
  for (const open of ['林小雨', '虚构路', '虚构-2020', 'close-contact', '头痛', '定点', anna.phone])
    expect(kept).not.toContain(open);
});
