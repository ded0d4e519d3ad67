/** The printed card in the compiled WeChat and Alipay packages, against the real server (U10, V2). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Card, cardContract } from '@yimatong/shared/card/contract';
import { cardText, groupedNumber } from '@yimatong/shared/code/card-number';
import type { Day } from '@yimatong/shared/core/day';
import { aGuard, aResident, type Resident } from '../../functions/test/actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type Target } from './phone';

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
  let holder: Resident;
  let guard: Awaited<ReturnType<typeof aGuard>>;
  let guardRemembers: Record<string, unknown> = {};
  const starts = (storage?: Record<string, unknown>): Phone => {
    const phone = aPhone({ target, world, ...(storage && { storage }) });
    on.push(phone);
    return phone;
  };
  beforeAll(async () => {
    itIsMorningOf(day);
    holder = await aResident(world, { name: '黎阿婆' });
    await holder.claims();
    guard = await aGuard(world);
  });
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });
  const cards = async (): Promise<Card[]> =>
    (await holder.call(cardContract.mine, { query: { personId: holder.personId } })).cards;

  test('issued once however often the answer is lost, shown with its QR, opened as a PDF', async () => {
    later(61_000);
    const phone = starts();
    await phone.tap('#go-sign-in');
    await phone.signsIn(holder.phone);
    await phone.finds('.qr');
    await phone.toTab('account/pages/me');
    await phone.tap('#card');
    await phone.isOn('card/pages/card');
    phone.losesAnswerOf('POST /cards');
    await phone.tap('#issue');
    await phone.finds('.card__qr');
    const [card, ...others] = await cards();
    expect(others).toEqual([]);
    expect(phone.text()).toContain(groupedNumber(card!.number));
    expect(phone.text()).not.toMatch(/绿码|黄码/);
    await phone.tap('#print');
    await until(() => phone.calls.some(([name]) => name === 'openDocument'));
  });

  test('the gate scans it, or types its number, and is told to compare the document', async () => {
    later(61_000);
    const [card] = await cards();
    const phone = starts();
    await phone.toTab('pass/pages/gate');
    await phone.tap('#sign-in');
    await phone.signsIn(guard.phone);
    await phone.isOn('pass/pages/gate');
    await phone.scans(cardText(card!.number));
    await phone.isChecked('联网核验');
    for (const words of ['绿码', '可以通行', '黎**', '纸质卡'])
      expect(phone.text()).toContain(words);
    await phone.tap('#record');
    await phone.finds('#recorded');
    await phone.isOn('pass/pages/gate');
    guardRemembers = phone.remembers();

    await phone.tap('#type-card');
    await phone.isOn('pass/desk/card');
    await phone.type('#card-number', '1234');
    await phone.tap('#look-up');
    await phone.finds('#card-number-mistake');
    await phone.type('#card-number', groupedNumber(card!.number).toLowerCase());
    await phone.tap('#look-up');
    await phone.isOn('pass/desk/result');
    await phone.isChecked('联网核验');
    expect(phone.text()).toContain('绿码');
  });

  test('without network it cannot be looked up, and that is not about the person', async () => {
    const [card] = await cards();
    const phone = starts(guardRemembers);
    await phone.toTab('pass/pages/gate');
    await phone.finds('#scan');
    phone.setOnline(false);
    await phone.scans(cardText(card!.number));
    await phone.sees('要联网查');
    await phone.sees('与此人无关');
    expect(phone.has('#record')).toBe(false);
  });

  test('reported lost it is void at the gate', async () => {
    const [card] = await cards();
    const params = { cardId: card!.id };
    await holder.call(cardContract.reportLost, { params, body: { personId: holder.personId } });
    const phone = starts(guardRemembers);
    await phone.toTab('pass/pages/gate');
    await phone.scans(cardText(card!.number));
    await phone.sees('卡已失效');
    expect(phone.has('#record')).toBe(false);
  });
});
