/** Places and posters in a real Chromium against the real server (V1, V4), photographed into docs/screenshots. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import {
  aCheckpoint,
  aGuard,
  aResident,
  aSupervisor,
  codeSentTo,
  type Resident,
} from '../../functions/test/actors';
import { aHuman, familyOf } from '../../functions/test/family-actors';
import { anApplicant, aPost, atPlaces } from '../../functions/test/places-actors';
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

/** As a browser tells it; GCJ-02 has it some 500 m further. */
const HERE = { latitude: 20.044, longitude: 110.199 };

let world: World;
let browser: Browser;
let phone: Phone;
let supervisor: Awaited<ReturnType<typeof aSupervisor>>;

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  supervisor = await aSupervisor(world);
  phone = await opens();
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A phone of its own that lets us ask where it is, opened on a link. */
async function opens(link = ''): Promise<Phone> {
  const one = await aPhone(browser, world.url);
  await one.context.grantPermissions(['camera', 'geolocation']);
  await one.context.setGeolocation(HERE);
  await opensAt(one, msOf(now()));
  if (link !== '') await one.page.goto(world.url + link);
  return one;
}
async function signsIn(by: Phone, { phone: number }: Resident) {
  later(61_000);
  await opensAt(by, msOf(now()));
  await tap(by, '#sign-in');
  await type(by, '#phone', number);
  await tap(by, '#send-code');
  await shown(by, '#code');
  await type(by, '#code', codeSentTo(number));
  await tap(by, '#sign-in');
}

test('what one is, and the place: entered with its position', async () => {
  await toTab(phone, '查验');
  const owner = await aResident(world, { name: '王店长' });
  await signsIn(phone, owner);
  await tap(phone, '#register-place');
  await sees(phone, '您是哪一类工作人员');
  await pictured(phone, 'place-role');
  await tap(phone, '#kind-pharmacy');
  await tap(phone, '#send');
  await sees(phone, '请从列表中选择');
  await pictured(phone, 'place-mistakes', true);
  await tap(phone, '#address-area');
  await tap(phone, '#address-area-460108');
  await tap(phone, '#address-area-460108001');
  await type(phone, '#name', '虚构大药房南门店');
  await type(phone, '#address-detail', '虚构路 2 号');
  await tap(phone, '#location-take');
  await sees(phone, '已取到');
  await pictured(phone, 'place-pharmacy', true);
  await tap(phone, '#send');
  await shown(phone, '#asked');

  const { grants } = { grants: await atPlaces(owner).seesOwnRequests() };
  expect(grants).toMatchObject([{ role: 'pharmacist', place: { location: expect.anything() } }]);
  await supervisor.decides(grants[0]!, 'granted');
  await tap(phone, '#to-gate');
  await sees(phone, '虚构大药房南门店');
  await pictured(phone, 'gate-pharmacy');
});

test('its poster, its details', async () => {
  await tap(phone, '#keep-post');
  await sees(phone, '打印海报');
  await pictured(phone, 'place-kept');
  const download = phone.page.waitForEvent('download');
  await tap(phone, '#print-poster');
  expect((await download).suggestedFilename()).toMatch(/^poster-.*\.pdf$/);
  await tap(phone, '#correct');
  await type(phone, '#name', '虚构大药房东门店');
  await pictured(phone, 'place-correct', true);
  await tap(phone, '#save');
  await sees(phone, '虚构大药房东门店');
});

test('a colleague finds it by its name, and joins', async () => {
  const other = await opens();
  await toTab(other, '查验');
  await signsIn(other, await aResident(world, { name: '李小妹' }));
  await tap(other, '#register-place');
  await tap(other, '#kind-pharmacy');
  await tap(other, '#address-area');
  await tap(other, '#address-area-460108');
  await tap(other, '#address-area-460108001');
  await type(other, '#name', '虚构大药房东门店');
  await sees(other, '这里已有同名的地点');
  await pictured(other, 'place-namesake', true);
  await tap(other, '#neighbours .ui-row');
  await shown(other, '#join');
  await pictured(other, 'place-join');
  await tap(other, '#join');
  await shown(other, '#asked');
  await other.context.close();
});

test('the supervisor sees who works where, withdraws, closes', async () => {
  const desk = await opens();
  await toTab(desk, '查验');
  await signsIn(desk, supervisor);
  await tap(desk, '#requests-460100');
  await sees(desk, '已有 1 人在此值守');
  await pictured(desk, 'place-requests');
  await desk.page.goBack();
  await tap(desk, '#places-460100');
  await tap(desk, '#kind');
  await tap(desk, '#kind-pharmacy');
  await sees(desk, '虚构大药房东门店');
  await pictured(desk, 'place-list');
  await tap(desk, '.ui-rows .ui-row');
  await tap(desk, '#show-workers');
  await sees(desk, '李小妹');
  await pictured(desk, 'place-workers', true);
  await tap(desk, '#close-place');
  await tap(desk, '#confirm-close');
  await sees(desk, '请写明原因');
  await pictured(desk, 'place-close');
  await type(desk, '#close-reason', '药店停业');
  await tap(desk, '#confirm-close');
  await sees(desk, '已关闭');
  await pictured(desk, 'place-closed');
  await desk.context.close();
});

test('a poster scanned: sign in, then colour, place and clock; without network it waits', async () => {
  const { place } = await aGuard(
    world,
    aCheckpoint({ name: '虚构大学南门', location: { latitude: 20.041, longitude: 110.204 } }),
  );
  const resident = await aResident(world, { name: '林小雨' });
  await resident.claims();
  const visitor = await opens(`/?p=${place.id}`);
  await sees(visitor, '登录后会回到这里');
  await pictured(visitor, 'arrive-signed-out');
  expect(visitor.page.url()).not.toContain(place.id);
  later(61_000);
  await tap(visitor, '#sign-in');
  await type(visitor, '#phone', resident.phone);
  await tap(visitor, '#send-code');
  await shown(visitor, '#code');
  await type(visitor, '#code', codeSentTo(resident.phone));
  await tap(visitor, '#sign-in');
  await sees(visitor, '已登记到达');
  await sees(visitor, '位置相符');
  await pictured(visitor, 'arrive-green', true);
  expect(await resident.seesWhoLooked()).toMatchObject([
    { outcome: 'self', locationCheck: 'passed' },
  ]);

  // A tab that is restored does not record anybody again.
  await visitor.page.reload();
  await sees(visitor, '没有认出地点');

  later(600_000);
  await visitor.page.route('**/self-scans', (route) => route.abort());
  await opensAt(visitor, msOf(now()));
  await visitor.page.goto(`${world.url}/?p=${place.id}`);
  await sees(visitor, '还没有登记');
  await pictured(visitor, 'arrive-waiting', true);
  await visitor.page.unroute('**/self-scans');
  await visitor.context.close();
});

test('a family says who has come: the worst colour leads', async () => {
  const gate = await anApplicant(world, '陈守卡');
  const place = { ...aPost.guard(), name: '虚构小区东门' };
  await gate.enters(place);
  const resident = await aResident(world, { name: '林小雨' });
  await resident.claims();
  const family = familyOf(resident);
  const child = await family.adds(aHuman('林小鱼'));
  await family.claimsFor(child, 'fever');
  const visitor = await opens(`/?p=${place.id}`);
  later(61_000);
  await tap(visitor, '#sign-in');
  await type(visitor, '#phone', resident.phone);
  await tap(visitor, '#send-code');
  await shown(visitor, '#code');
  await type(visitor, '#code', codeSentTo(resident.phone));
  await tap(visitor, '#sign-in');
  await sees(visitor, '哪些人来了');
  await tap(visitor, `#came-${child}`);
  await pictured(visitor, 'arrive-who', true);
  await tap(visitor, '#arrive');
  await sees(visitor, '已登记到达');
  await pictured(visitor, 'arrive-family', true);
  await visitor.context.close();
});
