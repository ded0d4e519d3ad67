/** An afternoon at a sampling site in a real Chromium (V8), photographed into docs/screenshots. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf } from '@yimatong/shared/core/day';
import { now } from '../../functions/src/core/clock';
import { aDocumentNumber, aResident, codeSentTo, type Resident } from '../../functions/test/actors';
import { aColleagueOf, aSampler, byHand, type Sampler } from '../../functions/test/sample-actors';
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
let browser: Browser;
let phone: Phone;
let folder: string;
let sampler: Sampler;
let resident: Resident;

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  folder = mkdtempSync(path.join(tmpdir(), 'yimatong-film-'));
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  sampler = await aSampler(world);
  resident = await aResident(world, { name: '林小雨' });
  await resident.claims();
  const video = path.join(folder, 'line.y4m');
  film(video, [{ seconds: 2, text: await resident.showsTheirQr() }]);
  browser = await aBrowser(video);
  later(61_000);
  phone = await aPhone(browser, world.url);
  await opensAt(phone, msOf(now()));
});
afterEach(() => {
  expect(phone.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const entersByHand = async (name: string) => {
  await tap(phone, '#by-hand');
  await type(phone, '#name', name);
  await type(phone, '#document-number', aDocumentNumber());
  await tap(phone, '#consented');
  await tap(phone, '#whom-entered');
};

test('a tube fills up as people are scanned one after another', async () => {
  await toTab(phone, '查验');
  await tap(phone, '#sign-in');
  await type(phone, '#phone', sampler.phone);
  await tap(phone, '#send-code');
  await shown(phone, '#code');
  await type(phone, '#code', codeSentTo(sampler.phone));
  await tap(phone, '#sign-in');
  await toTab(phone, '查验');
  await sees(phone, '单采、混采');
  await pictured(phone, 'sample-bench', true);
  await tap(phone, '#tool-sample-pages-sample');
  await tap(phone, '#begin');
  await sees(phone, '请填写采样管编号');
  await pictured(phone, 'sample-tube-mistake', true);
  await type(phone, '#tubeNumber', ' hn2026-1102-0001 ');
  await tap(phone, '#kind-pool-5');
  await tap(phone, '#begin');
  await sees(phone, '1/5');
  await sees(phone, '林**');
  await pictured(phone, 'sample-first', true);
  await entersByHand('陈大海');
  await sees(phone, '2/5');
  await pictured(phone, 'sample-second', true);
  await tap(phone, '#undo');
  await sees(phone, '1/5');
  await tap(phone, '#close');
  await sees(phone, '确认封管');
  await tap(phone, '#close-yes');
  await shown(phone, '#begin');
});

test('results: one entered, a positive one confirmed by somebody else', async () => {
  const colleague = await aColleagueOf(world, sampler);
  await colleague.takes(byHand(), 'HN202611020002');
  await colleague.takes(byHand(), 'HN202611020002');
  await colleague.reports({ tubeNumber: 'HN202611020002', result: 'positive' });
  await phone.page.goBack();
  await tap(phone, '#tool-sample-pages-results');
  await sees(phone, '待确认的阳性结果');
  await sees(phone, 'HN202611020002');
  await pictured(phone, 'sample-results', true);
  await tap(phone, '#confirm-HN202611020002');
  await sees(phone, '混管中的 2 人将转为黄码');
  await pictured(phone, 'sample-confirm');
  await tap(phone, '#decide');
  await sees(phone, '没有待确认的阳性结果');
  await tap(phone, '#enter');
  await type(phone, '#tubeNumber', 'HN202611020001');
  await tap(phone, '#result-negative');
  await type(phone, '#laboratory', '虚构市疾控中心实验室');
  await pictured(phone, 'sample-result', true);
  await tap(phone, '#send');
  await sees(phone, '结果已登记');
  await pictured(phone, 'sample-result-receipt');
  await tap(phone, '#back');
});

test('a batch: what was left out is told row by row', async () => {
  await tap(phone, '#batch');
  await pictured(phone, 'sample-batch-how', true);
  const asked = phone.page.waitForEvent('filechooser');
  await tap(phone, '#choose');
  const buffer = Buffer.from(
    '采样管编号,检测结果\nHN202611020001,阴性\nHN202611020001,不清楚\nHN999999,阴性\n',
  );
  await (await asked).setFiles([{ name: '11月2日.csv', mimeType: 'text/csv', buffer }]);
  await sees(phone, '没有新登记的结果：1 条之前已登记，2 条要核对');
  await pictured(phone, 'sample-batch', true);
  await phone.page.goBack();
  await sees(phone, '今天的采样管');
  await phone.page.goBack();
  await sees(phone, '单采、混采');
});

test('a vaccination', async () => {
  await tap(phone, '#tool-sample-pages-vaccination');
  await sees(phone, '第几剂');
  await tap(phone, '#send');
  await sees(phone, '请先扫码、查找');
  await pictured(phone, 'sample-vaccination-mistakes', true);
  await tap(phone, '#before');
  await sees(phone, '林小雨');
  await tap(phone, '#vaccine');
  await tap(phone, '#vaccine-sinovac');
  await tap(phone, '#dose-1');
  await type(phone, '#batchNumber', '2021010101');
  await pictured(phone, 'sample-vaccination', true);
  await tap(phone, '#send');
  await sees(phone, '接种已登记');
  await pictured(phone, 'sample-vaccination-receipt');
});

test('the person reads it', async () => {
  const theirs = await aPhone(browser, world.url);
  await opensAt(theirs, msOf(now()));
  await toTab(theirs, '我的');
  await tap(theirs, '#sign-in');
  later(61_000);
  await type(theirs, '#phone', resident.phone);
  await tap(theirs, '#send-code');
  await shown(theirs, '#code');
  await type(theirs, '#code', codeSentTo(resident.phone));
  await tap(theirs, '#sign-in');
  await toTab(theirs, '我的');
  await tap(theirs, '#records');
  await tap(theirs, '#kind-samples');
  await sees(theirs, '阴性');
  await pictured(theirs, 'records-samples', true);
  await tap(theirs, '#kind-vaccinations');
  await sees(theirs, '第 1 剂');
  await pictured(theirs, 'records-vaccinations', true);
});
