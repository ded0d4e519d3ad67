/** A family under one account in a real Chromium against the real server (U1), photographed into docs/screenshots. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { now } from '../../functions/src/core/clock';
import {
  aDocumentNumber,
  aGuard,
  anAddress,
  aPhone as aNumber,
  aResident,
  codeSentTo,
  newId,
  type Resident,
} from '../../functions/test/actors';
import { aHuman, familyOf } from '../../functions/test/family-actors';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import {
  aBrowser,
  aPhone,
  filmOf,
  isShown,
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
let guardian: Resident;
let kid: PersonId;
const grannys = aDocumentNumber();

async function signsIn(one: Phone, number: string): Promise<void> {
  await tap(one, '#go-sign-in');
  await signsInAs(one, number);
}
async function signsInAs(one: Phone, number: string): Promise<void> {
  await type(one, '#phone', number);
  await tap(one, '#send-code');
  await shown(one, '#code');
  await type(one, '#code', codeSentTo(number));
  await tap(one, '#sign-in');
}

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  guardian = await aResident(world, { name: '林妈妈' });
  await guardian.claims();
  const family = familyOf(guardian);
  kid = await family.adds(aHuman('林小雨'));
  await family.claimsFor(kid);
  later(61_000);
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
  await signsIn(phone, guardian.phone);
  await sees(phone, '绿码');
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('a grandmother is added', async () => {
  await toTab(phone, '我的');
  await tap(phone, '#family');
  await sees(phone, '子女 *小雨');
  await tap(phone, '#add-member');
  await tap(phone, '#relation-grandparent');
  await type(phone, '#name', '符奶奶');
  await type(phone, '#document-number', grannys);
  await pictured(phone, 'family-add', true);
  await tap(phone, '#add-member');
  await sees(phone, '交接码');
  await pictured(phone, 'family-member');
  await tap(phone, '#show-code');
  await sees(phone, '还没有健康码');
  await tap(phone, '#go-claim');
  await tap(phone, '#symptoms-dry-cough');
  await tap(phone, '#situations-none');
  await tap(phone, '#pledged');
  await pictured(phone, 'family-claim', true);
  await tap(phone, '#claim');
  await sees(phone, '黄码');
});

/** A finger across the card. */
async function swipes(by: number): Promise<void> {
  const box = (await phone.page.locator('#code-card').filter({ visible: true }).boundingBox())!;
  const cdp = await phone.context.newCDPSession(phone.page);
  const [x, y] = [box.x + box.width / 2, box.y + 120];
  const touch = (kind: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type: kind,
      touchPoints: kind === 'touchEnd' ? [] : [{ x: at, y }],
    });
  await touch('touchStart', x);
  await touch('touchMove', x + by);
  await touch('touchEnd', x + by);
  await cdp.detach();
}

test('the codes of the family, one after another by swipe', async () => {
  await tap(phone, '#go-code');
  await sees(phone, '符**');
  await pictured(phone, 'family-code-yellow');
  await swipes(120);
  await sees(phone, '林**');
  await shown(phone, `#person-${kid}[aria-checked=true]`);
  await pictured(phone, 'family-code-green');
  await swipes(120);
  await shown(phone, `#person-${guardian.personId}[aria-checked=true]`);
  await swipes(120);
  await shown(phone, `#person-${guardian.personId}[aria-checked=true]`);
  await swipes(-120);
  await shown(phone, `#person-${kid}[aria-checked=true]`);
});

test('without network too', async () => {
  await phone.context.setOffline(true);
  await sees(phone, '没有网络');
  for (const personId of [guardian.personId, kid]) {
    await tap(phone, `#person-${personId}`);
    await shown(phone, `#person-${personId}[aria-checked=true]`);
    await shown(phone, '#qr img');
  }
  await pictured(phone, 'family-code-offline');
  await phone.context.setOffline(false);
  await seesNoMore(phone, '没有网络');
});

test('a party at the gate: each has a verdict of their own, and the next one is asked for', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-film-'));
  const video = path.join(folder, 'family.y4m');
  await filmOf(phone, video);
  const camera = await aBrowser(video);
  const guard = await aGuard(world);
  later(61_000);
  const desk = await aPhone(camera, world.url);
  await opensAt(desk, msOf(now()));
  await toTab(desk, '查验');
  await tap(desk, '#sign-in');
  await signsInAs(desk, guard.phone);
  await tap(desk, '#scan');
  await sees(desk, '联网核验');
  await tap(desk, '#more');
  await type(desk, '#plate', '琼A12345');
  await pictured(desk, 'party-verdict');
  await tap(desk, '#record-more');
  await sees(desk, '同行已登记：放行 1 人');
  await pictured(desk, 'party-recorded');
  await sees(desk, '请扫同行的下一位。前面： 放行 1 人');
  expect(desk.errors).toEqual([]);
  await camera.close();
  rmSync(folder, { recursive: true });
  const [pass] = await familyOf(guardian).passesOf(kid);
  expect(pass).toMatchObject({ outcome: 'passed', plate: '琼A12345' });
  expect(pass!.partyId).toMatch(/^part_/);
});

test('the list of the family', async () => {
  await toTab(phone, '我的');
  await tap(phone, '#family');
  await sees(phone, '祖父母 *奶奶');
  await sees(phone, '黄码');
  await pictured(phone, 'family-list');
  await phone.page.goBack();
});

test('the next day: who has not checked in is marked, and the form says for whom it is', async () => {
  itIsMorningOf('2026-11-03');
  await opensAt(phone, msOf(now()));
  await toTab(phone, '打卡');
  await tap(phone, `#person-${kid}`);
  await sees(phone, '今天未打卡');
  await type(phone, '#temperature', '36.6');
  await tap(phone, '#symptoms-none');
  await tap(phone, '#condition-well');
  await pictured(phone, 'family-check-in', true);
  await tap(phone, '#check-in');
  await sees(phone, '打卡成功');
  await sees(phone, '今天已打卡');
  await pictured(phone, 'family-check-in-done');
});

test('a party at the gate is on each one’s own record', async () => {
  const guard = await aGuard(world);
  const family = familyOf(guardian);
  const partyId = newId('part');
  await guard.letsThrough(await family.qrOf(guardian.personId), { partyId });
  await guard.letsThrough(await family.qrOf(kid), { partyId });
  await toTab(phone, '我的');
  await tap(phone, '#records');
  await tap(phone, '#kind-passes');
  await sees(phone, '与同行人员一起登记');
  await pictured(phone, 'family-passes');
  await phone.page.goBack();
});

test('letting go is refused while a code is not green; a phone of her own takes over', async () => {
  await tap(phone, '#family');
  const { members } = await familyOf(guardian).mine();
  const granny = members.find(({ relation }) => relation === 'grandparent')!.personId;
  await tap(phone, `#member-${granny}`);
  await tap(phone, '#let-go');
  await tap(phone, '#confirm-let-go');
  await sees(phone, '健康码不是绿码');
  await pictured(phone, 'family-let-go');
  await tap(phone, '#handover-instead');
  await shown(phone, '#handover-shown');
  await pictured(phone, 'family-handover');
  const code = await phone.page.locator('#handover-shown').textContent();

  const own = await aPhone(browser, world.url);
  await opensAt(own, msOf(now()));
  await signsIn(own, aNumber());
  await type(own, '#name', '符奶奶');
  await type(own, '#document-number', grannys);
  await tap(own, '#address-area');
  await tap(own, '#address-area-460108');
  await tap(own, '#address-area-460108001');
  await type(own, '#address-detail', anAddress.detail);
  await tap(own, '#save-details');
  await shown(own, '#handover-code');
  await type(own, '#handover-code', '000000' === code ? '000001' : '000000');
  await tap(own, '#take-over');
  await sees(own, '没有成功');
  await pictured(own, 'family-take-over', true);
  await type(own, '#handover-code', code!);
  await tap(own, '#take-over');
  await sees(own, '黄码');
  await sees(own, '符**');
  expect(await isShown(own, '#people')).toBe(false);
  expect(own.errors).toEqual([]);
});
