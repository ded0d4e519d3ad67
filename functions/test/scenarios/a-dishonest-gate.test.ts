/** What a guard, or somebody in front of one, may not get away with. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MINUTE_MS, msOf, plusMs } from '@yimatong/shared/core/day';
import { type PassId, uuidV7 } from '@yimatong/shared/core/id';
import { accountContract } from '@yimatong/shared/account/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { now } from '../../src/core/clock';
import { aGuard, anAddress, aResident, passId, type Resident } from '../actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const passIdOf = (ms: number): PassId => `pass_${uuidV7(ms, randomBytes(10))}`;
const shown = async (...symptoms: Parameters<Resident['claims']>) => {
  const resident = await aResident(world);
  await resident.claims(...symptoms);
  return { resident, token: await resident.showsTheirQr() };
};

describe('without an own scan', () => {
  test('a refused record tells nothing of the colour, and leaves nothing', async () => {
    const [guard, other] = [await aGuard(world), await aGuard(world)];
    const before = (await itemsOf('pass')).length;
    for (const symptoms of [[], ['fever' as const]]) {
      const { token } = await shown(...symptoms);
      const { subject } = await guard.sees(token);
      const asked = await other.tries(passContract.record, {
        body: {
          ...guard.recordOf({ ...(await guard.sees(token)), scanId: passId() }),
          placeId: other.place.id,
          subject: subject!,
        },
      });
      expect(asked).toMatchObject({ status: 404, body: { code: 'pass.scan-unknown' } });
    }
    expect((await itemsOf('pass')).length - before).toBe(4); // the guard's own four looks
  });
});

describe('one look is one answer', () => {
  test('the same scan again tells what was seen, not what is', async () => {
    const guard = await aGuard(world);
    const { resident, token } = await shown();
    const id = passId();
    expect(await guard.sees(token, { id })).toMatchObject({ colour: 'green', meets: true });
    later(MINUTE_MS);
    await resident.checksIn(['fever']);
    const again = await guard.sees(token, { id });
    expect(again).toMatchObject({ colour: 'green', meets: true, warnings: [] });
    expect(again).not.toHaveProperty('since');
    expect(await resident.seesWhoLooked()).toHaveLength(1);
    expect(await guard.sees(token)).toMatchObject({ colour: 'yellow', meets: false });
    expect(await resident.seesWhoLooked()).toHaveLength(2);
  });

  test('a pass recorded before the code turned is answered again as it was', async () => {
    const guard = await aGuard(world);
    const { resident, token } = await shown();
    const body = await guard.wouldRecord(token);
    const first = await guard.call(passContract.record, { body });
    await resident.checksIn(['fever']);
    expect(await guard.call(passContract.record, { body })).toEqual(first);
  });

  test('an id must be of these days: it orders the person’s list', async () => {
    const guard = await aGuard(world);
    const { token } = await shown();
    for (const hours of [-26, 26])
      expect(
        await guard.tries(passContract.scan, {
          body: {
            id: passIdOf(msOf(now()) + hours * 60 * MINUTE_MS),
            placeId: guard.place.id,
            token,
          },
        }),
      ).toMatchObject({ status: 422, body: { fields: [{ path: 'id' }] } });
  });
});

describe('a slip that was seen is no slip', () => {
  test('by a scan whose id says another hour', async () => {
    const guard = await aGuard(world);
    const { resident, token } = await shown('fever');
    expect((await guard.sees(token, { id: passIdOf(msOf(now()) - 60 * MINUTE_MS) })).colour).toBe(
      'yellow',
    );
    later(MINUTE_MS);
    await resident.checksIn();
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });

  test('by a yellow code that was scanned, they say, before it was yellow', async () => {
    const guard = await aGuard(world);
    const { resident, token } = await shown('fever');
    later(MINUTE_MS);
    expect(await guard.sees(token, { scannedAt: plusMs(now(), -90_000) })).toMatchObject({
      colour: 'yellow',
    });
    await resident.checksIn();
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });
});

test('a scan without network is told the code’s own colour and nothing of today, and opens no history', async () => {
  const guard = await aGuard(world);
  const { resident, token } = await shown();
  later(MINUTE_MS);
  const scannedAt = now();
  later(20 * MINUTE_MS);
  await resident.checksIn(['fever']);
  const scan = await guard.sees(token, { scannedAt });
  expect(scan).toMatchObject({ colour: 'green', meets: true, warnings: [] });
  for (const name of ['maskedName', 'documentTail', 'since']) expect(scan).not.toHaveProperty(name);
  expect((await guard.asksForHistory(scan)).status).toBe(409);
});

test('a green code that goes by another name or document warns the next guards for 14 days', async () => {
  const guard = await aGuard(world);
  const { resident, token } = await shown();
  expect((await guard.sees(token)).warnings).toEqual([]);
  await resident.call(accountContract.putDetails, {
    params: { personId: resident.personId },
    body: {
      name: '陈大文',
      document: { type: 'passport', number: 'ZZ95678' },
      address: anAddress,
    },
  });
  expect((await guard.sees(token)).warnings).toMatchObject([{ kind: 'identity-changed' }]);
  for (let day = 0; day < 14; day += 1) aDayLater();
  await resident.checksIn();
  expect((await guard.sees(await resident.showsTheirQr())).warnings).toEqual([]);
});
