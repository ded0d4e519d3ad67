import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, instantOf, msOf, startOf } from '@yimatong/shared/core/day';
import { aResident } from '../actors';
import { aDayLater, aPlayBegins, aWorld, itIs, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const midnightAfter = () => msOf(startOf(addDays(today(), 1)));

test('declared at 23:59:59.999 it is of the day that ends; a millisecond later of the next', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const day = today();
  const midnight = midnightAfter();

  itIs(instantOf(midnight - 1));
  expect(await resident.checksIn()).toMatchObject({ day, at: instantOf(midnight - 1) });
  expect(await resident.seesTheirCode()).toMatchObject({ checkedInToday: true });

  itIs(instantOf(midnight));
  expect(await resident.seesTheirCode()).toMatchObject({ checkedInToday: false });
  const next = await resident.checksIn();
  expect(next).toMatchObject({ day: addDays(day, 1), at: instantOf(midnight) });
  // The first of its day: it corrects nothing.
  expect(next.corrects).toBeUndefined();
});

test('a form of yesterday is not taken for today, unless it was sent before', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const draft = resident.dailyOf();
  const sent = resident.dailyOf();
  itIs(instantOf(midnightAfter() - 1));
  const first = await resident.declares(sent);
  expect(first.status).toBe(200);

  itIs(instantOf(midnightAfter()));
  expect(await resident.declares(draft)).toMatchObject({
    status: 422,
    body: { code: 'declaration.day-over' },
  });
  // The answer was lost on the way, the phone sends again.
  expect((await resident.declares(sent)).body).toEqual(first.body);
  expect((await resident.declares({ ...sent, temperature: 36.9 })).body).toMatchObject({
    code: 'core.id-reused',
  });
});

test('a phone whose date is ahead is told so', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const tomorrow = { ...resident.dailyOf(), day: addDays(today(), 1) };
  expect(await resident.declares(tomorrow)).toMatchObject({
    status: 422,
    body: { code: 'declaration.day-in-the-future' },
  });
  aDayLater();
  expect((await resident.declares(tomorrow)).status).toBe(200);
});

test('before the claim there is nothing to check in for', async () => {
  const resident = await aResident(world);
  expect(await resident.declares(resident.dailyOf())).toMatchObject({
    status: 409,
    body: { code: 'declaration.not-claimed' },
  });
});
