import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aResident } from '../actors';
import { aDayLater, aWorld, FIRST_DAY, itIsMorningOf, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(() => itIsMorningOf(FIRST_DAY));

test('a healthy resident claims a code and it is green', async () => {
  const resident = await aResident(world);
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'none',
    reasons: [],
    checkedInToday: false,
  });
  expect((await resident.seesTheirCode()).token).toBeUndefined();

  await resident.claims();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'green',
    reasons: [],
    maskedName: '林**',
    claimedOn: FIRST_DAY,
    checkedInToday: true,
  });
});

test('a cough turns the code yellow; fourteen normal days turn it green again', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const { id } = await resident.checksIn(['dry-cough']);
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [
      {
        clause: 'declared-symptoms',
        evidence: id,
        since: FIRST_DAY,
        daysDone: 0,
        daysNeeded: 14,
        clearsOn: '2020-03-15',
      },
    ],
  });

  for (let day = 1; day <= 13; day += 1) {
    aDayLater();
    await resident.checksIn();
    expect(await resident.seesTheirCode()).toMatchObject({
      colour: 'yellow',
      reasons: [{ daysDone: day, clearsOn: '2020-03-15' }],
    });
  }
  aDayLater();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ daysDone: 13 }],
  });
  await resident.checksIn();
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });

  aDayLater();
  aDayLater();
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
});

test('a missed day starts the count anew', async () => {
  const resident = await aResident(world);
  await resident.claims('fever');
  for (let day = 1; day <= 10; day += 1) {
    aDayLater();
    await resident.checksIn();
  }
  aDayLater();
  aDayLater();
  await resident.checksIn();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ daysDone: 1, clearsOn: '2020-03-26' }],
  });
});
