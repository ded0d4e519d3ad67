/** A gate at work in the compiled WeChat and Alipay packages, against the real server (V2, V3). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { aCheckpoint, aDocumentNumber, aGuard, aResident } from '../../functions/test/actors';
import { turnsRed } from '../../functions/test/gate-actors';
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

  const signedIn = async (number: string): Promise<Phone> => {
    later(61_000);
    const phone = starts();
    await phone.toTab('pass/pages/gate');
    await phone.tap('#sign-in');
    await phone.signsIn(number);
    await phone.isOn('pass/pages/gate');
    return phone;
  };
  const aGreen = async (name = '林小雨') => {
    const one = await aResident(world, { name });
    await one.claims();
    return one;
  };

  test('green goes through by the scan alone, one after another, and a mistake is taken back', async () => {
    const guard = await aGuard(world, aCheckpoint({ passesGreen: true }));
    const [first, second] = [await aGreen(), await aGreen('周小海')];
    const phone = await signedIn(guard.phone);
    await phone.tap('#continuous');
    phone.nextScan(await first.showsTheirQr());
    phone.nextScan(await second.showsTheirQr());
    await phone.tap('#scan');
    await phone.sees('绿码 已放行');
    await until(() => phone.has('#last') && phone.textOf('#last').includes('周**'));
    await until(() => phone.has('#undo') && !phone.has('#undo.ui-button--off'));
    await phone.tap('#undo');
    await until(async () => (await second.seesWhoLooked())[0]?.undone === true);
    await phone.toTab('pass/pages/gate');
    expect(phone.textOf('#shift-in')).toBe('1');
    expect((await first.seesWhoLooked())[0]).toMatchObject({ outcome: 'passed' });
  });

  test('somebody red is reported, the command answers, the gate lets them through once', async () => {
    const guard = await aGuard(world);
    const red = await aGreen('周小海');
    await turnsRed(red.personId);
    const phone = await signedIn(guard.phone);
    await phone.scans(await red.showsTheirQr());
    await phone.isChecked('联网核验');
    expect(phone.has('#record')).toBe(false);
    await phone.tap('#escalate');
    await phone.isOn('escalation/pages/report');
    await phone.sees('周**');
    await phone.type('#note', '称要回单位值班');
    phone.losesAnswerOf('POST /escalations');
    await phone.tap('#send-report');
    await phone.finds('#reported');

    const desk = await signedIn(guard.supervisor.phone);
    await desk.tap('#reported-460100');
    await desk.isOn('escalation/pages/list');
    await desk.tap('.escalation-one');
    await desk.isOn('escalation/pages/one');
    await desk.sees('称要回单位值班');
    await desk.sees('密切接触者');
    await desk.tap('#kind-other');
    await desk.tap('#send-answer');
    await desk.finds('#text-mistake');
    await desk.tap('#kind-let-pass');
    await desk.tap('#send-answer');
    await desk.sees('请填写放行理由');
    await desk.type('#text', '已联系单位核实');
    expect(desk.textOf('#send-answer')).toBe('同意放行一次');
    await desk.tap('#send-answer');
    await desk.finds('#given');

    await phone.tap('#to-gate');
    await phone.isOn('pass/pages/gate');
    await phone.sees('前重新扫码，可登记放行一次');
    expect(phone.textOf('#shift-stopped')).toBe('1');
    await phone.sees('重新扫码，登记放行');
    await phone.scans(await red.showsTheirQr());
    await phone.sees('市县指挥部已同意');
    await phone.tap('#record');
    await phone.finds('#recorded');
    expect((await red.seesWhoLooked())[0]).toMatchObject({ outcome: 'passed', colour: 'red' });
    expect(phone.sent('POST /escalations')).toBe(2);
  });

  test('a vehicle, and somebody without a code entered while there is no network', async () => {
    const guard = await aGuard(world);
    const [green, yellow] = [await aGreen(), await aResident(world, { name: '周小海' })];
    await yellow.claims('dry-cough');
    const phone = await signedIn(guard.phone);
    await phone.tap('#vehicle');
    await phone.tap('#province-0');
    await phone.type('#vehicle-plate', '琼A12345');
    await phone.tap('#begin');
    for (const [who, button] of [
      [green, '#record'],
      [yellow, '#stop'],
    ] as const) {
      phone.nextScan(await who.showsTheirQr());
      await phone.tap('#scan-passenger');
      await phone.isOn('pass/desk/result');
      await phone.isChecked('联网核验');
      await phone.tap(button);
      await phone.isOn('pass/desk/vehicle');
    }
    await phone.sees('共 2 人：放行 1 人，劝返 1 人');
    await phone.tap('#vehicle-done');
    await phone.finds('#another-vehicle');
    const [[one], [other]] = [await green.seesWhoLooked(), await yellow.seesWhoLooked()];
    expect([one!.plate, other!.plate]).toEqual(['琼A12345', '琼A12345']);
    expect(one!.partyId).toBe(other!.partyId);
    await phone.tap('#vehicle-back');

    const number = aDocumentNumber();
    phone.setOnline(false);
    await phone.tap('#by-hand');
    await phone.type('#name', '符阿婆');
    await phone.type('#document-number', number);
    await phone.tap('#consented');
    await phone.tap('#whom-entered');
    await phone.tap('#hand-passed');
    await phone.finds('#hand-recorded');
    await phone.sees('已存在本机');
    phone.setOnline(true);
    await until(() => phone.sent('POST /passes/by-hand') > 0);
    const grandmother = await aResident(world, { name: '符阿婆', number });
    await until(async () => (await grandmother.seesWhoLooked()).length === 1);
  });
});
