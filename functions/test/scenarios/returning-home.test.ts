import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { aResident } from '../actors';
import { aDayLater, aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

test('from another county of the province, well: green stays green, the check-in is still due (U5)', async () => {
  const resident = await aResident(world);
  await resident.claims();
  aDayLater();
  const { duty, corrects } = await resident.returnsWithin();
  expect([duty, corrects]).toEqual([undefined, undefined]);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green', checkedInToday: false });
});

test('each kind is corrected by its own, on one day (U5, U6)', async () => {
  const resident = await aResident(world);
  await resident.claims();
  aDayLater();
  const within = await resident.returnsWithin({ exposures: ['case-within-14-days'] });
  later(MINUTE_MS);
  const work = await resident.registersForWork({ departure: '44' });
  later(MINUTE_MS);
  const daily = await resident.checksIn();
  expect([within.corrects, work.corrects, daily.corrects]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect((await resident.seesTheirCode()).reasons.map(({ clause }) => clause).sort()).toEqual([
    'came-from-outside',
    'declared-contact',
  ]);
  later(MINUTE_MS);
  expect((await resident.returnsWithin()).corrects).toBe(within.id);
  expect(await resident.seesTheirCode()).toMatchObject({
    reasons: [{ clause: 'came-from-outside', evidence: work.id }],
  });
  later(MINUTE_MS);
  expect((await resident.registersForWork()).corrects).toBe(work.id);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
});
