/**
 * A gate at work in a real Chromium (V2, V3): somebody red is reported, the command answers, they are let out and it is
 * taken back; people without a code, a vehicle, the figures of the shift. Photographed into docs/screenshots.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import { aDocumentNumber, aGuard, aResident, codeSentTo } from '../../functions/test/actors';
import { type Guard, turnsRed } from '../../functions/test/gate-actors';
import { phoneJpeg } from '../../functions/test/photos';
import { aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import { film } from './film';
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
let folder: string;
let guard: Guard;
const browsers: Browser[] = [];
const phones: Phone[] = [];
let gate: Phone;
let desk: Phone;

async function signedIn(number: string, video?: string): Promise<Phone> {
  const browser = await aBrowser(video);
  const phone = await aPhone(browser, world.url);
  browsers.push(browser);
  phones.push(phone);
  await opensAt(phone, msOf(now()));
  await toTab(phone, '查验');
  await tap(phone, '#sign-in');
  await type(phone, '#phone', number);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(number));
  await tap(phone, '#sign-in');
  return phone;
}

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  folder = mkdtempSync(path.join(tmpdir(), 'yimatong-film-'));
  guard = await aGuard(world);
  const red = await aResident(world, { name: '周小海' });
  await red.claims();
  await turnsRed(red.personId);
  later(61_000);
  const video = path.join(folder, 'red.y4m');
  film(video, [{ seconds: 2, text: await red.showsTheirQr() }]);
  gate = await signedIn(guard.phone, video);
  desk = await signedIn(guard.supervisor.phone);
});
afterEach(() => {
  expect(phones.flatMap(({ errors }) => errors.splice(0))).toEqual([]);
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await world.close();
  rmSync(folder, { recursive: true });
});

test('somebody red goes out: stopped, and reported with a photo', async () => {
  await sees(gate, '虚构村路口');
  await tap(gate, '#preset-direction-out');
  await tap(gate, '#scan');
  await sees(gate, '联网核验');
  await sees(gate, '正在居家隔离');
  await pictured(gate, 'gate-red-going-out', true);
  await tap(gate, '#escalate');
  await sees(gate, '周**');
  const asked = gate.page.waitForEvent('filechooser');
  await tap(gate, '#add-photo');
  await (await asked).setFiles([{ name: '1.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg() }]);
  await sees(gate, '已上传');
  await type(gate, '#note', '称要回单位值班，拿不出证明。');
  await pictured(gate, 'gate-report-form', true);
  await tap(gate, '#send-report');
  await shown(gate, '#reported');
  await pictured(gate, 'gate-report-sent', true);
});

test('the command sees it at once, reads what it needs, and answers', async () => {
  await sees(desk, '1 条');
  await pictured(desk, 'command-badge');
  await tap(desk, '#reported-460100');
  await sees(desk, '待查看');
  await pictured(desk, 'command-reported');
  await tap(desk, '.escalation-one');
  await sees(desk, '密切接触者');
  await tap(desk, '#kind-let-pass');
  await type(desk, '#text', '已联系单位核实，放行一次。');
  await pictured(desk, 'command-answer', true);
  await tap(desk, '#send-answer');
  await shown(desk, '#given');
  await pictured(desk, 'command-answered', true);
});

test('the answer reaches the guard; the same person is let out once, asked twice, and it is taken back', async () => {
  await shown(gate, '#the-answer .escalation-answer');
  await pictured(gate, 'gate-answer', true);
  await tap(gate, '#to-gate');
  await tap(gate, '#look-again');
  await sees(gate, '此人居家隔离。市县指挥部已同意');
  await pictured(gate, 'gate-let-pass', true);
  await tap(gate, '#record');
  await sees(gate, '按指挥部答复放行？');
  await pictured(gate, 'gate-leaves-isolation');
  await tap(gate, '#leaves-sure');
  await shown(gate, '#recorded');
  await pictured(gate, 'gate-recorded-undo');
  await tap(gate, '#undo');
  await gate.page.locator('#last').filter({ visible: true }).first().waitFor({ state: 'detached' });
});

test('somebody without a phone is entered by hand; a vehicle by one plate', async () => {
  await gate.page.goBack();
  await gate.page.waitForTimeout(400);
  if (!gate.page.url().includes('pages/gate')) await gate.page.goBack();
  await sees(gate, '没有码');
  await shown(gate, '#shift-stopped');
  await pictured(gate, 'gate-shift', true);
  await tap(gate, '#by-hand');
  await type(gate, '#name', '符阿婆');
  await type(gate, '#document-number', aDocumentNumber());
  await tap(gate, '#consented');
  await pictured(gate, 'gate-by-hand', true);
  await tap(gate, '#whom-entered');
  await shown(gate, '#hand-who');
  await tap(gate, '#direction-in');
  await pictured(gate, 'gate-by-hand-pass');
  await tap(gate, '#hand-passed');
  await shown(gate, '#hand-recorded');
  await pictured(gate, 'gate-by-hand-recorded');
  await tap(gate, '#hand-back');

  await tap(gate, '#vehicle');
  await tap(gate, '#begin');
  await sees(gate, '车牌号有误');
  await tap(gate, '#province-0');
  await type(gate, '#vehicle-plate', '琼a12345');
  await pictured(gate, 'gate-plate');
  await tap(gate, '#begin');
  await sees(gate, '还没有扫码');
  await tap(gate, '#scan-passenger');
  await sees(gate, '指挥部同意放行');
  await tap(gate, '#stop');
  await sees(gate, '请扫同行的下一位');
  await gate.page.goBack();
  await shown(gate, '#seat-1');
  await pictured(gate, 'gate-vehicle');
  await tap(gate, '#vehicle-done');
  await sees(gate, '登记完成');
  await pictured(gate, 'gate-vehicle-done');
});
