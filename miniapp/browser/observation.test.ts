/** Medical observation and a grid worker's round in a real Chromium against the real server (V6, V9). */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { now } from '../../functions/src/core/clock';
import { aDocumentNumber, aResident, codeSentTo, newId } from '../../functions/test/actors';
import { aHousehold } from '../../functions/test/doorstep-actors';
import {
  aClinician,
  aColleague,
  aGridworker,
  aLook,
  nobodyHome,
} from '../../functions/test/observation-actors';
import { aDayLater, aWorld, itIsMorningOf, later, type World } from '../../functions/test/world';
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

jest.setTimeout(180_000);

let world: World;
let browser: Browser;
const phones: Phone[] = [];

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
});
afterEach(() => {
  for (const phone of phones) expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Somebody on duty, signed in on a phone of their own, at the verifier's tab. */
async function onDuty(worker: { phone: string }): Promise<Phone> {
  later(61_000);
  const phone = await aPhone(browser, world.url);
  phones.push(phone);
  await opensAt(phone, msOf(now()));
  await toTab(phone, '我的');
  await tap(phone, '#sign-in');
  await type(phone, '#phone', worker.phone);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(worker.phone));
  await tap(phone, '#sign-in');
  await shown(phone, '#records');
  await toTab(phone, '查验');
  return phone;
}

async function looksUp(phone: Phone, name: string, number: string): Promise<void> {
  await tap(phone, '#whom-look-up');
  await type(phone, '#name', name);
  await type(phone, '#document-number', number);
  await tap(phone, '#whom-find');
  await shown(phone, '#whom-other');
}

test('put under observation at a hospital, followed for a fortnight, ended by two', async () => {
  const number = aDocumentNumber();
  const anna = await aResident(world, { name: '林小雨', number });
  await anna.claims();
  const clinician = await aClinician(world);
  const colleague = await aColleague(world, clinician);
  const phone = await onDuty(clinician);
  await tap(phone, '#tool-observation-pages-list');
  await sees(phone, '没有在观察的人');
  await pictured(phone, 'observation-empty');

  await tap(phone, '#begin');
  await sees(phone, '是否确诊病例由指挥部名单认定');
  await tap(phone, '#send');
  await sees(phone, '请填写病例编号');
  await pictured(phone, 'observation-mistakes', true);
  await looksUp(phone, '林小雨', number);
  await type(phone, '#caseNumber', '虚构-2026-017');
  await tap(phone, '#caseType-close-contact');
  await pictured(phone, 'observation-begin', true);
  await seesNoMore(phone, '请填写这一项');
  await tap(phone, '#send');
  await sees(phone, '林小雨 将转为红码（1 人）');
  await pictured(phone, 'observation-sure');
  await tap(phone, '#send-sure');
  await sees(phone, '已登记医学观察');
  await pictured(phone, 'observation-receipt');
  expect((await anna.seesTheirCode()).colour).toBe('red');

  const { observations } = await clinician.call(observationContract.due, {
    query: { placeId: clinician.placeId },
  });
  const id = observations[0]!.id;
  for (let nth = 1; nth <= 13; nth += 1) {
    aDayLater();
    if (nth === 6) continue;
    const temperature = nth === 3 ? 37.8 : 36.3 + (nth % 5) / 10;
    if (nth === 12) await clinician.follows(id, nobodyHome());
    else await clinician.follows(id, aLook({ temperature }));
  }
  aDayLater();
  await phone.page.goto(world.url);
  await opensAt(phone, msOf(now()));
  await toTab(phone, '查验');
  await tap(phone, '#tool-observation-pages-list');
  await sees(phone, '今天待访');
  await pictured(phone, 'observation-list', true);
  await tap(phone, `#observation-${id}`);
  await sees(phone, '体温曲线');
  await pictured(phone, 'observation-one', true);

  await tap(phone, '#follow');
  await tap(phone, '#result-seen');
  await tap(phone, '#send');
  await sees(phone, '请选择一项');
  await type(phone, '#temperature', '36.6');
  await tap(phone, '#dryCough-no');
  await tap(phone, '#symptoms-none');
  await pictured(phone, 'observation-follow', true);
  await tap(phone, '#send');
  await sees(phone, '日历和体温曲线已更新');
  await tap(phone, '#back');
  await sees(phone, '观察天数已到');

  await tap(phone, '#end');
  await tap(phone, '#outcome-released');
  await pictured(phone, 'observation-end', true);
  await tap(phone, '#send');
  await sees(phone, '已提出');
  await tap(phone, '#back');
  await sees(phone, '您提出的');

  const other = await onDuty(colleague);
  await tap(other, '#tool-observation-pages-list');
  await sees(other, '待确认：解除观察');
  await tap(other, `#observation-${id}`);
  await sees(other, '只解除这次观察造成的红码');
  await sees(other, '漏访 2 天');
  await sees(other, '11月5日 37.8 ℃');
  await seesNoMore(other, '提出结束观察');
  await pictured(other, 'observation-confirm', true);
  await tap(other, '#confirm');
  await sees(other, '已结束');
  expect((await anna.seesTheirCode()).reasons).toMatchObject([{ awaitsRelease: false }]);
});

test('a round from door to door: a missed follow-up, somebody checked, somebody without a phone', async () => {
  const number = aDocumentNumber();
  const ben = await aResident(world, { name: '陈大海', number });
  await ben.claims();
  const clinician = await aClinician(world);
  const gridworker = await aGridworker(world);
  await clinician.observes(await ben.showsTheirQr());
  aDayLater();
  aDayLater();
  const { placeId } = gridworker;
  for (const detail of ['虚构路 1 号 1 单元 101', '虚构路 1 号 1 单元 102'])
    await gridworker.call(doorstepContract.add, {
      body: {
        id: newId('hous'),
        placeId,
        ...aHousehold,
        address: { ...aHousehold.address, detail },
      },
    });
  const phone = await onDuty(gridworker);
  await tap(phone, '#tool-doorstep-pages-list');
  await sees(phone, '其中昨天漏访 1 人');
  await pictured(phone, 'doorstep-list', true);

  await tap(phone, '#add');
  await type(phone, '#address-detail', '虚构路 1 号 2 单元 203');
  await type(phone, '#contact', '符阿婆');
  await pictured(phone, 'doorstep-household', true);
  await tap(phone, '#save');
  await sees(phone, '2 单元 203');

  await phone.page.getByText('1 单元 102').filter({ visible: true }).click();
  await tap(phone, '#result-met');
  await looksUp(phone, '陈大海', number);
  await type(phone, '#temperature', '37.9');
  await tap(phone, '#symptoms-dry-cough');
  await tap(phone, '#asTold-yes');
  await sees(phone, '是否勾选发热');
  await pictured(phone, 'doorstep-check', true);
  await tap(phone, '#send');
  await sees(phone, '体温或症状异常');
  await pictured(phone, 'doorstep-checked');
  await tap(phone, '#back');
  await sees(phone, '见到本人');

  await tap(phone, '#register');
  await type(phone, '#name', '符阿婆');
  await type(phone, '#document-number', aDocumentNumber());
  await tap(phone, '#address-area');
  await tap(phone, '#address-area-460108');
  await tap(phone, '#address-area-460108001');
  await type(phone, '#address-detail', '虚构路 1 号 2 单元 203');
  await tap(phone, '#symptoms-none');
  await tap(phone, '#situations-none');
  await tap(phone, '#consentBy-self');
  await tap(phone, '#consented');
  await pictured(phone, 'doorstep-register', true);
  await tap(phone, '#send');
  await sees(phone, '已登记并申领健康码');
  await tap(phone, '#card');
  await sees(phone, '请打印后交给本人');
  await pictured(phone, 'doorstep-registered');
});
