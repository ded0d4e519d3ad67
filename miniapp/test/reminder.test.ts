/** A reminder of tomorrow's check-in, asked for in the compiled packages (U3). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addDays, type Day } from '@yimatong/shared/core/day';
import { aResident, type Resident } from '../../functions/test/actors';
import { unhurried } from '../../functions/test/leaving-actors';
import { aWechat } from '../../functions/test/stubs/wechat';
import { type Alipay, anAlipay } from '../../functions/test/stubs/alipay';
import { aWorld, type World } from '../../functions/test/world';
import { remindersOutboxed } from '../../functions/src/core/reminders';
import { handler as remind } from '../../functions/src/reminder/jobs';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
let wechat: Awaited<ReturnType<typeof aWechat>>;
let alipay: Alipay;
beforeAll(async () => {
  [wechat, alipay] = await Promise.all([aWechat(), anAlipay()]);
  process.env['WECHAT_SECRET'] = wechat.secret;
  process.env['ALIPAY_SECRET'] = alipay.secret;
  world = await aWorld();
});
afterAll(() => Promise.all([world.close(), wechat.close(), alipay.close()]));

const plays: { target: Target; day: Day; openid: string }[] = [
  { target: 'weapp', day: '2026-11-02', openid: 'openid-of' },
  { target: 'alipay', day: '2026-12-07', openid: 'open-id-of' },
];

describe.each(plays)('$target', ({ target, day, openid }) => {
  const on: Phone[] = [];
  beforeAll(() => itIsMorningOf(day));
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  /** Somebody who has just checked in, with their phone before them. */
  async function aHolder(options: Partial<PhoneOptions> = {}): Promise<[Resident, Phone]> {
    itIsMorningOf(day);
    const resident = await aResident(world);
    await resident.claims();
    later(61_000);
    const phone = aPhone({ target, world, ...options });
    on.push(phone);
    await phone.tap('#go-sign-in');
    await phone.signsIn(resident.phone);
    await phone.finds('.qr');
    await phone.isQuiet();
    itIsMorningOf(addDays(day, 1));
    await phone.checksIn('none');
    return [resident, phone];
  }
  const sentTo = (to: string) => remindersOutboxed().filter(({ reminder }) => reminder.to === to);

  test('agrees, and is reminded of the day that was forgotten', async () => {
    const owner = `anna-${target}`;
    const [, phone] = await aHolder({ owner });
    await phone.sees('怕忘记打卡');
    await phone.tap('#remind');
    await phone.finds('#reminds');
    const asked = phone.calls.filter(([name]) => name === 'requestSubscribeMessage');
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked[0]![1])).toContain('"local"');
    expect(
      phone.sent(`GET /reminders/${String(phone.remembers()['ymt.person']).slice(1, -1)}`),
    ).toBeGreaterThan(0);
    await remind({}, unhurried);
    expect(sentTo(`${openid}-${owner}`)).toEqual([]);
    itIsMorningOf(addDays(day, 2));
    await remind({}, unhurried);
    expect(sentTo(`${openid}-${owner}`)).toHaveLength(1);
  });

  test('declines: nothing is kept, and it says so', async () => {
    const owner = `ben-${target}`;
    const [, phone] = await aHolder({ owner, agrees: false });
    await phone.tap('#remind');
    await phone.sees('没有开通提醒');
    itIsMorningOf(addDays(day, 2));
    await remind({}, unhurried);
    expect(sentTo(`${openid}-${owner}`)).toEqual([]);
  });

  test('an answer that was lost keeps one', async () => {
    const [resident, phone] = await aHolder({ owner: `cai-${target}` });
    await phone.finds('#remind');
    phone.losesAnswerOf(`PUT /reminders/${resident.personId}`);
    await phone.tap('#remind');
    await phone.finds('#reminds');
    expect(phone.sent(`PUT /reminders/${resident.personId}`)).toBe(2);
  });

  test('a phone whose platform does not say who it is: nothing is offered', async () => {
    const [resident, phone] = await aHolder();
    await until(() => phone.sent(`GET /reminders/${resident.personId}`) > 0);
    await phone.finds('#receipt');
    expect(phone.has('#remind')).toBe(false);
  });
});
