/** An organisation’s list in the compiled WeChat and Alipay packages, against the real server (U7). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { placeContract } from '@yimatong/shared/place/contract';
import {
  aPhone as aNumber,
  aResident,
  aSupervisor,
  type Resident,
} from '../../functions/test/actors';
import { listsOf, xlsxOf } from '../../functions/test/organisation-actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(90_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day }[] = [
  { target: 'weapp', day: '2026-11-02' },
  { target: 'alipay', day: '2026-12-07' },
];

describe.each(plays)('$target', ({ target, day }) => {
  const on: Phone[] = [];
  const starts = (options: Partial<PhoneOptions> = {}): Phone => {
    const phone = aPhone({ target, world, ...options });
    on.push(phone);
    return phone;
  };
  let organiser: Resident;
  let member: Resident;
  let desk: Phone;
  beforeAll(() => itIsMorningOf(day));
  afterEach(() => {
    expect(on.flatMap((phone) => phone.mistakes())).toEqual([]);
  });
  afterAll(() => on.forEach((phone) => phone.close()));

  /** Signed in, on the tab 我的. */
  async function isAtHome(resident: Resident): Promise<Phone> {
    later(61_000);
    const phone = starts();
    await phone.tap('#go-sign-in');
    await phone.signsIn(resident.phone);
    await phone.finds('.qr');
    await phone.toTab('account/pages/me');
    return phone;
  }

  test('it is registered, with mistakes under their fields, and granted', async () => {
    const supervisor = await aSupervisor(world);
    organiser = await aResident(world, { name: '虚构申报员' });
    member = await aResident(world, { name: '虚构甲' });
    await Promise.all([organiser.claims(), member.claims()]);
    desk = await isAtHome(organiser);
    await desk.tap('#organisations');
    await desk.isOn('organisation/pages/start');
    await desk.sees('还没有单位');
    await desk.tap('#register');
    await desk.isOn('organisation/pages/register');
    await desk.tap('#send');
    await desk.finds('#name-mistake');
    expect(desk.sent('POST /places')).toBe(0);
    await desk.type('#name', '虚构学院');
    await desk.tap('#type-school');
    await desk.type('#creditCode', '123');
    await desk.tap('#address-area');
    await desk.tap('#address-area-460108');
    await desk.tap('#address-area-460108001');
    await desk.type('#address-detail', '学院路 1 号');
    await desk.tap('#send');
    await desk.finds('#creditCode-mistake');
    await desk.type('#creditCode', '91350100M000100Y43');
    await desk.tap('#send');
    await desk.finds('#asked');
    await desk.sees('海口市指挥部审批');

    const { requests } = await supervisor.call(placeContract.waiting, {
      query: { area: '460100' },
    });
    await supervisor.decides(requests.at(-1)!.grant, 'granted');
    await desk.tap('#back');
    await desk.isOn('organisation/pages/start');
    await desk.sees('虚构学院');
  });

  test('one is added by hand, and a sheet is filed with its rejected rows', async () => {
    await desk.tap('.ui-row');
    await desk.isOn('organisation/pages/overview');
    await desk.sees('名单上还没有人');
    await desk.tap('#add');
    await desk.isOn('organisation/pages/add');
    await desk.tap('#add-person');
    await desk.finds('#name-mistake');
    await desk.type('#name', '虚构甲');
    await desk.tap('#add-person');
    await desk.finds('#phone-mistake');
    await desk.type('#phone', member.phone);
    await desk.tap('#add-person');
    await desk.finds('#added');
    await desk.sees('虚构甲 已加入名单');
    desk.back();

    await desk.isOn('organisation/pages/overview');
    await desk.tap('#sheet');
    await desk.isOn('organisation/pages/sheet');
    await desk.tap('#template');
    await until(() => desk.calls.some(([name]) => name === 'openDocument'));
    const bytes = await xlsxOf([
      ['姓名', '手机', '身份证号', '部门'],
      ['虚构乙', aNumber(), '', '教务处'],
      ['虚构丙', '', 4.6e17, '教务处'],
    ]);
    desk.files.push({ name: '名单.xlsx', bytes: new Uint8Array(bytes) });
    await desk.tap('#choose');
    await desk.finds('#imported');
    expect(desk.textOf('#count-added')).toBe('1');
    expect(desk.textOf('#count-rejected')).toBe('1');
    await desk.sees('第 3 行');
    await desk.sees('后几位已经丢失');
    const opened = () => desk.calls.filter(([name]) => name === 'openDocument').length;
    const before = opened();
    await desk.tap('#save-rejected');
    await until(() => opened() > before);
  });

  test('the person sees who has filed them, agrees, and the list shows the colour', async () => {
    const own = await isAtHome(member);
    await own.sees('1 份待确认');
    await own.tap('#my-organisations');
    await own.isOn('organisation/pages/mine');
    await own.sees('虚构学院 把您列入名单（虚**）');
    const { memberId } = (await listsOf(member))[0]!;
    await own.tap(`#join-${memberId}`);
    await own.finds(`#leave-${memberId}`);
    await own.sees('还没有看过您的颜色');

    desk.back();
    await desk.isOn('organisation/pages/overview');
    await desk.sees('已登记 1 人，共 2 人');
    await desk.sees('1 人还没有本人确认');
    await desk.tap('#people');
    await desk.isOn('organisation/pages/people');
    await desk.sees('绿码，可以到岗');
    await desk.sees('本人还没有确认');
    await desk.tap(`#person-${memberId}`);
    await desk.finds('#hand-over');
    await desk.sees('170****');

    await own.tap(`#leave-${memberId}`);
    await own.finds(`#join-${memberId}`);
    await own.sees('已退出');
  });

  test('departments are named once, and reports say when they come', async () => {
    const fresh = await isAtHome(organiser);
    await fresh.tap('#organisations');
    await fresh.tap('.ui-row');
    await fresh.isOn('organisation/pages/overview');
    await fresh.tap('#departments');
    await fresh.isOn('organisation/pages/departments');
    await fresh.tap('#add-department');
    await fresh.finds('#department-1');
    await fresh.tap('#save-departments');
    await fresh.finds('#department-1-mistake');
    await fresh.type('#department-1', '后勤处');
    await fresh.tap('#save-departments');
    await fresh.isOn('organisation/pages/overview');
    await fresh.sees('后勤处');
    await fresh.tap('#reports');
    await fresh.isOn('organisation/pages/reports');
    await fresh.sees('还没有报表');
  });
});
