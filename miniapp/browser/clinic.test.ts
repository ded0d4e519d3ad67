/**
 * A fever clinic and a pharmacy in a real Chromium against the real server (V5, V7): a code filmed, a form filled in, an
 * emergency without network, a mistake taken back by two; photographed into docs/screenshots.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { msOf } from '@yimatong/shared/core/day';
import { purchaseContract } from '@yimatong/shared/purchase/contract';
import { now } from '../../functions/src/core/clock';
import {
  aResident,
  aWorker,
  codeSentTo,
  type Resident,
  type Worker,
} from '../../functions/test/actors';
import { aColleague } from '../../functions/test/clinic-actors';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import { film } from './film';
import {
  aBrowser,
  aPhone,
  opensAt,
  type Phone,
  pictured,
  sees,
  seesNoMore,
  shown,
  tap,
  toTab,
  type,
} from './phone';

jest.setTimeout(120_000);

let world: World;
let browser: Browser;
let folder: string;
let patient: Resident;
let clinician: Worker;
let colleague: Awaited<ReturnType<typeof aColleague>>;
let pharmacist: Worker;
let phone: Phone;
const phones: Phone[] = [];

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  patient = await aResident(world, { name: '林小雨' });
  await patient.claims();
  clinician = await aWorker(world, 'clinician');
  colleague = await aColleague(world, clinician);
  pharmacist = await aWorker(world, 'pharmacist');
  later(61_000);
  folder = mkdtempSync(path.join(tmpdir(), 'yimatong-film-'));
  const video = path.join(folder, 'code.y4m');
  film(video, [{ text: await patient.showsTheirQr(), seconds: 2 }]);
  browser = await aBrowser(video);
});
afterEach(() => {
  for (const { errors } of phones) expect(errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Signed in, at the desk of their place. */
async function atTheDesk(who: { phone: string }): Promise<Phone> {
  const one = await aPhone(browser, world.url);
  phones.push(one);
  await opensAt(one, msOf(now()));
  await toTab(one, '我的');
  await tap(one, '#sign-in');
  await type(one, '#phone', who.phone);
  await tap(one, '#send-code');
  await shown(one, '#code');
  await type(one, '#code', codeSentTo(who.phone));
  await tap(one, '#sign-in');
  await toTab(one, '查验');
  return one;
}

test('a fever clinic: what is missing is told under its field', async () => {
  phone = await atTheDesk(clinician);
  await tap(phone, '#tool-clinic-pages-visit');
  await sees(phone, '请先扫对方的健康码');
  await tap(phone, '#record');
  await sees(phone, '请先扫码、查找');
  await pictured(phone, 'clinic-visit-mistakes', true);
});

test('a code filmed fills in the form; recorded, the code is yellow', async () => {
  await tap(phone, '#before');
  await sees(phone, '林小雨');
  await type(phone, '#temperature', '38.4');
  await tap(phone, '#met-fever-patient');
  await type(phone, '#metNote', '上周与发热的同事同住');
  await tap(phone, '#symptoms-fever');
  await tap(phone, '#symptoms-dry-cough');
  await type(phone, '#caseDetails', '发热两天，伴干咳，无胸闷。');
  await type(phone, '#opinion', '血常规、胸片，留观。');
  await pictured(phone, 'clinic-visit', true);
  await tap(phone, '#record');
  await shown(phone, '#recorded');
  await pictured(phone, 'clinic-receipt');
  expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
});

test('an emergency without network is kept on the phone, and sent once there is some', async () => {
  later(60_000);
  await tap(phone, '#next');
  await tap(phone, '#whom-by-hand');
  await type(phone, '#name', '无名氏');
  await tap(phone, '#has-document');
  await tap(phone, '#why-emergency');
  await pictured(phone, 'clinic-by-hand', true);
  await tap(phone, '#whom-entered');
  await phone.context.setOffline(true);
  await sees(phone, '保存在本机，联网后提交');
  await type(phone, '#temperature', '39.6');
  await tap(phone, '#met-none');
  await tap(phone, '#symptoms-fever');
  await tap(phone, '#record');
  await shown(phone, '#kept');
  await pictured(phone, 'clinic-kept');
  await tap(phone, '#next');
  await sees(phone, '1 条待提交');
  await pictured(phone, 'clinic-offline', true);
  await phone.context.setOffline(false);
  await seesNoMore(phone, '1 条待提交');
  const { placeId } = clinician;
  expect((await clinician.call(clinicContract.visits, { query: { placeId } })).visits).toHaveLength(
    2,
  );
});

test('a visit entered by mistake: one proposes, a colleague confirms, the code is green again', async () => {
  const { placeId } = clinician;
  const { visits } = await clinician.call(clinicContract.visits, { query: { placeId } });
  const { id } = visits.find(({ maskedName }) => maskedName === '林**')!;
  await tap(phone, '#today');
  await shown(phone, `#visit-${id}`);
  await pictured(phone, 'clinic-today', true);
  await tap(phone, `#visit-${id}`);
  await sees(phone, '血常规');
  await pictured(phone, 'clinic-one', true);
  await tap(phone, '#withdraw');
  await type(phone, '#withdrawal-reason', '登记错了人，应为同名患者');
  await pictured(phone, 'clinic-propose');
  await tap(phone, '#propose');
  await sees(phone, '不能自己确认');

  const other = await atTheDesk(colleague);
  await tap(other, '#tool-clinic-pages-visit');
  await tap(other, '#today');
  await sees(other, '待您确认 1 条');
  await tap(other, `#visit-${id}`);
  await sees(other, '因这次就诊产生的黄码取消');
  await pictured(other, 'clinic-confirm', true);
  await tap(other, `#confirm-${id}`);
  await sees(other, '已撤销');
  expect(await patient.seesTheirCode()).toMatchObject({ colour: 'green' });
});

test('a pharmacy: medicines as rows, bought for somebody else', async () => {
  phone = await atTheDesk(pharmacist);
  await tap(phone, '#tool-purchase-pages-sale');
  await tap(phone, '#before');
  await sees(phone, '林小雨');
  await tap(phone, '#medicines');
  await type(phone, '#medicine-search', 'lhqw');
  await pictured(phone, 'purchase-medicines');
  await tap(phone, '#medicine-lianhua-qingwen');
  await tap(phone, '#another-0');
  await tap(phone, '#medicines');
  await type(phone, '#medicine-search', '自制姜茶');
  await tap(phone, '#medicine-free');
  await tap(phone, '#for-other');
  await tap(phone, '#record');
  await sees(phone, '请填写实际用药人的手机号');
  await pictured(phone, 'purchase-mistakes', true);
  await type(phone, '#patient-phone', '17000009999');
  await type(phone, '#temperature', '36.6');
  await tap(phone, '#met-none');
  await pictured(phone, 'purchase-sale', true);
  await tap(phone, '#record');
  await shown(phone, '#recorded');
  await pictured(phone, 'purchase-receipt');
  expect(await patient.seesTheirCode()).toMatchObject({ colour: 'green' });
  await tap(phone, '#next');
  await tap(phone, '#today');
  await sees(phone, '连花清瘟胶囊');
  await pictured(phone, 'purchase-today', true);
  const { placeId } = pharmacist;
  const { sales } = await pharmacist.call(purchaseContract.sales, { query: { placeId } });
  expect(sales).toMatchObject([{ isForOther: true, medicines: [{ quantity: 2 }, {}] }]);
});

test('the person sees both in their records', async () => {
  const one = await atTheDesk(patient);
  await toTab(one, '我的');
  await tap(one, '#records');
  await tap(one, '#kind-visits');
  await sees(one, '虚构市人民医院');
  await pictured(one, 'records-visits', true);
  await tap(one, '#kind-purchases');
  await sees(one, '不影响您');
  await pictured(one, 'records-purchases', true);
});
