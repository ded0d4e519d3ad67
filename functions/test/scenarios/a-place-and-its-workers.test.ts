/** Places of every kind and who works there: entered, joined, corrected, closed; duties that begin and end (V1). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlaceId } from '@yimatong/shared/core/id';
import { passContract } from '@yimatong/shared/pass/contract';
import { type Post, roleAt } from '@yimatong/shared/place/contract';
import { aCheckpoint, aResident, aSupervisor, newId, passId, type Person } from '../actors';
import { anApplicant, aPost, atPlaces, type Applicant, dyingAfter, roles } from '../places-actors';
import { aPlayBegins, aWorld, itemsOf, type World } from '../world';

let world: World;
let supervisor: Applicant & Awaited<ReturnType<typeof aSupervisor>>;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  aPlayBegins();
  const appointed = await aSupervisor(world);
  supervisor = { ...appointed, ...atPlaces(appointed) };
});

const refused = (status: number, code: string) => ({ status, body: { code } });

/** What a scan there is answered with: a duty that ended is told by the very next call. */
const scansAt = async ({ tries }: Person, placeId: PlaceId) => {
  const token = 'NOT A CODE';
  const { status, body } = await tries(passContract.scan, {
    body: { id: passId(), placeId, token },
  });
  return status === 200 ? 'on duty' : (body as { code: string }).code;
};

/** Somebody who was granted the duty at a place that is there. */
async function aColleague(placeId: PlaceId) {
  const colleague = await anApplicant(world, '王同事');
  const { body } = await colleague.joins(placeId);
  await supervisor.decides(body as never, 'granted');
  return colleague;
}
async function threeAt(place: Post) {
  const first = await anApplicant(world, '陈守卡');
  await supervisor.decides(await first.enters(place), 'granted');
  return [first, await aColleague(place.id), await aColleague(place.id)] as const;
}
const duties = async (person: Person) =>
  (await itemsOf('standing')).find(({ pk }) => pk === person.session.accountId)!['duties'] as {
    placeName: string;
    location?: object;
  }[];

describe.each(roles)('a %s', (role) => {
  test('enters a place, is granted, is joined by a colleague, and stops at the next call', async () => {
    const place = aPost[role]();
    const first = await anApplicant(world);
    const grant = await first.enters(place);
    expect(grant).toMatchObject({ role, state: 'asked' });
    expect(roleAt[place.kind]).toBe(role);
    expect(await scansAt(first, place.id)).toBe('place.not-yours');
    expect((await supervisor.decides(grant, 'granted')).status).toBe(200);
    expect(await scansAt(first, place.id)).toBe('on duty');

    const second = await anApplicant(world, '王同事');
    const { places } = await second.finds({ area: '460108', kind: place.kind, name: '虚构' });
    expect(places.map(({ id }) => id)).toContain(place.id);
    const joined = await second.joins(place.id);
    expect(joined).toMatchObject({ status: 200, body: { role, state: 'asked' } });
    await supervisor.decides(joined.body as never, 'granted');
    expect(await scansAt(second, place.id)).toBe('on duty');

    await supervisor.decides(grant, 'withdrawn', '已调离');
    expect(await scansAt(first, place.id)).toBe('place.not-yours');
    expect(await scansAt(second, place.id)).toBe('on duty');
    // The seat is free again.
    expect((await first.joins(place.id)).status).toBe(200);
  });
});

describe('joining', () => {
  test('sent twice it is one request; another one for the same place is refused', async () => {
    const place = aCheckpoint();
    const first = await anApplicant(world);
    await first.enters(place);
    expect(await first.joins(place.id)).toMatchObject(refused(409, 'place.asked-already'));

    const second = await anApplicant(world);
    const id = newId<'gran'>('gran');
    const [one, other] = await Promise.all([
      second.joins(place.id, id),
      second.joins(place.id, id),
    ]);
    expect(one.body).toEqual(other.body);
    expect((await second.joins(place.id, id)).body).toEqual(one.body);
    expect(await second.seesOwnRequests()).toHaveLength(1);
    const third = await anApplicant(world);
    expect(await third.joins(place.id, id)).toMatchObject(refused(409, 'core.id-reused'));
    expect(await second.joins(newId('plac'))).toMatchObject(refused(404, 'place.unknown'));
  });

  test('one person works at several places, one place has several workers', async () => {
    const [gate, pharmacy] = [aCheckpoint(), aPost.pharmacist()];
    const [, , worker] = await threeAt(gate);
    await supervisor.decides(await worker.enters(pharmacy), 'granted');
    expect(await scansAt(worker, gate.id)).toBe('on duty');
    expect(await scansAt(worker, pharmacy.id)).toBe('on duty');

    const { body } = await supervisor.workersAt(gate.id);
    expect(body).toMatchObject({
      workers: expect.arrayContaining([
        expect.objectContaining({ name: '陈守卡', maskedPhone: expect.stringMatching(/\*/) }),
      ]),
    });
    expect((body as { workers: object[] }).workers).toHaveLength(3);
  });

  test('the search tells apart city, street, kind and name, and goes on by key', async () => {
    const worker = await anApplicant(world);
    const address = { area: '460203198', detail: '别处 1 号' };
    for (const name of ['和平桥 北', '和平桥南', 'ＡＢ药店'])
      await worker.enters({ ...aPost.pharmacist(), name, address });
    const found = async (area: string, name?: string) =>
      (await worker.finds({ area, kind: 'pharmacy', ...(name && { name }) })).places.map(
        (one) => one.name,
      );
    expect(await found('460203', '和平桥北')).toEqual(['和平桥 北']);
    expect(await found('460203198', 'ab')).toEqual(['ＡＢ药店']);
    expect(await found('460203')).toHaveLength(3);
    expect(await found('460204', '和平桥')).toEqual([]);
    expect((await worker.finds({ area: '460203', kind: 'hospital' })).places).toEqual([]);
  });
});

describe('a correction', () => {
  test('reaches everybody who works there, and the requests that wait', async () => {
    const place = aCheckpoint();
    const workers = await threeAt(place);
    const waiting = await anApplicant(world);
    await waiting.joins(place.id);
    const location = { latitude: 20.044, longitude: 110.199 };
    const corrected = { ...place, name: '虚构村东路口', type: 'road' as const, location };

    expect(await workers[1].corrects(corrected)).toMatchObject({
      status: 200,
      body: { place: corrected, version: 2 },
    });
    for (const worker of workers)
      expect(await duties(worker)).toMatchObject([{ placeName: '虚构村东路口', location }]);
    expect(await waiting.seesOwnRequests()).toMatchObject([{ place: corrected }]);
    // Sent again it is the same; from what somebody saw before it, it is refused.
    expect((await workers[1].corrects(corrected)).body).toMatchObject({ version: 2 });
    expect(await workers[2].corrects({ ...place, name: '别的名字' })).toMatchObject(
      refused(409, 'place.changed'),
    );
  });

  test('is for workers on duty and for the supervisor, each their fields', async () => {
    const place = aCheckpoint();
    const [guard] = await threeAt(place);
    const stranger = await anApplicant(world);
    await stranger.joins(place.id);
    expect(await stranger.corrects({ ...place, name: '别的名字' })).toMatchObject(
      refused(403, 'place.not-yours'),
    );
    const elsewhere = await aSupervisor(world, '460200');
    expect(await atPlaces(elsewhere).corrects({ ...place, name: '别的名字' })).toMatchObject(
      refused(403, 'place.not-yours'),
    );
    expect(await guard.corrects({ ...place, requires: 'not-red' })).toMatchObject(
      refused(403, 'place.field-not-yours'),
    );
    expect(await supervisor.corrects({ ...place, passesGreen: true })).toMatchObject(
      refused(403, 'place.field-not-yours'),
    );
    expect(await supervisor.corrects({ ...place, requires: 'not-red' })).toMatchObject({
      status: 200,
    });
    expect(await duties(guard)).toMatchObject([{ requires: 'not-red' }]);
    const moved = { ...place, address: { area: '460203198', detail: '别处 1 号' } };
    expect(await guard.corrects(moved, 2)).toMatchObject(refused(422, 'core.invalid'));
  });

  test.each([2, 3, 4, 5])(
    'killed after write %i, it is carried on by whoever comes next',
    async (writes) => {
      const place = aCheckpoint();
      const workers = await threeAt(place);
      const corrected = { ...place, name: '虚构村东路口' };
      await dyingAfter(writes, () => workers[0].corrects(corrected));
      const names = async () =>
        (await Promise.all(workers.map(duties))).map(([duty]) => duty!.placeName);
      const stale = (await names()).filter((name) => name === place.name).length;
      expect(stale).toBe(Math.max(0, 5 - writes));

      // Not the writer, who is gone: a colleague opens the tab of the duty.
      await workers[2].seesOwnRequests();
      expect(await names()).toEqual(Array(3).fill('虚构村东路口'));
      expect((await workers[0].corrects(corrected)).body).toMatchObject({ version: 2 });
      expect(await itemsOf('place')).toContainEqual(
        expect.not.objectContaining({ pk: place.id, isSpreading: true }),
      );
    },
  );

  test('two at once: one counts, the other is told', async () => {
    const place = aCheckpoint();
    const workers = await threeAt(place);
    const answers = await Promise.all(
      workers.map((worker, i) => worker.corrects({ ...place, name: `虚构村 ${String(i)} 号口` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const [won] = answers.filter(({ status }) => status === 200);
    const { name } = (won!.body as { place: Post }).place;
    for (const worker of workers) expect(await duties(worker)).toMatchObject([{ placeName: name }]);
  });

  test('a grant that comes in the middle carries the corrected place', async () => {
    const place = aCheckpoint();
    const [guard] = await threeAt(place);
    const late = await anApplicant(world);
    const { body } = await late.joins(place.id);
    const corrected = { ...place, name: '虚构村东路口' };
    await Promise.all([guard.corrects(corrected), supervisor.decides(body as never, 'granted')]);
    expect(await duties(late)).toMatchObject([{ placeName: '虚构村东路口' }]);
  });
});

describe('closing', () => {
  test('ends every duty there at the next call; nobody can join, its history stays', async () => {
    const place = aCheckpoint();
    const workers = await threeAt(place);
    const waiting = await anApplicant(world);
    await waiting.joins(place.id);
    const elsewhere = await aSupervisor(world, '460200');
    expect(await atPlaces(elsewhere).closes(place.id)).toMatchObject(
      refused(403, 'place.area-not-yours'),
    );
    expect(await workers[0].closes(place.id)).toMatchObject(refused(403, 'account.not-allowed'));

    expect(await supervisor.closes(place.id)).toMatchObject({
      status: 200,
      body: { closed: { reason: '道路解封' } },
    });
    for (const worker of workers) {
      expect(await scansAt(worker, place.id)).toBe('place.not-yours');
      expect(await worker.seesOwnRequests()).toMatchObject([
        { state: 'withdrawn', reason: '道路解封' },
      ]);
    }
    expect(await waiting.seesOwnRequests()).toMatchObject([{ state: 'refused' }]);
    expect((await supervisor.closes(place.id)).status).toBe(200);

    const late = await aResident(world);
    const applicant = atPlaces(late);
    expect(await applicant.joins(place.id)).toMatchObject(refused(409, 'place.closed'));
    expect(await supervisor.prints(place.id)).toMatchObject(refused(409, 'place.closed'));
    expect(await supervisor.corrects({ ...place, name: '别的' }, 2)).toMatchObject(
      refused(409, 'place.closed'),
    );
    const { places } = await applicant.finds({ area: '460108001', kind: 'checkpoint' });
    expect(places.map(({ id }) => id)).not.toContain(place.id);
    expect((await applicant.looksAtPlace(place.id)).body).toMatchObject({
      place: { name: place.name },
      closed: { reason: '道路解封' },
    });
  });

  test('killed in the middle: duties that are left end when anybody there opens the tab', async () => {
    const place = aCheckpoint();
    const workers = await threeAt(place);
    await dyingAfter(1, () => supervisor.closes(place.id));
    expect(await scansAt(workers[2], place.id)).toBe('on duty');
    await workers[0].seesOwnRequests();
    for (const worker of workers) expect(await scansAt(worker, place.id)).toBe('place.not-yours');
  });

  test('a grant that comes in the middle does not outlive it', async () => {
    const place = aCheckpoint();
    await threeAt(place);
    const late = await anApplicant(world);
    const { body } = await late.joins(place.id);
    await Promise.all([supervisor.closes(place.id), supervisor.decides(body as never, 'granted')]);
    expect(await scansAt(late, place.id)).toBe('place.not-yours');
  });
});
