/** A follow-up and a check at a door in the compiled WeChat and Alipay packages, also when an answer is lost (V6, V9). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { aDocumentNumber, aResident, newId } from '../../functions/test/actors';
import { aHousehold } from '../../functions/test/doorstep-actors';
import { aClinician, aGridworker } from '../../functions/test/observation-actors';
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
const GATE = 'pass/pages/gate';

describe.each(plays)('$target', ({ target, day }) => {
  const on: Phone[] = [];
  beforeAll(() => itIsMorningOf(day));
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  test('a grid worker follows up somebody of their street, and checks at a door', async () => {
    const number = aDocumentNumber();
    const ben = await aResident(world, { name: '陈大海', number });
    await ben.claims();
    const clinician = await aClinician(world);
    const gridworker = await aGridworker(world);
    const id = await clinician.observes(await ben.showsTheirQr());
    const { placeId } = gridworker;
    const household = await gridworker.call(doorstepContract.add, {
      body: { id: newId('hous'), placeId, ...aHousehold },
    });

    later(61_000);
    const phone = aPhone({ target, world });
    on.push(phone);
    await phone.toTab(GATE);
    await phone.tap('#sign-in');
    await phone.signsIn(gridworker.phone);
    await phone.isOn(GATE);
    await phone.tap('#tool-observation-pages-list');
    await phone.tap(`#observation-${id}`);
    await phone.isOn('observation/pages/one');
    await phone.sees('体温曲线');
    expect(phone.text()).not.toContain('虚构-2020');
    await phone.tap('#follow');
    await phone.tap('#send');
    await phone.finds('#result-mistake');
    await phone.tap('#result-seen');
    await phone.type('#temperature', '36.6');
    await phone.tap('#dryCough-no');
    await phone.tap('#symptoms-none');
    phone.losesAnswerOf(`POST /observations/${id}/follow-ups`);
    await phone.tap('#send');
    await phone.finds('#done');
    await until(async () => {
      const { followUps } = await clinician.call(observationContract.one, {
        params: { observationId: id },
      });
      return followUps.length === 1;
    });

    phone.back();
    phone.back();
    phone.back();
    await phone.isOn(GATE);
    await phone.tap('#tool-doorstep-pages-list');
    await phone.tap(`#household-${household.id}`);
    await phone.isOn('doorstep/pages/check');
    await phone.tap('#result-nobody-home');
    await phone.tap('#send');
    await phone.finds('#done');
    const { households } = await gridworker.call(doorstepContract.list, { query: { placeId } });
    expect(households).toMatchObject([{ lastCheck: { result: 'nobody-home' } }]);
  });
});
