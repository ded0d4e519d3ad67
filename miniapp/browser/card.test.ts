/** The printed card in a real Chromium: issued, saved as a PDF, looked up at a gate, reported lost (U10, V2). */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Card, cardContract } from '@yimatong/shared/card/contract';
import { groupedNumber } from '@yimatong/shared/code/card-number';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import { aGuard, aResident, codeSentTo, type Resident } from '../../functions/test/actors';
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
let gate: Phone;
let resident: Resident;

async function signsIn(on: Phone, number: string): Promise<void> {
  later(61_000);
  await type(on, '#phone', number);
  await tap(on, '#send-code');
  await shown(on, '#code');
  await type(on, '#code', codeSentTo(number));
  await tap(on, '#sign-in');
}

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  resident = await aResident(world, { name: '黎阿婆' });
  await resident.claims();
  const guard = await aGuard(world);
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
  await tap(phone, '#go-sign-in');
  await signsIn(phone, resident.phone);
  await sees(phone, '绿码');
  gate = await aPhone(browser, world.url);
  await opensAt(gate, msOf(now()));
  await toTab(gate, '查验');
  await tap(gate, '#sign-in');
  await signsIn(gate, guard.phone);
  await toTab(gate, '查验');
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
  expect(gate.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const card = async (): Promise<Card> =>
  (await resident.call(cardContract.mine, { query: { personId: resident.personId } })).cards[0]!;

/** The gate types the number: the camera has its own play. */
async function gateLooksUp(number: string): Promise<void> {
  await toTab(gate, '查验');
  await tap(gate, '#type-card');
  await type(gate, '#card-number', number);
  await tap(gate, '#look-up');
}

test('issued, and saved as a PDF', async () => {
  await toTab(phone, '我的');
  await tap(phone, '#card');
  await sees(phone, '还没有纸质卡');
  await pictured(phone, 'card-none');
  await tap(phone, '#issue');
  await shown(phone, '.card__qr');
  await pictured(phone, 'card', true);
  const [download] = await Promise.all([phone.page.waitForEvent('download'), tap(phone, '#print')]);
  expect(download.suggestedFilename()).toBe('health-code-card-2026-11-02.pdf');
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a number typed wrongly is told; the right one is looked up', async () => {
  await gateLooksUp('7KQ2 M0DY 0W01 6C1Q');
  await sees(gate, '卡号有误');
  await pictured(gate, 'card-typed-wrong');
  await type(gate, '#card-number', groupedNumber((await card()).number));
  await tap(gate, '#look-up');
  await sees(gate, '可以通行');
  await sees(gate, '纸质卡：请核对');
  await pictured(gate, 'verdict-card', true);
});

test('lost: void at once, for everybody', async () => {
  const { number } = await card();
  await tap(phone, '#lost');
  await sees(phone, '要挂失这张卡吗');
  await pictured(phone, 'card-lost');
  await tap(phone, '#confirm-lost');
  await sees(phone, '还没有纸质卡');
  await gate.page.goto(world.url);
  await gateLooksUp(number);
  await sees(gate, '卡已失效');
  await pictured(gate, 'verdict-card-lost', true);
});
