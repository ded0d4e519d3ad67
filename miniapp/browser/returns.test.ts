/** Declarations about a return in a real Chromium against the real server (U4–U6), photographed into docs/screenshots. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import { aResident, codeSentTo, type Resident } from '../../functions/test/actors';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
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
let phone: Phone;
let resident: Resident;

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  resident = await aResident(world, { name: '林小雨' });
  await resident.claims();
  later(61_000);
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
  await tap(phone, '#go-sign-in');
  await type(phone, '#phone', resident.phone);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(resident.phone));
  await tap(phone, '#sign-in');
  await sees(phone, '绿码');
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const opens = async (way: string): Promise<void> => {
  await toTab(phone, '打卡');
  await tap(phone, way);
};

test('the check-in tab leads to them', async () => {
  await toTab(phone, '打卡');
  await sees(phone, '更多申报');
  await pictured(phone, 'check-in-done', true);
});

test('from outside: what cannot be is told under its field', async () => {
  await opens('#go-return-outside');
  await type(phone, '#returnOn', '2026-11-01');
  await tap(phone, '#transport-mode-plane');
  await sees(phone, '返琼日期已经过去');
  await type(phone, '#returnOn', '2026-11-06');
  await type(phone, '#transport-number', 'XX1234');
  await tap(phone, '#from-province');
  await pictured(phone, 'return-outside-province');
  await tap(phone, '#from-province-42');
  await type(phone, '#from-place', '虚构市');
  await type(phone, '#isolationFrom', '2026-11-05');
  await type(phone, '#leftOn', '2026-11-09');
  await tap(phone, '#declare');
  await sees(phone, '居家隔离不能在返琼之前开始');
  await sees(phone, '离琼日期不能在返琼日期之后');
  await pictured(phone, 'return-outside-mistakes', true);
});

test('from outside: declared before the journey', async () => {
  await type(phone, '#isolationFrom', '2026-11-06');
  await type(phone, '#leftOn', '2026-09-30');
  await tap(phone, '#condition-well');
  await tap(phone, '#symptoms-none');
  await tap(phone, '#exposures-none');
  await type(phone, '#measures', '单独居住，每天测体温');
  await pictured(phone, 'return-outside', true);
  await tap(phone, '#declare');
  await sees(phone, '申报成功');
  await sees(phone, '按省外来琼人员管理');
  await sees(phone, '绿码');
  await pictured(phone, 'return-outside-receipt', true);
  await phone.page.goBack();
});

test('the journey is off: cancelled from the code page', async () => {
  await toTab(phone, '健康码');
  await sees(phone, '您申报了11月6日返琼');
  await pictured(phone, 'my-code-planned', true);
  await tap(phone, '#change-plan');
  await tap(phone, '#cancel-plan');
  await sees(phone, '要取消返琼计划吗');
  await pictured(phone, 'return-outside-cancel');
  await tap(phone, '#confirm-cancel');
  await seesNoMore(phone, '行程取消，不返琼了');
  await phone.page.goBack();
  await seesNoMore(phone, '您申报了11月6日返琼');
});

test('within the province', async () => {
  await opens('#go-return-within');
  await tap(phone, '#departure');
  await tap(phone, '#departure-469005');
  await tap(phone, '#condition-well');
  await tap(phone, '#exposures-none');
  await type(phone, '#needs', '需要接站');
  await pictured(phone, 'return-within', true);
  await tap(phone, '#declare');
  await sees(phone, '申报成功');
  await sees(phone, '绿码');
  await pictured(phone, 'return-within-receipt');
  await phone.page.goBack();
});

test('to work: green may go', async () => {
  await opens('#go-return-to-work');
  await tap(phone, '#register');
  await sees(phone, '请填写单位或学校名称');
  await tap(phone, '#purpose-work');
  await type(phone, '#organisation', '虚构食品厂');
  await tap(phone, '#departure');
  await pictured(phone, 'return-to-work-departure');
  await tap(phone, '#departure-460202');
  await tap(phone, '#condition-well');
  await tap(phone, '#exposures-none');
  await pictured(phone, 'return-to-work', true);
  await tap(phone, '#register');
  await sees(phone, '可以返岗、复学');
  await pictured(phone, 'return-to-work-yes');
});

test('to work with a symptom: not yet, and why', async () => {
  await phone.page.goBack();
  await opens('#go-return-to-work');
  await sees(phone, '您今天已经申报过');
  await tap(phone, '#condition-unwell');
  await tap(phone, '#symptoms-dry-cough');
  await tap(phone, '#exposures-case-within-14-days');
  await tap(phone, '#register');
  await sees(phone, '暂时不能返岗、复学');
  await pictured(phone, 'return-to-work-no', true);
});
