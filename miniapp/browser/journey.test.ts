/**
 * The journey of the notice in a real Chromium against the real server: a resident claims and shows the code, a guard
 * films it from the resident's screen, records the pass, sees the history; a cough turns the code yellow, the gate
 * stops it, fourteen normal days later it is green. Every page is photographed into docs/screenshots.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { writeToken } from '@yimatong/shared/code/token';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import {
  aDocumentNumber,
  aPhone as aNumber,
  aSupervisor,
  codeSentTo,
} from '../../functions/test/actors';
import { aDayLater, aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
import { film } from './film';
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

jest.setTimeout(240_000);

let world: World;
let folder: string;
const browsers: Browser[] = [];
const phones: Phone[] = [];

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  folder = mkdtempSync(path.join(tmpdir(), 'yimatong-film-'));
});
afterEach(() => {
  expect(phones.flatMap(({ errors }) => errors.splice(0))).toEqual([]);
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await world.close();
  rmSync(folder, { recursive: true });
});

async function opened(video?: string, wide = false): Promise<Phone> {
  const browser = await aBrowser(video);
  const phone = await aPhone(browser, world.url, { wide });
  browsers.push(browser);
  phones.push(phone);
  return phone;
}

async function signsIn(phone: Phone, number: string, shot?: string): Promise<void> {
  await type(phone, '#phone', number);
  if (shot) await pictured(phone, shot);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(number));
  await tap(phone, '#sign-in');
}

async function fillsInDetails(phone: Phone, name: string, shot?: string): Promise<void> {
  await type(phone, '#name', name);
  await type(phone, '#document-number', aDocumentNumber());
  await tap(phone, '#address-area');
  await tap(phone, '#address-area-460108');
  if (shot) await pictured(phone, `${shot}-area`);
  await tap(phone, '#address-area-460108001');
  await type(phone, '#address-detail', '虚构路 1 号');
  if (shot) await pictured(phone, shot);
  await tap(phone, '#save-details');
}

async function claims(phone: Phone, shot?: string): Promise<void> {
  await tap(phone, '#symptoms-none');
  await tap(phone, '#situations-none');
  await tap(phone, '#pledged');
  if (shot) await pictured(phone, shot, true);
  await tap(phone, '#claim');
  await shown(phone, '#receipt');
}

/** Through the check-in tab; answers once the receipt is there. */
async function checksIn(phone: Phone, symptom: string, shot?: string): Promise<void> {
  await toTab(phone, '打卡');
  await shown(phone, '#check-in, #correct');
  if (await isShown(phone, '#correct')) await tap(phone, '#correct');
  await type(phone, '#temperature', '36.6');
  await tap(phone, `#symptoms-${symptom}`);
  await tap(phone, '#condition-well');
  if (shot) await pictured(phone, shot, true);
  await tap(phone, '#check-in');
  await shown(phone, '#receipt');
}

/** The resident's phone has the right time. The others are weeks off, as their first answer tells them. */
let resident: Phone;
let guardNumber: string;

test('a resident signs in, fills in the details, claims the code and it is green', async () => {
  resident = await opened();
  await opensAt(resident, msOf(now()));
  await pictured(resident, 'my-code-none');
  await tap(resident, '#go-sign-in');
  await signsIn(resident, aNumber(), 'login');
  await fillsInDetails(resident, '林小雨', 'details');
  await claims(resident, 'claim');
  await pictured(resident, 'claim-receipt');
  await tap(resident, '#go-code');
  await sees(resident, '绿码');
  await shown(resident, '#qr img');
  await pictured(resident, 'my-code-green');
});

test('the code opens without network', async () => {
  await resident.context.setOffline(true);
  await toTab(resident, '我的');
  await toTab(resident, '健康码');
  await sees(resident, '绿码');
  await pictured(resident, 'my-code-offline');
  await resident.context.setOffline(false);
});

test('a guard enters the checkpoint, and the supervisor grants it', async () => {
  const supervisor = await aSupervisor(world);
  guardNumber = aNumber();
  const guard = await opened();
  await toTab(guard, '查验');
  await pictured(guard, 'gate-signed-out');
  await tap(guard, '#sign-in');
  await signsIn(guard, guardNumber);
  await fillsInDetails(guard, '陈守卡');
  await claims(guard);
  await tap(guard, '#go-code');
  await toTab(guard, '查验');
  await pictured(guard, 'gate-off-duty');
  await tap(guard, '#register-place');
  await pictured(guard, 'place-role');
  await tap(guard, '#kind-checkpoint');
  await type(guard, '#name', '虚构大学南门');
  await tap(guard, '#type-campus');
  await tap(guard, '#address-area');
  await tap(guard, '#address-area-460108');
  await tap(guard, '#address-area-460108001');
  await type(guard, '#address-detail', '学院路 1 号');
  await tap(guard, '#requires-green');
  await pictured(guard, 'place-register', true);
  await tap(guard, '#send');
  await shown(guard, '#asked');
  await pictured(guard, 'place-asked');

  later(61_000);
  const desk = await opened(undefined, true);
  await toTab(desk, '查验');
  await tap(desk, '#sign-in');
  await signsIn(desk, supervisor.phone);
  await toTab(desk, '查验');
  await tap(desk, '#requests-460100');
  await sees(desk, '虚构大学南门');
  await pictured(desk, 'requests-wide');
  await tap(desk, '[id^="grant-"]');
  await tap(desk, '#confirm');
  await seesNoMore(desk, '虚构大学南门');
});

const aVideo = (): string => path.join(folder, `${String(browsers.length)}.y4m`);

/** The guard's phone, its camera filming what stands on the resident's screen now. */
async function guardFilming(filmed: Phone): Promise<Phone> {
  const video = aVideo();
  await filmOf(filmed, video);
  return guardWith(video);
}

async function guardWith(video: string): Promise<Phone> {
  const guard = await opened(video);
  await toTab(guard, '查验');
  await tap(guard, '#sign-in');
  later(61_000);
  await signsIn(guard, guardNumber);
  await toTab(guard, '查验');
  return guard;
}

test('the guard films the code, records the pass and sees the history', async () => {
  await opensAt(resident, msOf(now()));
  await shown(resident, '#qr img');
  const guard = await guardFilming(resident);
  await shown(guard, '#scan');
  await pictured(guard, 'gate-on-duty');
  await tap(guard, '#scan');
  await shown(guard, '#verdict');
  await sees(guard, '林**');
  await pictured(guard, 'verdict-green');
  await tap(guard, '#history');
  await pictured(guard, 'history-empty');
  await guard.page.goBack();
  await tap(guard, '#record');
  await shown(guard, '#recorded');
  await pictured(guard, 'recorded');
});

test('without network the guard’s phone judges alone, and sends the record when there is one', async () => {
  await opensAt(resident, msOf(now()));
  await shown(resident, '#qr img');
  const guard = await guardFilming(resident);
  await shown(guard, '#scan');
  await guard.page.evaluate(() => navigator.serviceWorker.ready);
  await guard.context.setOffline(true);
  await sees(guard, '没有网络');
  await tap(guard, '#scan');
  await sees(guard, '没有网络，按');
  await pictured(guard, 'verdict-offline');
  await tap(guard, '#record');
  await sees(guard, '已存在本机');
  await sees(guard, '请把二维码放进框内');
  await pictured(guard, 'scan');
  await guard.page.waitForTimeout(500); // the page before slides away, with an arrow of its own
  await tap(guard, '.ui-title__back');
  await sees(guard, '1 条登记待上传');
  await pictured(guard, 'gate-queue');
  await guard.context.setOffline(false);
  await seesNoMore(guard, '1 条登记待上传');
  await sees(resident, '绿码');
});

test('a code of somebody’s own making is told from one of ours', async () => {
  const video = aVideo();
  const text = writeToken(
    { keyId: 1, colour: 'green', issuedAt: msOf(now()), lifetime: 10, subject: new Uint8Array(16) },
    new Uint8Array(32).fill(7),
  );
  film(video, [{ seconds: 2, text }]);
  const guard = await guardWith(video);
  await tap(guard, '#scan');
  await sees(guard, '码无效');
  await pictured(guard, 'verdict-forged');
});

test('a cough turns the code yellow, and the gate stops it', async () => {
  aDayLater();
  await opensAt(resident, msOf(now()));
  await checksIn(resident, 'dry-cough', 'check-in');
  await pictured(resident, 'check-in-receipt');
  await tap(resident, '#go-code');
  await sees(resident, '黄码');
  await shown(resident, '#qr img');
  await pictured(resident, 'my-code-yellow', true);

  const guard = await guardFilming(resident);
  await tap(guard, '#scan');
  await shown(guard, '#verdict');
  await sees(guard, '黄码');
  await pictured(guard, 'verdict-yellow');
  await tap(guard, '#history');
  await sees(guard, '虚构大学南门');
  await pictured(guard, 'history');
  await guard.page.goBack();
  await tap(guard, '#stop');
  await shown(guard, '#recorded');
  await pictured(guard, 'recorded-stop');
});

test('after fourteen normal days the code is green again', async () => {
  for (let day = 1; day <= 14; day += 1) {
    aDayLater();
    await opensAt(resident, msOf(now()));
    await checksIn(resident, 'none');
    if (day === 7) {
      await tap(resident, '#go-code');
      await sees(resident, '黄码');
      await pictured(resident, 'my-code-day-7', true);
    }
  }
  await tap(resident, '#go-code');
  await sees(resident, '绿码');
});

test('one’s own records, English, and large type', async () => {
  await toTab(resident, '我的');
  await shown(resident, '#records');
  await pictured(resident, 'me');
  await tap(resident, '#looks');
  await sees(resident, '虚构大学南门');
  await pictured(resident, 'looks');
  await resident.page.goBack();
  await tap(resident, '#records');
  await resident.page.waitForTimeout(500);
  await pictured(resident, 'records');
  await resident.page.goBack();
  await tap(resident, '#about');
  await sees(resident, '谁能看到');
  await pictured(resident, 'about', true);
  await resident.page.goBack();
  await tap(resident, '#language-en');
  await tap(resident, '#large-type');
  await toTab(resident, 'Code').catch(() => toTab(resident, '健康码'));
  await sees(resident, 'Green');
  await pictured(resident, 'my-code-english-large');
});
