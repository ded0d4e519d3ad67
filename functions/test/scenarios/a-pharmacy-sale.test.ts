/** A pharmacy (V7): the code of whoever takes the medicine turns, whoever buys it; two people take a mistake back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { now } from '../../src/core/clock';
import { outboxed } from '../../src/core/sms';
import {
  aDocumentNumber,
  aPhone,
  aResident,
  aWorker,
  newId,
  passId,
  type Resident,
  type Worker,
} from '../actors';
import { aColleague, decidesPurchase, ibuprofen, sells } from '../clinic-actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
let pharmacist: Worker;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  aPlayBegins();
  pharmacist = await aWorker(world, 'pharmacist');
});

const aPerson = async (more: { name?: string; phone?: string; number?: string } = {}) => {
  const person = await aResident(world, more);
  await person.claims();
  return person;
};
const own = async (person: Resident) =>
  (await person.call(purchaseContract.mine, { query: { personId: person.personId } })).purchases;
const told = (phone: string) =>
  outboxed().filter(({ sms }) => sms.template === 'medicine-bought' && sms.to === `+86${phone}`);
const scans = async (person: Resident) => pharmacist.whom(await person.showsTheirQr());

describe('for oneself', () => {
  test('the buyer is yellow, and sees what was recorded, where and when', async () => {
    const buyer = await aPerson();
    expect(await sells(pharmacist, { whom: await scans(buyer) })).toMatchObject({
      status: 200,
      body: { isForOther: false },
    });
    expect(await buyer.seesTheirCode()).toMatchObject({
      colour: 'yellow',
      reasons: [{ clause: 'bought-medicine' }],
    });
    expect(await own(buyer)).toMatchObject([
      { placeName: pharmacist.place.name, as: 'taken', isForOther: false, medicines: [ibuprofen] },
    ]);
    expect(JSON.stringify(await itemsOf('purchase'))).not.toMatch(/布洛芬|林小雨/);
  });

  test('the buyer’s own number as the patient’s is the buyer', async () => {
    const buyer = await aPerson();
    const answer = await sells(pharmacist, {
      whom: await scans(buyer),
      patient: { phone: buyer.phone },
    });
    expect(answer.body).toMatchObject({ isForOther: false });
    expect(await buyer.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect(told(buyer.phone)).toHaveLength(0);
  });
});

describe('for a grandmother', () => {
  test('who has a code: hers turns, not the buyer’s; both see it, and her phone is told once that day', async () => {
    const [buyer, grandmother] = [await aPerson(), await aPerson({ name: '王外婆' })];
    const patient = { phone: grandmother.phone };
    for (let i = 0; i < 2; i += 1)
      expect((await sells(pharmacist, { whom: await scans(buyer), patient })).body).toMatchObject({
        isForOther: true,
      });
    expect(await grandmother.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect(await buyer.seesTheirCode()).toMatchObject({ colour: 'green' });
    expect(await own(grandmother)).toMatchObject([{ as: 'taken', isForOther: true }, {}]);
    expect(await own(buyer)).toMatchObject([{ as: 'bought', isForOther: true }, {}]);
    expect(told(grandmother.phone)).toHaveLength(1);
    // Neither learns who the other is.
    expect(JSON.stringify([await own(grandmother), await own(buyer)])).not.toMatch(
      new RegExp(`${buyer.personId}|${grandmother.personId}|${grandmother.phone}|外婆`),
    );
  });

  test('who registers two days later: yellow since the purchase; the answer was the same', async () => {
    const buyer = await aPerson();
    const known = await aPerson();
    const phone = aPhone();
    const answers = [
      await sells(pharmacist, { whom: await scans(buyer), patient: { phone } }),
      await sells(pharmacist, { whom: await scans(buyer), patient: { phone: known.phone } }),
    ];
    const shapes = answers.map(({ status, body }) => [status, Object.keys(body).sort()]);
    expect(shapes[0]).toEqual(shapes[1]);
    expect(told(phone)).toHaveLength(1);

    aDayLater();
    aDayLater();
    const grandmother = await aPerson({ name: '王外婆', phone });
    expect(await grandmother.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect(await own(grandmother)).toMatchObject([{ as: 'taken', isForOther: true }]);
  });

  test('a name that is not the number’s holder’s changes nothing, and shows nothing', async () => {
    const [buyer, grandmother] = [await aPerson(), await aPerson({ name: '王外婆' })];
    const patient = { phone: grandmother.phone, name: '李四' };
    const answer = await sells(pharmacist, { whom: await scans(buyer), patient });
    expect(Object.keys(answer.body).sort()).toEqual(['at', 'id', 'isForOther']);
    expect(await grandmother.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });

  test('five times a day for one number, then the number is doubted', async () => {
    const patient = { phone: aPhone() };
    for (let i = 0; i < 5; i += 1) await sells(pharmacist, { patient });
    expect(await sells(pharmacist, { patient })).toMatchObject({
      status: 409,
      body: { code: 'purchase.too-many-for-phone' },
    });
    expect((await sells(pharmacist)).status).toBe(200);
  });
});

describe('somebody named by a number alone', () => {
  const byPhone = (phone: string) =>
    ({ by: 'hand', name: '王真真', phone, why: 'no-phone', consented: true }) as const;

  test('is told as a patient is, and counted with them', async () => {
    const victim = await aPerson({ name: '王真真' });
    for (let i = 0; i < 3; i += 1) await sells(pharmacist, { whom: byPhone(victim.phone) });
    for (let i = 0; i < 2; i += 1) await sells(pharmacist, { patient: { phone: victim.phone } });
    expect(told(victim.phone)).toHaveLength(1);
    expect(await sells(pharmacist, { whom: byPhone(victim.phone) })).toMatchObject({
      status: 409,
      body: { code: 'purchase.too-many-for-phone' },
    });
  });

  test('is not counted for a scan that is none', async () => {
    const [buyer, patient] = [await aPerson(), { phone: aPhone() }];
    const whom = { by: 'scan', scanId: passId(), subject: 'A'.repeat(23) } as const;
    for (let i = 0; i < 6; i += 1)
      expect((await sells(pharmacist, { whom, patient })).body).toMatchObject({
        code: 'pass.scan-unknown',
      });
    expect((await sells(pharmacist, { whom: await scans(buyer), patient })).status).toBe(200);
  });
});

test('of a scan made without network, which may be of a picture, the number is not compared', async () => {
  const buyer = await aPerson();
  const [qr, scannedAt] = [await buyer.showsTheirQr(), now()];
  later(22 * 60 * MINUTE_MS);
  const { scanId, subject } = await pharmacist.sees(qr, { scannedAt });
  const whom = { by: 'scan', scanId, subject } as const;
  const answer = await sells(pharmacist, { whom, patient: { phone: buyer.phone } });
  expect(answer).toMatchObject({ status: 200, body: { isForOther: true } });
  const { placeId } = pharmacist;
  const { sales } = await pharmacist.call(purchaseContract.sales, { query: { placeId } });
  expect(sales).toMatchObject([{ maskedName: '林**' }]);
  expect(await buyer.seesTheirCode()).toMatchObject({ colour: 'yellow' });
});

describe('without a code', () => {
  test('a buyer entered by hand who registers later finds it', async () => {
    const number = aDocumentNumber();
    const document = { type: 'resident-id' as const, number };
    const whom = { by: 'hand', name: '林小雨', document, why: 'no-code', consented: true } as const;
    await sells(pharmacist, { whom });
    await sells(pharmacist, { whom, patient: { phone: aPhone() } });
    const buyer = await aPerson({ number });
    expect(await buyer.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect((await own(buyer)).map(({ as }) => as).sort()).toEqual(['bought', 'taken']);
  });

  test('sent twice it is one, and the phone is told once', async () => {
    const phone = aPhone();
    const id = newId<'purc'>('purc');
    const first = await sells(pharmacist, { id, patient: { phone } });
    expect((await sells(pharmacist, { id, patient: { phone } })).body).toEqual(first.body);
    expect(await sells(pharmacist, { id, patient: { phone: aPhone() } })).toMatchObject({
      body: { code: 'core.id-reused' },
    });
    expect(told(phone)).toHaveLength(1);
  });
});

describe('what a pharmacy sees', () => {
  test('its own sales of the day with what was sold of each; another’s never', async () => {
    await sells(pharmacist, { medicines: [ibuprofen, { name: '姜茶', quantity: 3, unit: 'bag' }] });
    await sells(pharmacist, { medicines: [{ ...ibuprofen, quantity: 2 }] });
    const { placeId } = pharmacist;
    const day = await pharmacist.call(purchaseContract.sales, { query: { placeId } });
    expect(day.sales).toMatchObject([{ maskedName: '林**' }, { maskedName: '林**' }]);
    expect(day.sold).toMatchObject([
      { name: '布洛芬缓释胶囊', quantity: 3, sales: 2 },
      { name: '姜茶', quantity: 3, sales: 1 },
    ]);
    const other = await aWorker(world, 'pharmacist');
    expect(await other.tries(purchaseContract.sales, { query: { placeId } })).toMatchObject({
      status: 403,
      body: { code: 'place.not-yours' },
    });
  });
});

describe('the wrong patient protests', () => {
  const aProtest = async () => {
    const patient = await aPerson();
    const purchaseId = newId<'purc'>('purc');
    await sells(pharmacist, { id: purchaseId, patient: { phone: patient.phone } });
    const proposed = await pharmacist.tries(purchaseContract.propose, {
      params: { purchaseId },
      body: { reason: '手机号写错了' },
    });
    return { patient, purchaseId, proposed };
  };

  test('the supervisor of the area finds the proposal and confirms it; the proposer cannot', async () => {
    const { patient, purchaseId, proposed } = await aProtest();
    expect(proposed.body).toMatchObject({ state: 'proposed' });
    expect(await decidesPurchase(pharmacist, purchaseId)).toMatchObject({
      status: 403,
      body: { code: 'withdrawal.own' },
    });
    const elsewhere = await aWorker(world, 'pharmacist');
    expect(await decidesPurchase(elsewhere, purchaseId)).toMatchObject({ status: 404 });

    const { proposals } = await pharmacist.supervisor.call(purchaseContract.proposals, {});
    expect(proposals.map(({ id }) => id)).toContain(purchaseId);
    expect((await elsewhere.call(purchaseContract.proposals, {})).proposals).toEqual([]);
    expect((await decidesPurchase(pharmacist.supervisor, purchaseId)).body).toMatchObject({
      state: 'withdrawn',
    });
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'green' });
    expect(await own(patient)).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('a second pharmacist lets it stand', async () => {
    const { patient, purchaseId } = await aProtest();
    const colleague = await aColleague(world, pharmacist);
    expect((await decidesPurchase(colleague, purchaseId, 'stands')).body).toMatchObject({
      state: 'recorded',
    });
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });

  test('a number that registers only after the withdrawal is green', async () => {
    const phone = aPhone();
    const purchaseId = newId<'purc'>('purc');
    await sells(pharmacist, { id: purchaseId, patient: { phone } });
    await pharmacist.call(purchaseContract.propose, {
      params: { purchaseId },
      body: { reason: '手机号写错了' },
    });
    await decidesPurchase(await aColleague(world, pharmacist), purchaseId);
    const patient = await aPerson({ phone });
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'green' });
  });
});
