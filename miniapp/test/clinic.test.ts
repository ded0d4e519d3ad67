/** A fever clinic and a pharmacy in the compiled WeChat and Alipay packages, against the real server (V5, V7). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import type { Day } from '@yimatong/shared/core/day';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { aResident, aWorker, type Resident, type Worker } from '../../functions/test/actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day }[] = [
  { target: 'weapp', day: '2026-11-02' },
  { target: 'alipay', day: '2026-12-07' },
];

describe.each(plays)('$target', ({ target, day }) => {
  const on: Phone[] = [];
  const starts = (options: Partial<PhoneOptions> = {}): Phone => {
    const phone = aPhone({ target, world, ...options });
    on.push(phone);
    return phone;
  };
  let patient: Resident;
  beforeAll(async () => {
    itIsMorningOf(day);
    patient = await aResident(world, { name: '林小雨' });
    await patient.claims();
  });
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  async function atTheDesk(worker: Worker, tool: 'clinic' | 'purchase'): Promise<Phone> {
    later(61_000);
    const phone = starts();
    await phone.toTab('account/pages/me');
    await phone.tap('#sign-in');
    await phone.signsIn(worker.phone);
    await phone.isOn('account/pages/me');
    await phone.toTab('pass/pages/gate');
    const page = tool === 'clinic' ? 'clinic/pages/visit' : 'purchase/pages/sale';
    await phone.tap(`#tool-${page.replace(/\W+/g, '-')}`);
    await phone.isOn(page);
    return phone;
  }
  const visitsOf = async ({ call, placeId }: Worker) =>
    (await call(clinicContract.visits, { query: { placeId } })).visits;

  test('a fever clinic: mistakes, a scan, a lost answer recorded once', async () => {
    const clinician = await aWorker(world, 'clinician');
    const phone = await atTheDesk(clinician, 'clinic');
    await phone.tap('#record');
    await phone.finds('#before-mistake');
    expect(phone.has('#temperature-mistake')).toBe(true);
    expect(phone.sent('POST /clinic-visits')).toBe(0);

    phone.nextScan('https://example.com/pay');
    await phone.tap('#before');
    await phone.sees('不是健康码');
    phone.nextScan(await patient.showsTheirQr());
    await phone.tap('#before');
    await phone.sees('林小雨');
    await phone.type('#temperature', '38.4');
    await phone.tap('#met-none');
    await phone.tap('#symptoms-fever');
    await phone.type('#opinion', '留观');
    phone.losesAnswerOf('POST /clinic-visits');
    await phone.tap('#record');
    await phone.finds('#recorded');
    await phone.sees('已记入本人的健康码');
    expect(phone.sent('POST /clinic-visits')).toBe(2);
    expect(await visitsOf(clinician)).toMatchObject([{ temperature: 38.4, maskedName: '林**' }]);
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect(JSON.stringify(phone.remembers())).not.toContain('留观');
  });

  test('without network it is on the phone; the app killed, it is sent after the next start, once', async () => {
    const clinician = await aWorker(world, 'clinician');
    const phone = await atTheDesk(clinician, 'clinic');
    phone.setOnline(false);
    await phone.sees('没有网络');
    phone.nextScan(await patient.showsTheirQr());
    await phone.tap('#before');
    await phone.sees('姓名待联网后核对');
    await phone.type('#temperature', '39.1');
    await phone.tap('#met-none');
    await phone.tap('#symptoms-fever');
    await phone.tap('#record');
    await phone.finds('#kept');
    expect(await visitsOf(clinician)).toEqual([]);
    const storage = phone.remembers();

    const again = starts({ storage });
    await until(() => again.sent('POST /clinic-visits') === 1);
    await until(() => !JSON.stringify(again.remembers()).includes('/clinic-visits'));
    expect(await visitsOf(clinician)).toMatchObject([{ temperature: 39.1, maskedName: '林**' }]);
  });

  test('what the server refuses stays on the phone with its reason, is opened again, or thrown away', async () => {
    const clinician = await aWorker(world, 'clinician');
    const phone = await atTheDesk(clinician, 'clinic');
    phone.setOnline(false);
    await phone.tap('#whom-by-hand');
    await phone.type('#name', '无名氏');
    await phone.tap('#has-document');
    await phone.tap('#why-emergency');
    await phone.tap('#whom-entered');
    await phone.type('#temperature', '39.6');
    await phone.tap('#met-none');
    await phone.tap('#symptoms-none');
    await phone.tap('#record');
    await phone.finds('#kept');
    await clinician.supervisor.decides(clinician.grant, 'withdrawn', '已调离');
    phone.setOnline(true);
    await phone.tap('#next');
    await phone.sees('未能提交');
    await phone.tap('#open-again');
    await until(() => phone.property('#temperature', 'value') === '39.6');
    await phone.sees('无名氏');
    await phone.tap('#discard');
    await phone.tap('#discard-sure');
    await until(() => !phone.text().includes('未能提交'));
  });

  test('a pharmacy: rows of medicine, for somebody else, whose phone is told', async () => {
    const pharmacist = await aWorker(world, 'pharmacist');
    const phone = await atTheDesk(pharmacist, 'purchase');
    phone.nextScan(await patient.showsTheirQr());
    await phone.tap('#before');
    await phone.sees('林小雨');
    await phone.tap('#medicines');
    await phone.type('#medicine-search', 'lhqw');
    await phone.tap('#medicine-lianhua-qingwen');
    await phone.tap('#another-0');
    await phone.tap('#medicines');
    await phone.type('#medicine-search', '自制姜茶');
    await phone.tap('#medicine-free');
    await phone.tap('#remove-1');
    await phone.tap('#for-other');
    await phone.type('#temperature', '36.6');
    await phone.tap('#met-none');
    await phone.tap('#record');
    await phone.finds('#patient-phone-mistake');
    await phone.type('#patient-phone', target === 'weapp' ? '17000009998' : '17000009997');
    await phone.tap('#record');
    await phone.finds('#recorded');
    expect(phone.textOf('#tell-buyer')).toContain('不影响购药人自己的');
    const { placeId } = pharmacist;
    const { sales } = await pharmacist.call(purchaseContract.sales, { query: { placeId } });
    expect(sales).toMatchObject([
      { isForOther: true, medicines: [{ code: 'lianhua-qingwen', quantity: 2 }] },
    ]);
  });
});
