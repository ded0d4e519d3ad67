/** Prevention information in a real Chromium, without a login and without network (U11). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import { handler as publish } from '../../functions/src/notice/jobs';
import { aWorld, itIsMorningOf, type World } from '../../functions/test/world';
import {
  aBrowser,
  aPhone,
  isShown,
  opensAt,
  type Phone,
  pictured,
  sees,
  seesNoMore,
  shown,
  tap,
  type,
} from './phone';

jest.setTimeout(120_000);

const example = path.resolve(__dirname, '../../docs/information.example.json');
let world: World;
let browser: Browser;
let phone: Phone;

beforeAll(async () => {
  itIsMorningOf('2020-03-20');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  await publish(JSON.parse(readFileSync(example, 'utf8')));
  browser = await aBrowser();
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('whoever has never signed in reads the notices of their city', async () => {
  await tap(phone, '#information');
  await sees(phone, '海风市场调整开放时间');
  await pictured(phone, 'information-notices', true);
  await tap(phone, '#area');
  await tap(phone, '#area-460200');
  await seesNoMore(phone, '海风市场调整开放时间');
  await sees(phone, '省外返琼请先申报');
});

test('fever clinics of an area, with a number to call', async () => {
  await tap(phone, '#part-clinics');
  await sees(phone, '虚构中心医院发热门诊');
  await pictured(phone, 'information-clinics', true);
});

test('without network it opens all the same, after a reload too', async () => {
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  await phone.context.setOffline(true);
  await phone.page.reload();
  await sees(phone, '没有网络');
  await tap(phone, '#part-hotlines');
  await shown(phone, '#call-12345');
  await pictured(phone, 'information-offline', true);
});

test('was I there? is answered on the phone', async () => {
  await tap(phone, '#part-areas');
  await sees(phone, '湖北省');
  await pictured(phone, 'information-areas', true);
  await tap(phone, '#was-there');
  await tap(phone, '#place');
  await tap(phone, '#place-42');
  await type(phone, '#from', '2020-03-01');
  await type(phone, '#until', '2020-02-28');
  await sees(phone, '请核对');
  await type(phone, '#until', '2020-03-05');
  await sees(phone, '有重点地区在生效');
  await pictured(phone, 'information-was-there', true);
  await tap(phone, '#place');
  await tap(phone, '#place-44');
  await sees(phone, '不是重点地区');
  expect(await isShown(phone, '#declare')).toBe(false);
  await phone.context.setOffline(false);
});
