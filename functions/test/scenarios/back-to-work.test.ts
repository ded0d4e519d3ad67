import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { aGuard, aResident, type Resident } from '../actors';
import { aDayLater, aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const declarationsOf = async ({ call, personId }: Resident) =>
  (await call(declarationContract.mine, { query: { personId } })).declarations;

test('green goes to work, and the record says so', async () => {
  const resident = await aResident(world);
  await resident.claims();
  aDayLater();
  const answer = await resident.registersForWork();
  expect(answer.duty).toEqual({ allowed: true, colour: 'green', reasons: [] });
  expect((await declarationsOf(resident))[0]).toMatchObject({
    id: answer.id,
    declaration: { kind: 'return-to-work', organisation: '虚构食品厂' },
    outcome: { colour: 'green', clauses: [] },
  });
});

test('yellow stays at home and is told why; fourteen normal days later it may', async () => {
  const resident = await aResident(world);
  await resident.claims('fever');
  expect((await resident.registersForWork()).duty).toMatchObject({
    allowed: false,
    colour: 'yellow',
    reasons: [{ clause: 'declared-symptoms', why: { zh: expect.stringContaining('症状') } }],
  });
  for (let day = 1; day <= 14; day += 1) {
    aDayLater();
    await resident.checksIn();
  }
  expect((await resident.registersForWork()).duty).toMatchObject({ allowed: true });
});

test.each([
  ['a symptom', { condition: 'unwell', symptoms: ['dry-cough'] }, 'declared-symptoms'],
  ['contact with a case', { exposures: ['case-within-14-days'] }, 'declared-contact'],
  ['contact with a carrier', { exposures: ['carrier-within-14-days'] }, 'declared-contact'],
  ['a stay in a key area', { exposures: ['key-area-within-14-days'] }, 'stayed-in-key-area'],
  ['coming from another province', { departure: '44' }, 'came-from-outside'],
  ['coming from abroad', { departure: 'abroad' }, 'came-from-outside'],
] as const)('the registration itself can turn the code: %s', async (_, told, clause) => {
  const resident = await aResident(world);
  await resident.claims();
  const { id, duty } = await resident.registersForWork(told as object);
  expect(duty).toMatchObject({ allowed: false, colour: 'yellow', reasons: [{ clause }] });
  expect(await resident.seesTheirCode()).toMatchObject({
    colour: 'yellow',
    reasons: [{ clause, evidence: id }],
  });
});

test('it is no check-in: the day still waits for one, and a count is not carried by it', async () => {
  const resident = await aResident(world);
  await resident.claims('fatigue');
  aDayLater();
  await resident.registersForWork();
  expect(await resident.seesTheirCode()).toMatchObject({
    checkedInToday: false,
    reasons: [{ daysDone: 0 }],
  });
  expect((await resident.checksIn()).corrects).toBeUndefined();
  expect(await resident.seesTheirCode()).toMatchObject({
    checkedInToday: true,
    reasons: [{ daysDone: 1 }],
  });
});

test('the check-in of the same day takes nothing of it back, its own correction does', async () => {
  const resident = await aResident(world);
  await resident.claims();
  aDayLater();
  const slip = await resident.registersForWork({ exposures: ['case-within-14-days'] });
  later(MINUTE_MS);
  expect((await resident.checksIn()).corrects).toBeUndefined();
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });

  later(MINUTE_MS);
  const corrected = await resident.registersForWork();
  expect(corrected).toMatchObject({ corrects: slip.id, duty: { allowed: true } });
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'green' });
  later(MINUTE_MS);
  expect((await resident.registersForWork()).corrects).toBe(corrected.id);
});

test('and it takes nothing back of the check-in', async () => {
  const resident = await aResident(world);
  await resident.claims();
  aDayLater();
  await resident.checksIn(['dry-cough']);
  later(MINUTE_MS);
  expect(await resident.registersForWork()).toMatchObject({ duty: { allowed: false } });
  expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
});

test('once somebody has scanned the code, it is no slip any more', async () => {
  const [guard, resident] = [await aGuard(world), await aResident(world)];
  await resident.claims();
  await resident.registersForWork({ departure: '42' });
  await guard.scans(await resident.showsTheirQr());
  later(MINUTE_MS);
  expect(await resident.registersForWork()).toMatchObject({
    duty: { allowed: false, reasons: [{ clause: 'came-from-outside' }] },
  });
});

test('sent again it is answered as it was, whatever the colour is by now', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const body = resident.returnToWorkOf();
  const first = await resident.declares(body);
  expect(first).toMatchObject({ status: 200, body: { duty: { allowed: true } } });
  later(MINUTE_MS);
  await resident.checksIn(['fever']);
  expect((await resident.declares(body)).body).toEqual(first.body);
  aDayLater();
  expect((await resident.declares(body)).body).toEqual(first.body);
  expect(await resident.declares({ ...body, organisation: '别的工厂' })).toMatchObject({
    status: 409,
    body: { code: 'core.id-reused' },
  });
  expect((await declarationsOf(resident)).filter(({ id }) => id === body.id)).toHaveLength(1);
});

test('somebody without a code registers for nothing', async () => {
  const resident = await aResident(world);
  expect(await resident.declares(resident.returnToWorkOf())).toMatchObject({
    status: 409,
    body: { code: 'declaration.not-claimed' },
  });
});

test('sent at once from two phones, each corrects the one before it, and none is lost', async () => {
  const resident = await aResident(world);
  await resident.claims();
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => resident.registersForWork({ departure: '44' })),
  );
  const corrected = answers.flatMap(({ corrects }) => (corrects ? [corrects] : []));
  expect(corrected).toHaveLength(3);
  const last = answers.filter(({ id }) => !corrected.includes(id));
  expect(last).toHaveLength(1);
  expect((await resident.seesTheirCode()).reasons).toMatchObject([{ evidence: last[0]!.id }]);
});
