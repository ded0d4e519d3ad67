/** Declarations about a return in the compiled WeChat and Alipay packages, against the real server (U4–U6). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addDays, type Day } from '@yimatong/shared/core/day';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { type Resident, aResident } from '../../functions/test/actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day; next: Day }[] = [
  { target: 'weapp', day: '2026-11-02', next: '2026-11-03' },
  { target: 'alipay', day: '2026-12-07', next: '2026-12-08' },
];

describe.each(plays)('$target', ({ target, day, next }) => {
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

  /** Somebody with a green code, and their phone on the check-in tab. */
  async function aHolder(name: string): Promise<[Resident, Phone]> {
    const resident = await aResident(world, { name });
    await resident.claims();
    later(61_000);
    const phone = starts();
    await phone.tap('#go-sign-in');
    await phone.signsIn(resident.phone);
    await phone.finds('.qr');
    await phone.toTab('declaration/pages/daily');
    return [resident, phone];
  }
  const declarationsOf = async ({ call, personId }: Resident) =>
    (await call(declarationContract.mine, { query: { personId } })).declarations;

  test('to work: the first mistake is shown, a lost answer registers once, green may go', async () => {
    const [resident, phone] = await aHolder('吴小雨');
    await phone.finds('#done-today');
    await phone.tap('#go-return-to-work');
    await phone.isOn('declaration/more/return-to-work');
    await phone.tap('#register');
    await phone.finds('#purpose-mistake');
    expect(phone.has('#organisation-mistake')).toBe(true);
    expect(phone.sent('POST /declarations')).toBe(0);

    await phone.tap('#purpose-study');
    await phone.type('#organisation', '虚构大学');
    await phone.tap('#departure');
    await phone.tap('#departure-460202');
    await until(() => phone.textOf('#departure').includes('三亚市'));
    expect(phone.textOf('#residence-area')).toContain('美兰区');
    await phone.tap('#condition-well');
    await phone.tap('#exposures-none');
    phone.losesAnswerOf('POST /declarations');
    await phone.tap('#register');
    await phone.finds('#receipt');
    expect(phone.textOf('#duty')).toBe('可以返岗、复学');
    expect(phone.textOf('#new-colour')).toBe('绿码');
    expect(phone.sent('POST /declarations')).toBe(2);

    expect(await declarationsOf(resident)).toMatchObject([
      {
        declaration: { kind: 'return-to-work', purpose: 'study', departure: '460202' },
        outcome: { colour: 'green' },
      },
      { declaration: { kind: 'claim' } },
    ]);
  });

  test('from outside: dates are checked on the spot, and it turns yellow on the day of arrival', async () => {
    const [resident, phone] = await aHolder('王远航');
    await phone.tap('#go-return-outside');
    await phone.isOn('declaration/more/return-outside');
    await phone.picksDay('#returnOn', addDays(day, 3));
    await phone.picksDay('#isolationFrom', addDays(day, 2));
    await phone.finds('#isolationFrom-mistake');
    expect(phone.textOf('#isolationFrom-mistake')).toContain('不能在返琼之前');
    await phone.picksDay('#isolationFrom', addDays(day, 3));
    await until(() => !phone.has('#isolationFrom-mistake'));
    await phone.picksDay('#returnOn', addDays(day, 4));
    await phone.finds('#isolationFrom-mistake');
    await phone.tap('#isolationFrom-clear');
    await until(() => !phone.has('#isolationFrom-mistake'));

    await phone.tap('#transport-mode-train');
    await phone.tap('#from-province');
    await phone.tap('#from-province-44');
    await phone.type('#from-place', '虚构市');
    await phone.tap('#condition-well');
    await phone.tap('#symptoms-none');
    await phone.tap('#exposures-none');
    await phone.tap('#declare');
    await phone.finds('#transport-number-mistake');
    expect(phone.sent('POST /declarations')).toBe(0);
    await phone.type('#transport-number', 'Z201');
    await phone.tap('#declare');
    await phone.finds('#new-colour');
    expect(phone.textOf('#new-colour')).toBe('绿码');
    await phone.sees('按省外来琼人员管理');

    expect((await declarationsOf(resident))[0]!.declaration).toMatchObject({
      kind: 'return-outside',
      returnOn: addDays(day, 4),
      transport: { mode: 'train', number: 'Z201' },
      from: { province: '44', place: '虚构市' },
    });
    phone.close();
    itIsMorningOf(addDays(day, 4));
    expect(await resident.seesTheirCode()).toMatchObject({
      colour: 'yellow',
      reasons: [{ clause: 'came-from-outside' }],
    });
    itIsMorningOf(day);
  });

  test('within the province: what is declared, and the colour that comes of it', async () => {
    const [resident, phone] = await aHolder('符小山');
    await phone.tap('#go-return-within');
    await phone.isOn('declaration/more/return-within');
    await phone.tap('#departure');
    await phone.tap('#departure-469005');
    await phone.tap('#condition-unwell');
    await phone.tap('#exposures-none');
    await phone.tap('#declare');
    await phone.finds('#symptoms-mistake');
    await phone.tap('#symptoms-none');
    await phone.tap('#condition-well');
    await phone.type('#needs', '需要接站');
    await phone.tap('#declare');
    await phone.finds('#new-colour');
    expect(phone.textOf('#new-colour')).toBe('绿码');
    expect((await declarationsOf(resident))[0]!.declaration).toMatchObject({
      kind: 'return-within',
      departure: '469005',
      condition: 'well',
      needs: '需要接站',
    });
  });

  test('to work with a cough: the draft is kept, and the refusal says why', async () => {
    itIsMorningOf(next);
    const [resident, phone] = await aHolder('陈大海');
    await phone.tap('#go-return-to-work');
    await phone.tap('#purpose-work');
    await phone.type('#organisation', '虚构食品厂');
    await phone.tap('#condition-unwell');
    await phone.tap('#symptoms-dry-cough');
    await until(() => JSON.stringify(phone.remembers()).includes('虚构食品厂'));
    const remembered = phone.remembers();

    const again = starts({ storage: remembered });
    await again.toTab('declaration/pages/daily');
    await again.tap('#go-return-to-work');
    await again.finds('#organisation');
    expect(again.property('#organisation', 'value')).toBe('虚构食品厂');
    await again.tap('#departure');
    await again.tap('#departure-44');
    await again.tap('#exposures-none');
    await again.tap('#register');
    await again.finds('#receipt');
    expect(again.textOf('#duty')).toBe('暂时不能返岗、复学');
    await again.sees('省外来琼');
    await again.sees('症状');
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });

    again.back();
    await again.finds('#done-today');
    again.switchTab('account/pages/me');
    await again.tap('#records');
    await again.sees('返岗 / 复学登记');
    await again.sees('当时不是绿码');
  });

  test('a journey that is off is cancelled from the code page, once though its answer is lost', async () => {
    const resident = await aResident(world, { name: '黎小舟' });
    await resident.claims();
    await resident.plansToReturn({ returnOn: addDays(day, 4) });
    later(61_000);
    const again = starts();
    await again.tap('#go-sign-in');
    await again.signsIn(resident.phone);
    await again.finds('.qr');
    await again.tap('#change-plan');
    await again.isOn('declaration/more/return-outside');
    await again.tap('#cancel-plan');
    again.losesAnswerOf('POST /declarations');
    await again.tap('#confirm-cancel');
    await until(() => !again.has('#cancel-plan'));
    const kinds = (await declarationsOf(resident)).map(({ declaration }) => declaration.kind);
    expect(kinds.filter((kind) => kind === 'no-return')).toHaveLength(1);
    expect(await resident.seesTheirCode()).not.toHaveProperty('plannedOn');
  });
});
