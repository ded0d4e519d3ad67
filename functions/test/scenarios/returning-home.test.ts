import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { addDays, MINUTE_MS } from '@yimatong/shared/core/day';
import { aGuard, aResident, declarationId } from '../actors';
import { aDayLater, aPlayBegins, aWorld, itIsMorningOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

test('planned for Thursday: green until then, yellow on arrival, green after 14 normal days (U4)', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const arrival = addDays(today(), 3);
  const { id } = await resident.plansToReturn({ returnOn: arrival });
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });
  for (let day = 1; day <= 2; day += 1) {
    aDayLater();
    await resident.checksIn();
  }
  aDayLater();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ clause: 'came-from-outside', evidence: id, since: arrival, daysDone: 0 }],
  });
  await resident.checksIn();
  for (let day = 1; day <= 14; day += 1) {
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    aDayLater();
    await resident.checksIn();
  }
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
});

test('the gate meets the new colour on the day, without anything having run at night (U4, V2)', async () => {
  const [guard, resident] = [await aGuard(world), await aResident(world)];
  await resident.claims();
  await resident.plansToReturn({ returnOn: addDays(today(), 1) });
  expect(await guard.sees(await resident.showsTheirQr())).toMatchObject({ colour: 'green' });
  aDayLater();
  expect(await guard.sees(await resident.showsTheirQr())).toMatchObject({ colour: 'yellow' });
});

test('from Hubei while it was a key area, and after (U4)', async () => {
  itIsMorningOf('2020-03-20');
  const resident = await aResident(world);
  await resident.claims();
  await resident.plansToReturn({ returnOn: today(), from: { province: '42' } });
  expect((await resident.seesTheirCode()).reasons.map(({ clause }) => clause).sort()).toEqual([
    'came-from-outside',
    'stayed-in-key-area',
  ]);

  itIsMorningOf('2020-04-23');
  const later14 = await aResident(world);
  await later14.claims();
  await later14.plansToReturn({ returnOn: today(), from: { province: '42' } });
  expect((await later14.seesTheirCode()).reasons.map(({ clause }) => clause)).toEqual([
    'came-from-outside',
  ]);
});

test('a flight moved on another day: the old plan is gone, both declarations are kept (U4)', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const first = await resident.plansToReturn({ returnOn: addDays(today(), 2) });
  aDayLater();
  const moved = await resident.plansToReturn({ returnOn: addDays(today(), 5) });
  expect(moved.corrects).toBeUndefined();
  for (let day = 1; day <= 3; day += 1) {
    aDayLater();
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
  }
  aDayLater();
  aDayLater();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ evidence: moved.id }],
  });
  const { declarations } = await resident.call(declarationContract.mine, {
    query: { personId: resident.personId },
  });
  expect(declarations.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, moved.id]));
});

test('a slip in it is taken back with its plan; what somebody has scanned stays (U4)', async () => {
  const [guard, resident] = [await aGuard(world), await aResident(world)];
  await resident.claims();
  const slip = await resident.plansToReturn({ symptoms: ['fever'] });
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  later(MINUTE_MS);
  expect((await resident.plansToReturn()).corrects).toBe(slip.id);
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
  later(MINUTE_MS);
  await resident.plansToReturn({ exposures: ['case-within-14-days'] });
  await guard.scans(await resident.showsTheirQr());
  later(MINUTE_MS);
  await resident.plansToReturn();
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ clause: 'declared-contact' }],
  });
});

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

describe('a journey that is off (U4)', () => {
  const off = (resident: Awaited<ReturnType<typeof aResident>>) => ({
    kind: 'no-return' as const,
    id: declarationId(),
    personId: resident.personId,
    day: today(),
  });

  test('is cancelled: the code stays green on the day, and both stand in the records', async () => {
    const resident = await aResident(world);
    await resident.claims();
    later(1000);
    const arrival = addDays(today(), 3);
    await resident.plansToReturn({ returnOn: arrival });
    expect(await resident.seesTheirCode()).toMatchObject({ plannedOn: arrival });
    later(1000);
    const body = off(resident);
    expect((await resident.declares(body)).status).toBe(200);
    expect((await resident.declares(body)).status).toBe(200);
    expect(await resident.seesTheirCode()).not.toHaveProperty('plannedOn');
    itIsMorningOf(arrival);
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });
    const { declarations } = await resident.call(declarationContract.mine, {
      query: { personId: resident.personId },
    });
    expect(declarations.map(({ declaration }) => declaration.kind)).toEqual([
      'no-return',
      'return-outside',
      'claim',
    ]);
  });

  test('marks no day, and what else was told of the journey stays', async () => {
    const resident = await aResident(world);
    await resident.claims();
    await resident.plansToReturn({ symptoms: ['fever'], condition: 'unwell' });
    aDayLater();
    expect((await resident.declares(off(resident))).status).toBe(200);
    const code = await resident.seesTheirCode();
    expect(code).toMatchObject({ colour: 'yellow', checkedInToday: false });
    expect(code.reasons.map(({ clause }) => clause)).toEqual(['declared-symptoms']);
  });

  test('is refused where nothing was planned, and once its day has come', async () => {
    const resident = await aResident(world);
    await resident.claims();
    const refused = { status: 409, body: { code: 'declaration.no-plan' } };
    expect(await resident.declares(off(resident))).toMatchObject(refused);
    const arrival = addDays(today(), 2);
    await resident.plansToReturn({ returnOn: arrival });
    itIsMorningOf(arrival);
    expect(await resident.declares(off(resident))).toMatchObject(refused);
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });
});
