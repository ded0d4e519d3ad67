/** My records, who looked, a copy of my data, and deleting the account, in the compiled packages (U12). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { aCheckpoint, aGuard, aPhone as aNumber, aResident } from '../../functions/test/actors';
import { leaveCodeSentTo } from '../../functions/test/leaving-actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

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
  beforeAll(() => itIsMorningOf(day));
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  async function signedIn(number: string): Promise<Phone> {
    later(61_000);
    const phone = starts();
    await phone.tap('#go-sign-in');
    await phone.signsIn(number);
    await phone.finds('.qr');
    await phone.toTab('account/pages/me');
    return phone;
  }

  test('records by kind, each with how long it is kept; who looked, with role and place', async () => {
    const guard = await aGuard(world, aCheckpoint({ name: '虚构大学南门' }));
    const resident = await aResident(world, { name: '林小雨' });
    await resident.claims();
    await guard.letsThrough(await resident.showsTheirQr());
    const phone = await signedIn(resident.phone);

    await phone.tap('#records');
    await phone.isOn('records/pages/mine');
    await phone.sees('申领健康码');
    expect(phone.textOf('#kept-declarations')).toContain('保存到您注销账号为止');
    await phone.tap('#kind-passes');
    await phone.sees('虚构大学南门');
    expect(phone.textOf('#kept-passes')).toContain('保存 90 天');
    phone.back();

    await phone.tap('#looks');
    await phone.isOn('records/pages/looks');
    await phone.sees('卡口值守人员');
    await phone.sees('虚构大学南门');
    await phone.sees('扫了您的健康码，登记通行');
    await phone.sees('填写了个人信息');
    expect(phone.text()).not.toContain('陈守卡');
    await phone.sees('保存 3 年');
  });

  test('a copy of one’s data, where the client can open it', async () => {
    const resident = await aResident(world);
    await resident.claims();
    const phone = await signedIn(resident.phone);
    await phone.tap('#my-data');
    await phone.isOn('records/pages/my-data');
    await phone.sees('保存什么，保存多久');
    if (target === 'alipay') {
      await phone.sees('支付宝打不开表格文件');
      expect(phone.has('#takeout')).toBe(false);
      return;
    }
    await phone.tap('#takeout');
    await phone.sees(`已导出：yimatong-${day}.xlsx`);
    const [, opened] = phone.calls.find(([name]) => name === 'openDocument')!;
    expect(opened).toMatchObject({ filePath: expect.stringContaining(`yimatong-${day}.xlsx`) });
  });

  test('deleting the account: a wrong code, asked once more, a double tap; the phone is cleared', async () => {
    const resident = await aResident(world, { name: '王远航' });
    await resident.claims();
    const phone = await signedIn(resident.phone);
    await phone.tap('#my-data');
    await phone.tap('#leave');
    await phone.isOn('records/pages/leave');
    await phone.sees('会删除的');
    await phone.sees('健康申报记录');
    await phone.sees('保存 90 天');
    await phone.tap('#send-code');
    await phone.finds('#code');
    const code = leaveCodeSentTo(resident.phone);
    await phone.tap('#delete');
    await phone.finds('#code-mistake');
    await phone.type('#code', code === '123456' ? '654321' : '123456');
    await phone.tap('#delete');
    await phone.tap('#delete-for-good');
    await until(() => phone.textOf('#code-mistake').includes('验证码不正确'));
    await phone.type('#code', code);
    await phone.tap('#delete');
    await phone.finds('#delete-for-good');
    phone.tap('#delete-for-good').catch(() => undefined);
    await phone.tap('#delete-for-good');
    await phone.finds('#gone');
    expect(phone.sent('POST /accounts/mine/departure')).toBe(2);
    expect(JSON.stringify(phone.remembers())).not.toContain(resident.personId);
    await phone.tap('#home');
    await phone.finds('#go-sign-in');
    expect((await resident.tries({ method: 'GET', path: '/accounts/mine' } as never)).status).toBe(
      401,
    );
  });

  test('an answer that was lost: the account is gone all the same, and the page says so', async () => {
    const resident = await aResident(world);
    await resident.claims();
    const phone = await signedIn(resident.phone);
    await phone.tap('#my-data');
    await phone.tap('#leave');
    await phone.tap('#send-code');
    await phone.finds('#code');
    await phone.type('#code', leaveCodeSentTo(resident.phone));
    await phone.tap('#delete');
    phone.losesAnswerOf('POST /accounts/mine/departure');
    await phone.tap('#delete-for-good');
    await phone.finds('#gone');
    expect(phone.sent('POST /accounts/mine/departure')).toBe(1);
  });

  test('nobody deletes a yellow code away: it says until when', async () => {
    const resident = await aResident(world, { phone: aNumber() });
    await resident.claims('dry-cough');
    const phone = await signedIn(resident.phone);
    await phone.tap('#my-data');
    await phone.tap('#leave');
    await phone.sees('现在是黄码，不能注销');
    await phone.sees('转绿后可以注销');
    expect(phone.has('#send-code')).toBe(false);
    await phone.tap('#go-code');
    await phone.isOn('code/pages/my-code');
  });
});
