/** A family under one account, taking over, and a party at the gate, in the compiled WeChat and Alipay packages. */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import type { Day } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { aDocumentNumber, aGuard, aPhone as aNumber, aResident } from '../../functions/test/actors';
import { familyOf } from '../../functions/test/family-actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(90_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day; next: Day }[] = [
  { target: 'weapp', day: '2027-01-04', next: '2027-01-05' },
  { target: 'alipay', day: '2027-02-01', next: '2027-02-02' },
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

  let guardian: Awaited<ReturnType<typeof aResident>>;
  let granny: PersonId;
  let remembered: Record<string, unknown> = {};
  const grannys = aDocumentNumber();

  async function fillsIn(phone: Phone, name: string, number: string): Promise<void> {
    await phone.type('#name', name);
    await phone.type('#document-number', number);
  }

  test('a grandmother is added, and her code claimed by the guardian', async () => {
    guardian = await aResident(world, { name: '林妈妈' });
    await guardian.claims();
    later(61_000);
    const phone = starts();
    await phone.tap('#go-sign-in');
    await phone.signsIn(guardian.phone);
    await phone.finds('.qr');
    expect(phone.has('#people')).toBe(false);
    await phone.toTab('account/pages/me');
    await phone.tap('#family');
    await phone.isOn('account/family/pages/list');
    await phone.sees('还没有添加家人');
    await phone.tap('#add-member');
    await phone.isOn('account/family/pages/add');
    await phone.tap('#add-member');
    await phone.finds('#relation-mistake');
    expect(phone.sent('POST /members')).toBe(0);
    await phone.tap('#relation-grandparent');
    await fillsIn(phone, '符奶奶', grannys);
    await phone.tap('#add-member');
    await phone.isOn('account/family/pages/member');
    await phone.sees('祖父母');
    const { members } = await guardian.call(accountContract.mine);
    expect(members).toMatchObject([{ relation: 'grandparent', name: '*奶奶' }]);
    granny = members[0]!.personId;

    await phone.tap('#show-code');
    await phone.isOn('code/pages/my-code');
    await phone.sees('还没有健康码');
    await phone.tap('#go-claim');
    await phone.isOn('declaration/more/claim');
    await phone.sees('符奶奶');
    await phone.tap('#symptoms-dry-cough');
    await phone.tap('#situations-none');
    await phone.tap('#pledged');
    await phone.tap('#claim');
    await phone.finds('#new-colour');
    expect(phone.textOf('#new-colour')).toBe('黄码');

    await phone.tap('#go-code');
    await until(() => phone.textOf('#colour') === '黄码');
    expect(phone.text()).toContain('符**');
    await phone.tap(`#person-${guardian.personId}`);
    await until(() => phone.textOf('#colour') === '绿码');
    await phone.tap(`#person-${granny}`);
    await until(() => phone.textOf('#colour') === '黄码');
    remembered = phone.remembers();
  });

  test('without network each one’s code is there, and signing out forgets them all', async () => {
    const phone = starts({ storage: remembered, online: false });
    await until(() => phone.textOf('#colour') === '绿码');
    await phone.tap(`#person-${granny}`);
    await until(() => phone.textOf('#colour') === '黄码');
    await phone.finds('.qr');
    await phone.toTab('account/pages/me');
    await phone.tap('#sign-out');
    await phone.tap('#confirm-sign-out');
    await until(() => !phone.has('#sign-out'));
    expect(JSON.stringify(phone.remembers())).not.toContain(granny);
    expect(JSON.stringify(phone.remembers())).not.toContain('奶奶');
  });

  test('checked in one by one: who has not is marked, and each declares their own', async () => {
    itIsMorningOf(next);
    const phone = starts({ storage: remembered });
    await phone.toTab('declaration/pages/daily');
    await until(() => phone.textOf(`#person-${granny}`).includes('今天未打卡'));
    await phone.type('#temperature', '36.6');
    await phone.tap('#symptoms-none');
    await phone.tap('#condition-well');
    await phone.tap(`#person-${granny}`);
    await until(() => phone.property('#temperature', 'value') === '');
    await phone.type('#temperature', '36.8');
    await phone.tap('#symptoms-none');
    await phone.tap('#condition-well');
    await phone.tap('#check-in');
    await phone.finds('#receipt');
    await until(() => phone.textOf(`#person-${granny}`).includes('今天已打卡'));
    expect(phone.textOf(`#person-${guardian.personId}`)).toContain('今天未打卡');

    await phone.tap(`#person-${guardian.personId}`);
    await phone.finds('#temperature');
    expect(phone.property('#temperature', 'value')).toBe('36.6');
    await phone.tap('#check-in');
    await phone.finds('#receipt');
    const last = async (personId: PersonId) =>
      (await guardian.call(declarationContract.mine, { query: { personId } })).declarations[0]!;
    expect((await last(granny)).declaration).toMatchObject({ kind: 'daily', temperature: 36.8 });
    expect((await last(guardian.personId)).declaration).toMatchObject({ temperature: 36.6 });

    await phone.toTab('account/pages/me');
    await phone.tap('#records');
    await phone.sees('36.6');
    await phone.tap(`#person-${granny}`);
    await phone.sees('36.8');
    remembered = phone.remembers();
  });

  test('a party at the gate: scanned one after another, judged one by one', async () => {
    const guard = await aGuard(world);
    later(61_000);
    const desk = starts();
    await desk.toTab('pass/pages/gate');
    await desk.tap('#sign-in');
    await desk.signsIn(guard.phone);
    await desk.isOn('pass/pages/gate');
    const family = familyOf(guardian);
    await desk.finds('#scan');
    // The next of the party: the scanner opens by itself.
    const [first, second] = [
      await family.qrOf(guardian.personId),
      await family.qrOf(granny),
    ] as const;
    await desk.scans(first);
    await desk.isChecked('联网核验');
    desk.nextScan(second);
    await desk.tap('#more');
    await desk.type('#plate', '琼A12345');
    await desk.tap('#record-more');
    await desk.sees('同行第 2 人 · 前面放行 1 人');
    await desk.sees('不能通行');
    await desk.isChecked('联网核验');
    expect(desk.has('#record')).toBe(false);
    expect(desk.textOf('#along')).toContain('琼A12345');
    await desk.tap('#stop');
    await desk.sees('一行 2 人：放行 1 人，劝返 1 人');
    await desk.isOn('pass/pages/gate');

    const passesOf = async (personId: PersonId) =>
      (await guardian.call(passContract.mine, { query: { personId } })).passes[0]!;
    const [passed, stopped] = [await passesOf(guardian.personId), await passesOf(granny)];
    expect(passed).toMatchObject({ outcome: 'passed', plate: '琼A12345' });
    expect(stopped).toMatchObject({ outcome: 'stopped', plate: '琼A12345' });
    expect(passed.partyId).toMatch(/^part_/);
    expect(stopped.partyId).toBe(passed.partyId);
  });

  test('the grandmother gets a phone, and takes her code over', async () => {
    const phone = starts({ storage: remembered });
    await phone.toTab('account/pages/me');
    await phone.tap('#family');
    await phone.tap(`#member-${granny}`);
    await phone.tap('#let-go');
    await phone.tap('#confirm-let-go');
    await phone.sees('健康码不是绿码');
    await phone.tap('#handover-instead');
    await phone.finds('#handover-shown');
    const code = phone.textOf('#handover-shown');

    const own = starts();
    await own.tap('#go-sign-in');
    await own.signsIn(aNumber());
    await own.isOn('account/more/details');
    await fillsIn(own, '符奶奶', grannys);
    await own.picksArea();
    await own.type('#address-detail', '虚构路 1 号');
    await own.tap('#save-details');
    await own.finds('#handover-code');
    expect(own.textOf('#document-number-mistake')).toContain('已由另一个账号登记');
    await own.tap('#take-over');
    await own.finds('#handover-code-mistake');
    await own.type('#handover-code', code);
    await own.tap('#take-over');
    await own.isOn('code/pages/my-code');
    await until(() => own.textOf('#colour') === '黄码');
    expect(JSON.stringify(own.remembers())).toContain(granny);

    await phone.toTab('code/pages/my-code');
    phone.pullDown();
    await phone.toTab('account/pages/me');
    await phone.toTab('code/pages/my-code');
    await until(() => !phone.has(`#person-${granny}`));
    expect(phone.textOf('#colour')).toBe('绿码');
    await until(() => !JSON.stringify(phone.remembers()).includes(granny));
  });
});
