import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { aGuard, aResident, passId, type Resident } from '../actors';
import { aDayLater, aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const declarationsOf = async ({ call, personId }: Resident) =>
  (await call(declarationContract.mine, { query: { personId } })).declarations;

test('a slip corrected before anybody saw it is withdrawn; both declarations are kept', async () => {
  const resident = await aResident(world);
  await resident.claims();
  later(MINUTE_MS);
  const slip = await resident.checksIn(['diarrhoea']);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  later(MINUTE_MS);
  const corrected = await resident.checksIn();

  expect(corrected.corrects).toBe(slip.id);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });
  expect(await declarationsOf(resident)).toMatchObject([
    { id: corrected.id, corrects: slip.id, declaration: { symptoms: [] } },
    { id: slip.id, declaration: { symptoms: ['diarrhoea'] } },
    { declaration: { kind: 'claim' } },
  ]);
});

test('a slip in the claim itself, too', async () => {
  const resident = await aResident(world);
  await resident.claims('fever', 'dry-cough');
  later(MINUTE_MS);
  await resident.claims();
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
});

test.each(['a guard on duty', 'a stranger'])(
  'once %s has scanned the yellow code, it stays yellow for its days',
  async (who) => {
    const [guard, stranger, resident] = [
      await aGuard(world),
      await aResident(world),
      await aResident(world),
    ];
    await resident.claims('dry-cough');
    const token = await resident.showsTheirQr();
    if (who === 'a stranger')
      await stranger.call(passContract.scan, { body: { id: passId(), token } });
    else await guard.scans(token);
    later(MINUTE_MS);
    await resident.checksIn();
    expect(await resident.seesTheirCode()).toMatchObject({
      colour: 'yellow',
      reasons: [{ clause: 'declared-symptoms', daysDone: 0 }],
    });
    expect(await declarationsOf(resident)).toHaveLength(2);
  },
);

test('a scan before the slip does not hold it', async () => {
  const [guard, resident] = [await aGuard(world), await aResident(world)];
  await resident.claims();
  await guard.scans(await resident.showsTheirQr());
  later(MINUTE_MS);
  await resident.checksIn(['fatigue']);
  later(MINUTE_MS);
  await resident.checksIn();
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
});

test('the next day it is no slip any more', async () => {
  const resident = await aResident(world);
  await resident.claims('dry-cough');
  aDayLater();
  await resident.checksIn();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ daysDone: 1 }],
  });
});

test('correcting for the worse turns the code, and counts for the day', async () => {
  const resident = await aResident(world);
  await resident.claims();
  later(MINUTE_MS);
  await resident.checksIn([], 37.3);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
});

test('twenty times a day are enough; the next day begins anew', async () => {
  const resident = await aResident(world);
  await resident.claims();
  for (let i = 0; i < 20; i += 1) {
    later(MINUTE_MS);
    await resident.checksIn();
  }
  await expect(resident.checksIn()).rejects.toThrow('declaration.too-many');
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
  aDayLater();
  await resident.checksIn();
});
