/** A place's poster and who scans it: a record of having come, and nothing else (V4). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountContract } from '@yimatong/shared/account/contract';
import { auditContract } from '@yimatong/shared/audit/contract';
import { DAY_MS, type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import type { FileAnswer } from '@yimatong/shared/core/upload';
import { passContract } from '@yimatong/shared/pass/contract';
import { sceneOf } from '@yimatong/shared/place/poster-link';
import { now } from '../../src/core/clock';
import {
  aCheckpoint,
  aDocumentNumber,
  aGuard,
  anAddress,
  aResident,
  newId,
  passId,
} from '../actors';
import { arrivalOf, arrives, atPlaces } from '../places-actors';
import type { Given, Stub } from '../stubs/stub';
import { aWechat } from '../stubs/wechat';
import { aPlayBegins, aWorld, itemsOf, later, sizeOfEverything, type World } from '../world';

let world: World;
let wechat: Stub & { readonly secret: string };
beforeAll(async () => {
  wechat = await aWechat();
  process.env['WECHAT_SECRET'] = wechat.secret;
  process.env['SITE'] = 'https://ma.example';
  world = await aWorld();
});
afterAll(async () => {
  await Promise.all([world.close(), wechat.close()]);
  delete process.env['SITE'];
});
beforeEach(() => {
  process.env['WECHAT_CODES'] = 'off';
  aPlayBegins();
});

const HOUR_MS = 60 * MINUTE_MS;
const HAIKOU = { latitude: 20.044, longitude: 110.199 };
const BEIHAI = { latitude: 21.481, longitude: 109.12 };
const aGate = async () => {
  const guard = await aGuard(world, aCheckpoint({ location: HAIKOU }));
  return { ...guard, ...atPlaces(guard) };
};
const anna = async () => {
  const resident = await aResident(world);
  await resident.claims();
  return resident;
};
const before = (ms: number): Instant => new Date(msOf(now()) - ms).toISOString() as Instant;
const refused = (status: number, code: string) => ({ status, body: { code } });

describe('whoever scans it', () => {
  test('is shown the colour, and finds place, time and check among the own records', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const { status, body } = await arrives(resident, gate.place.id, { location: HAIKOU });
    expect([status, body]).toMatchObject([
      200,
      { placeName: gate.place.name, people: [{ colour: 'green', locationCheck: 'passed' }] },
    ]);
    expect(await resident.seesWhoLooked()).toMatchObject([
      { outcome: 'self', placeName: gate.place.name, colour: 'green', locationCheck: 'passed' },
    ]);
    const { looks } = await resident.call(auditContract.looks, {
      query: { personId: resident.personId },
    });
    expect(looks[0]).toMatchObject({
      who: { kind: 'self', where: gate.place.name },
      what: { zh: '扫了地点的海报，登记到达' },
    });
  });

  test.each([
    ['here', HAIKOU, 'passed'],
    ['300 km away, from a photo of the poster', BEIHAI, 'failed'],
    ['where the device will not say', undefined, 'not-possible'],
  ] as const)('%s: recorded all the same', async (_, location, locationCheck) => {
    const [gate, resident] = [await aGate(), await anna()];
    const { status, body } = await arrives(resident, gate.place.id, location && { location });
    expect([status, body]).toMatchObject([200, { people: [{ locationCheck }] }]);
    // Where the phone was is not kept anywhere.
    expect(JSON.stringify(await itemsOf('pass'))).not.toContain(String(BEIHAI.latitude));

    const scan = await gate.sees(await resident.showsTheirQr());
    const { body: history } = await gate.asksForHistory(scan);
    expect(history).toMatchObject({ passes: [{ outcome: 'self', locationCheck }], warnings: [] });
  });

  test('twice within two minutes counts once, sent again it is answered the same', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const id = passId();
    const first = arrivalOf(await arrives(resident, gate.place.id, { id, location: HAIKOU }));
    later(119_000);
    const second = arrivalOf(await arrives(resident, gate.place.id));
    expect(second.people).toEqual(first.people);
    const again = arrivalOf(await arrives(resident, gate.place.id, { id, location: HAIKOU }));
    expect(again.people).toEqual(first.people);
    later(1_000);
    await arrives(resident, gate.place.id);
    const other = await aGate();
    await arrives(resident, other.place.id);
    expect(await resident.seesWhoLooked()).toHaveLength(3);
    later(2 * MINUTE_MS);
    expect(await arrives(resident, other.place.id, { id })).toMatchObject(
      refused(409, 'core.id-reused'),
    );
  });

  test('twelve at once count once', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => arrives(resident, gate.place.id)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await resident.seesWhoLooked()).toHaveLength(1);
  });

  test('records the family that comes along, and nobody else', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const child = await resident.call(accountContract.addMember, {
      body: {
        relation: 'child',
        name: '林小鱼',
        document: { type: 'resident-id', number: aDocumentNumber() },
        address: anAddress,
      },
    });
    const personIds = [resident.personId, child.personId];
    expect(await arrives(resident, gate.place.id, { personIds })).toMatchObject(
      refused(409, 'declaration.not-claimed'),
    );
    expect(await resident.seesWhoLooked()).toEqual([]);
    await resident.declares({ ...resident.claimOf(), personId: child.personId });
    const { people } = arrivalOf(await arrives(resident, gate.place.id, { personIds }));
    expect(people.map(({ personId }) => personId)).toEqual(personIds);
    expect(await resident.seesWhoLooked()).toMatchObject([
      { partyId: expect.stringMatching(/^part_/) },
    ]);

    const stranger = await anna();
    expect(
      await arrives(resident, gate.place.id, { personIds: [stranger.personId] }),
    ).toMatchObject(refused(403, 'account.not-your-person'));
  });

  test('without network: sent within a day it counts for its time; later it is refused', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const scannedAt = before(3 * HOUR_MS);
    expect(arrivalOf(await arrives(resident, gate.place.id, { scannedAt })).people).toMatchObject([
      { at: scannedAt },
    ]);
    expect(await resident.seesWhoLooked()).toMatchObject([{ at: scannedAt, offline: true }]);
    expect(
      await arrives(resident, gate.place.id, { scannedAt: before(DAY_MS + MINUTE_MS) }),
    ).toMatchObject(refused(409, 'arrive.too-late'));
    // A phone whose clock is ahead comes now.
    const { people } = arrivalOf(
      await arrives(resident, gate.place.id, { scannedAt: before(-HOUR_MS) }),
    );
    expect(people).toMatchObject([{ at: now() }]);
  });

  test.each([
    ['a place that is not there', () => newId<'plac'>('plac'), 404, 'place.unknown'],
    [
      'a closed place',
      async () => {
        const gate = await aGate();
        await atPlaces(gate.supervisor).closes(gate.place.id);
        return gate.place.id;
      },
      409,
      'place.closed',
    ],
  ] as const)('%s: told so, nothing recorded', async (_, placeOf, status, code) => {
    const [placeId, resident] = [await placeOf(), await anna()];
    const size = await sizeOfEverything();
    expect(await arrives(resident, placeId)).toMatchObject(refused(status, code));
    expect(await sizeOfEverything()).toEqual(size);
  });

  test('who has not claimed a code is sent to claim it', async () => {
    const [gate, resident] = [await aGate(), await aResident(world)];
    expect(await arrives(resident, gate.place.id)).toMatchObject(
      refused(409, 'declaration.not-claimed'),
    );
  });

  test('cannot turn their own scan into a guard’s record', async () => {
    const gate = await aGate();
    await gate.claims();
    const { id } = arrivalOf(await arrives(gate, gate.place.id));
    const scan = await gate.sees(await gate.showsTheirQr());
    expect(
      await gate.tries(passContract.record, { body: { ...gate.recordOf(scan), id } }),
    ).toMatchObject(refused(409, 'core.id-reused'));
    expect(await gate.seesWhoLooked()).toContainEqual(
      expect.objectContaining({ id, outcome: 'self' }),
    );
  });

  test('changes no code, in whatever order, wherever, however often', async () => {
    const [gate, resident] = [await aGate(), await anna()];
    const codeOf = async () => (await itemsOf('code')).filter(({ pk }) => pk === resident.personId);
    const code = await codeOf();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            wait: fc.integer({ min: 0, max: 5 * MINUTE_MS }),
            late: fc.integer({ min: -HOUR_MS, max: 2 * DAY_MS }),
            location: fc.option(fc.constantFrom(HAIKOU, BEIHAI)),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (scans) => {
          for (const { wait, late, location } of scans) {
            later(wait);
            const { status } = await arrives(resident, gate.place.id, {
              scannedAt: before(late),
              ...(location && { location }),
            });
            expect([200, 409, 429]).toContain(status);
          }
          expect(await codeOf()).toEqual(code);
        },
      ),
      { numRuns: 20 },
    );
    const { warnings } = await gate.sees(await resident.showsTheirQr());
    expect(warnings).toEqual([]);
  });
});

describe('the poster', () => {
  const fileOf = ({ body }: { body: unknown }) => body as FileAnswer;
  const bytesOf = (file: FileAnswer) => Buffer.from(file.base64, 'base64');
  /** A picture of one pixel, as WeChat would send it. */
  const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  );
  /** WeChat, which answers for codes as it is told. */
  const wechatAnswers = (...given: Given[]) => {
    process.env['WECHAT_CODES'] = 'on';
    const since = wechat.asked.length;
    wechat.answers(({ url }) =>
      url.pathname === '/cgi-bin/stable_token'
        ? { body: { access_token: `token-${String(wechat.asked.length)}`, expires_in: 7200 } }
        : (given.shift() ?? {
            body: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
          }),
    );
    return () =>
      wechat.asked.slice(since).filter(({ url }) => url.pathname === '/wxa/getwxacodeunlimit');
  };
  const pictures = (pdf: Buffer) => pdf.toString('latin1').match(/\/Subtype \/Image/g)?.length ?? 0;

  test('is a PDF for who works there and for the supervisor, and for nobody else', async () => {
    const gate = await aGate();
    const file = fileOf(await gate.prints(gate.place.id));
    expect(file).toMatchObject({ type: 'application/pdf', name: expect.stringMatching(/\.pdf$/) });
    const pdf = bytesOf(file);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/FontFile');
    expect(pdf.length).toBeLessThan(400_000);
    expect(await atPlaces(gate.supervisor).prints(gate.place.id)).toMatchObject({ status: 200 });
    expect(await atPlaces(await anna()).prints(gate.place.id)).toMatchObject(
      refused(403, 'place.not-yours'),
    );
  });

  test('needs an address of the web', async () => {
    const gate = await aGate();
    process.env['SITE'] = 'none';
    expect(await gate.prints(gate.place.id)).toMatchObject(refused(409, 'place.poster-no-site'));
    process.env['SITE'] = 'https://ma.example';
  });

  test('carries WeChat’s own code where that is switched on', async () => {
    const gate = await aGate();
    const asked = wechatAnswers({ type: 'image/png', body: PIXEL });
    expect(pictures(bytesOf(fileOf(await gate.prints(gate.place.id))))).toBe(1);
    expect(asked()).toHaveLength(1);
    expect(JSON.parse(asked()[0]!.body)).toEqual({
      scene: sceneOf(gate.place.id),
      page: 'arrive/pages/arrive',
      check_path: true,
      width: 600,
    });
  });

  test('a token that is over is asked for anew, once', async () => {
    const gate = await aGate();
    const over = { body: { errcode: 40001, errmsg: 'invalid credential' } };
    const asked = wechatAnswers(over, { type: 'image/png', body: PIXEL });
    expect(pictures(bytesOf(fileOf(await gate.prints(gate.place.id))))).toBe(1);
    const tokens = asked().map(({ url }) => url.searchParams.get('access_token'));
    expect(new Set(tokens).size).toBe(2);
  });

  test.each<[string, Given]>([
    ['41030: the page is not published', { body: { errcode: 41030, errmsg: 'invalid page' } }],
    ['45009: too many today', { body: { errcode: 45009, errmsg: 'reach max api limit' } }],
    ['40129: an argument', { body: { errcode: 40129, errmsg: 'invalid scene' } }],
    ['WeChat is down', { status: 502, body: 'bad gateway' }],
    ['no answer', 'never'],
    ['nonsense', { type: 'text/html', body: '<html>' }],
  ])('%s: printed without it', async (_, given) => {
    const gate = await aGate();
    const asked = wechatAnswers(given);
    const { status, body } = await gate.prints(gate.place.id);
    expect(status).toBe(200);
    expect(pictures(bytesOf(fileOf({ body })))).toBe(0);
    expect(asked()).toHaveLength(1);
  });

  test('thirty an hour', async () => {
    const gate = await aGate();
    for (let i = 0; i < 30; i += 1) await gate.prints(gate.place.id);
    expect(await gate.prints(gate.place.id)).toMatchObject(refused(429, 'place.too-many-posters'));
  });
});
