/** My records and my data in a real Chromium against the real server (U12), photographed into docs/screenshots. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { placeContract } from '@yimatong/shared/place/contract';
import { now } from '../../functions/src/core/clock';
import {
  aCheckpoint,
  aGuard,
  aResident,
  codeSentTo,
  newId,
  type Resident,
} from '../../functions/test/actors';
import { leaveCodeSentTo } from '../../functions/test/leaving-actors';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import {
  aBrowser,
  aPhone,
  opensAt,
  type Phone,
  pictured,
  sees,
  shown,
  tap,
  toTab,
  type,
} from './phone';

jest.setTimeout(120_000);

let world: World;
let browser: Browser;
let phone: Phone;
let resident: Resident;

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  const guard = await aGuard(world, aCheckpoint({ name: '虚构大学南门' }));
  resident = await aResident(world, { name: '林小雨' });
  await resident.claims();
  later(120_000);
  await resident.checksIn();
  const scan = await guard.sees(await resident.showsTheirQr());
  later(5_000);
  await guard.asksForHistory(scan);
  later(60_000);
  await guard.letsThrough(await resident.showsTheirQr());
  await resident.call(placeContract.register, {
    body: { grantId: newId('gran'), place: { ...aCheckpoint() } },
  });
  later(60_000);
  await guard.supervisor.call(placeContract.waiting, { query: { area: '460100' } });
  later(61_000);
  phone = await aPhone(browser, world.url);
  await signsIn(resident);
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function signsIn({ phone: number }: Resident): Promise<void> {
  await opensAt(phone, msOf(now()));
  await tap(phone, '#go-sign-in');
  await type(phone, '#phone', number);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(number));
  await tap(phone, '#sign-in');
  await sees(phone, /绿码|黄码/);
}

test('one page of records, by kind', async () => {
  await toTab(phone, '我的');
  await shown(phone, '#my-data');
  await tap(phone, '#records');
  await sees(phone, '健康打卡');
  await pictured(phone, 'records', true);
  await tap(phone, '#kind-passes');
  await sees(phone, '虚构大学南门');
  await pictured(phone, 'records-passes', true);
  await phone.page.goBack();
});

test('who looked: role and place, what and why', async () => {
  await tap(phone, '#looks');
  await sees(phone, '市县指挥部 / 监督员');
  await sees(phone, '卡口扫码后核查');
  await pictured(phone, 'looks', true);
  await phone.page.goBack();
});

test('a copy of one’s data is downloaded', async () => {
  await tap(phone, '#my-data');
  await sees(phone, '保存什么，保存多久');
  const download = phone.page.waitForEvent('download');
  await tap(phone, '#takeout');
  expect((await download).suggestedFilename()).toBe('yimatong-2026-11-02.xlsx');
  await sees(phone, '已导出');
  await pictured(phone, 'records-my-data', true);
});

test('deleting the account: what goes, what stays, and asked twice', async () => {
  await tap(phone, '#leave');
  await sees(phone, '会删除的');
  await pictured(phone, 'records-leave', true);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', leaveCodeSentTo(resident.phone));
  await tap(phone, '#delete');
  await sees(phone, '真的要注销账号吗');
  await pictured(phone, 'records-leave-really');
  await tap(phone, '#delete-for-good');
  await sees(phone, '账号已注销');
  await pictured(phone, 'records-leave-done');
  await tap(phone, '#home');
  await shown(phone, '#go-sign-in');
});

test('nobody deletes a yellow code away', async () => {
  const ill = await aResident(world, { name: '陈大海' });
  await ill.claims('dry-cough');
  later(61_000);
  await signsIn(ill);
  await toTab(phone, '我的');
  await tap(phone, '#my-data');
  await tap(phone, '#leave');
  await sees(phone, '现在是黄码，不能注销');
  await pictured(phone, 'records-leave-yellow', true);
});
