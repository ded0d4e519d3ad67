/** An organisation’s pages in a real Chromium against the real server (U7), photographed into docs/screenshots. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { msOf, plusMs, startOf } from '@yimatong/shared/core/day';
import { placeContract } from '@yimatong/shared/place/contract';
import { now } from '../../functions/src/core/clock';
import { handler as rollup } from '../../functions/src/organisation/jobs';
import { aResident, aSupervisor, codeSentTo, type Resident } from '../../functions/test/actors';
import { answers, at, xlsxOf } from '../../functions/test/organisation-actors';
import { aWorld, itIs, itIsMorningOf, later, today, type World } from '../../functions/test/world';
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
let organiser: Resident;
let supervisor: Awaited<ReturnType<typeof aSupervisor>>;
let placeId: `plac_${string}`;
const people: Resident[] = [];
const names = ['虚构甲', '虚构乙', '虚构丙', '虚构丁', '虚构戊', '虚构己'];
const phones: Phone[] = [];

async function signsIn(resident: Resident, wide = false): Promise<Phone> {
  later(61_000);
  const one = await aPhone(browser, world.url, { wide });
  phones.push(one);
  await opensAt(one, msOf(now()));
  await tap(one, '#go-sign-in');
  await type(one, '#phone', resident.phone);
  await tap(one, '#send-code');
  await shown(one, '#code');
  await type(one, '#code', codeSentTo(resident.phone));
  await tap(one, '#sign-in');
  await sees(one, '绿码');
  return one;
}

beforeAll(async () => {
  itIsMorningOf('2026-11-02');
  world = await aWorld({ h5: path.resolve(__dirname, '../dist/h5') });
  browser = await aBrowser();
  supervisor = await aSupervisor(world);
  organiser = await aResident(world, { name: '虚构申报员' });
  await organiser.claims();
  for (const name of names) people.push(await aResident(world, { name }));
  phone = await signsIn(organiser);
});
afterEach(() => {
  expect(phones.flatMap(({ errors }) => errors.splice(0))).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('it is registered from 我的, with mistakes in words', async () => {
  await toTab(phone, '我的');
  await tap(phone, '#organisations');
  await sees(phone, '还没有单位');
  await pictured(phone, 'organisation-none');
  await tap(phone, '#register');
  await type(phone, '#name', '虚构学院');
  await tap(phone, '#type-school');
  await type(phone, '#creditCode', '9135');
  await tap(phone, '#send');
  await sees(phone, '统一社会信用代码应为 18 位');
  await pictured(phone, 'organisation-register', true);
  await type(phone, '#creditCode', '91350100M000100Y43');
  await tap(phone, '#address-area');
  await tap(phone, '#address-area-460108');
  await tap(phone, '#address-area-460108001');
  await type(phone, '#address-detail', '学院路 1 号');
  await tap(phone, '#send');
  await sees(phone, '申请已提交');
  await pictured(phone, 'organisation-asked');
});

test('the supervisor sees it among the requests', async () => {
  await supervisor.claims();
  const desk = await signsIn(supervisor);
  await toTab(desk, '查验');
  await tap(desk, '#requests-460100');
  await sees(desk, '虚构学院');
  await pictured(desk, 'organisation-request');
  const { requests } = await supervisor.call(placeContract.waiting, { query: { area: '460100' } });
  const { grant } = requests[0]!;
  placeId = grant.place.id;
  await tap(desk, `#grant-${grant.id}`);
  await sees(desk, '可以为“虚构学院”申报人员');
  await tap(desk, '#confirm');
  await sees(desk, '没有待批准的申请');
  await tap(phone, '#back');
  await sees(phone, '我申报的单位');
});

test('one person by hand', async () => {
  await tap(phone, `#open-${placeId}`);
  await sees(phone, '名单上还没有人');
  await tap(phone, '#add');
  await type(phone, '#name', names[0]!);
  await tap(phone, '#add-person');
  await sees(phone, '请填写手机号或证件号码，至少一项。');
  await type(phone, '#phone', people[0]!.phone);
  await pictured(phone, 'organisation-add', true);
  await tap(phone, '#add-person');
  await sees(phone, '虚构甲 已加入名单');
  await phone.page.goBack();
});

test('a sheet with mistakes, and the rejected rows as a file', async () => {
  await tap(phone, '#sheet');
  await sees(phone, '怎样准备表格');
  await pictured(phone, 'organisation-sheet', true);
  const bytes = await xlsxOf([
    ['虚构学院人员名单'],
    ['姓名', '手机号码', '身份证号', '部门'],
    ...names
      .slice(1)
      .map((name, i) => [name, people[i + 1]!.phone, '', i % 2 ? '后勤处' : '教务处']),
    ['虚构庚', '', 4.6e17, '教务处'],
    ['虚构辛', '1700', '', '教务处'],
  ]);
  const choosing = phone.page.waitForEvent('filechooser');
  await tap(phone, '#choose');
  await (
    await choosing
  ).setFiles({
    name: '名单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await sees(phone, '导入完成');
  await sees(phone, '后几位已经丢失');
  await pictured(phone, 'organisation-imported', true);
  const saving = phone.page.waitForEvent('download');
  await tap(phone, '#save-rejected');
  expect((await saving).suggestedFilename()).toBe('未导入的人员-2026-11-02.xlsx');
  await phone.page.goBack();
});

test('the person is asked under 我的单位, and agrees', async () => {
  for (const person of people.slice(0, 5)) await person.claims();
  for (const person of people.slice(1, 3)) await answers(person, placeId, 'joined');
  await people[3]!.checksIn(['dry-cough']);
  await answers(people[3]!, placeId, 'joined');
  await answers(people[4]!, placeId, 'refused');
  const own = await signsIn(people[0]!);
  await toTab(own, '我的');
  await sees(own, '1 份待确认');
  await pictured(own, 'organisation-invited', true);
  await tap(own, '#my-organisations');
  await sees(own, '虚构学院 把您列入名单');
  await pictured(own, 'organisation-invitation');
  await tap(own, '[id^=join-]');
  await sees(own, '还没有看过您的颜色');
  await at(world, organiser, placeId).lists();
  await own.page.reload();
  await sees(own, '单位看过您颜色的日子：11月2日');
  await pictured(own, 'organisation-mine');
});

test('the overview and the list, on a phone', async () => {
  await phone.page.reload();
  await sees(phone, '已登记 4 人，共 6 人');
  await sees(phone, '1 人是黄码');
  await pictured(phone, 'organisation-overview', true);
  await tap(phone, '#people');
  await sees(phone, '黄码，不能到岗');
  await pictured(phone, 'organisation-people', true);
  await tap(phone, '[id^=person-memb]');
  await sees(phone, '移出名单');
  await pictured(phone, 'organisation-person');
  await tap(phone, '.ui-sheet__shade');
  await type(phone, '#name', '丁');
  await phone.page.keyboard.press('Tab');
  await sees(phone, '人员名单 1 人');
});

test('and on a desk computer, with the reports', async () => {
  itIs(plusMs(startOf(today()), 22 * 3_600_000));
  await rollup({ job: 'rollup', kind: 'evening' }, { getRemainingTimeInMillis: () => 900_000 });
  const desk = await signsIn(organiser, true);
  await toTab(desk, '我的');
  await tap(desk, '#organisations');
  await tap(desk, `#open-${placeId}`);
  await sees(desk, '已登记 4 人，共 6 人');
  await pictured(desk, 'organisation-overview-wide', true);
  await tap(desk, '#people');
  await sees(desk, '黄码，不能到岗');
  await pictured(desk, 'organisation-people-wide', true);
  await desk.page.goBack();
  await tap(desk, '#reports');
  await sees(desk, '22:00 分部门');
  await pictured(desk, 'organisation-reports-wide', true);
  const saving = desk.page.waitForEvent('download');
  await tap(desk, '#file-evening-2026-11-02');
  expect((await saving).suggestedFilename()).toContain('分部门报表.xlsx');
});
