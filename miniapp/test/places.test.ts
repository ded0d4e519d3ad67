/** Places entered, joined, corrected and closed, and a poster scanned, in the compiled WeChat and Alipay packages (V1, V4). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { posterLink } from '@yimatong/shared/place/poster-link';
import {
  type Resident,
  aCheckpoint,
  aGuard,
  aResident,
  aSupervisor,
} from '../../functions/test/actors';
import { familyOf, aHuman } from '../../functions/test/family-actors';
import { atPlaces } from '../../functions/test/places-actors';
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
const HERE = { latitude: 20.0441, longitude: 110.1993 };
const GATE = 'pass/pages/gate';

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

  /** On the verifier's tab. */
  async function atTheTab(resident: Resident, options: Partial<PhoneOptions> = {}) {
    later(61_000);
    const phone = starts(options);
    await phone.toTab(GATE);
    await phone.tap('#sign-in');
    await phone.signsIn(resident.phone);
    await phone.isOn(GATE);
    return phone;
  }
  const choosesKind = async (phone: Phone, kind: string) => {
    await phone.tap('#register-place');
    await phone.isOn('place/pages/register');
    await phone.tap(`#kind-${kind}`);
  };

  test('a pharmacy: entered with its position, joined by a colleague, corrected, its poster, closed', async () => {
    const supervisor = await aSupervisor(world);
    const name = `虚构大药房 ${target}`;
    const first = await atTheTab(await aResident(world, { name: '王店长' }), { where: HERE });
    await choosesKind(first, 'pharmacy');
    await first.picksArea();
    await first.type('#name', name);
    await first.type('#address-detail', '虚构路 2 号');
    await first.tap('#location-take');
    await first.sees('已取到位置');
    expect(first.has('#requires')).toBe(false);
    await first.tap('#send');
    await first.finds('#asked');

    const desk = await atTheTab(supervisor);
    await desk.tap('#requests-460100');
    await desk.sees(name);
    await desk.sees('新地点');
    await desk.tap('.place-decide .ui-button--primary');
    await desk.sees('登记购药');
    await desk.tap('#confirm');
    await until(() => !desk.text().includes(name));

    // Where the name is typed again, the place itself is offered.
    const second = await atTheTab(await aResident(world, { name: '李小妹' }));
    await choosesKind(second, 'pharmacy');
    await second.picksArea();
    await second.type('#name', name);
    await second.sees('这里已有同名的地点');
    await second.tap('.place-neighbours .ui-row');
    await second.tap('#join');
    await second.finds('#asked');

    await first.tap('#to-gate');
    await first.sees(name);
    await first.tap('#keep-post');
    await first.isOn('place/pages/place');
    await first.tap('#print-poster');
    await until(() => first.calls.some(([call]) => call === 'openDocument'));
    await first.tap('#correct');
    await first.isOn('place/pages/correct');
    await first.type('#name', `${name} 南门店`);
    await first.tap('#save');
    await first.isOn('place/pages/place');
    await first.sees('南门店');

    desk.back();
    await desk.tap('#places-460100');
    await desk.isOn('place/pages/places');
    await desk.tap('#kind');
    await desk.tap('#kind-pharmacy');
    await desk.type('#name', target);
    await desk.sees('南门店');
    await desk.tap('.ui-rows .ui-row');
    await desk.isOn('place/pages/place');
    await desk.tap('#show-workers');
    await desk.sees('李小妹');
    await desk.sees('王店长');
    await desk.tap('.place-decide .ui-button--primary');
    await desk.tap('#confirm');
    await until(() => !desk.text().includes('待批准'));
    await desk.tap('#close-place');
    await desk.tap('#confirm-close');
    await desk.finds('#close-reason-mistake');
    await desk.type('#close-reason', '药店停业');
    await desk.tap('#confirm-close');
    await desk.sees('已关闭');

    first.back();
    first.pullDown();
    await first.sees('药店停业');
    expect(first.has('#keep-post')).toBe(false);
  });

  test('somebody scans the poster: signed in on the way, recorded once, also without network', async () => {
    const guard = await aGuard(world, aCheckpoint({ location: HERE, name: '虚构大学南门' }));
    const resident = await aResident(world, { name: '林小雨' });
    await resident.claims();
    later(61_000);
    const link = posterLink('https://ma.example', guard.place.id);

    const phone = starts({ link, where: HERE });
    await phone.isOn('arrive/pages/arrive');
    await phone.tap('#sign-in');
    await phone.signsIn(resident.phone);
    await phone.isOn('arrive/pages/arrive');
    await phone.sees('绿码');
    await phone.sees('虚构大学南门');
    await phone.sees('已登记到达');
    await phone.sees('位置相符');
    await phone.sees('本屏不是凭证');
    expect(await resident.seesWhoLooked()).toMatchObject([
      { outcome: 'self', colour: 'green', locationCheck: 'passed' },
    ]);

    // Ten minutes later, without network and without a word of where the phone is.
    later(600_000);
    const offline = starts({ link, storage: phone.remembers(), online: false });
    await offline.isOn('arrive/pages/arrive');
    await offline.sees('绿码');
    await offline.sees('还没有登记');
    expect(await resident.seesWhoLooked()).toHaveLength(1);
    later(180_000);
    offline.setOnline(true);
    await offline.sees('已登记到达');
    expect(await resident.seesWhoLooked()).toMatchObject([
      { outcome: 'self', locationCheck: 'not-possible', offline: true },
      { outcome: 'self' },
    ]);
  });

  test('a family says who has come; a closed place records nobody', async () => {
    const guard = await aGuard(world, aCheckpoint({ name: '虚构小区东门' }));
    const resident = await aResident(world, { name: '林小雨' });
    await resident.claims();
    const family = familyOf(resident);
    const child = await family.adds(aHuman('林小鱼'));
    await family.claimsFor(child, 'fever');
    later(61_000);
    const link = posterLink('https://ma.example', guard.place.id);

    const phone = starts({ link });
    await phone.tap('#sign-in');
    await phone.signsIn(resident.phone);
    await phone.sees('哪些人来了');
    await phone.tap(`#came-${child}`);
    await until(() => phone.html().split('ui-choice--on').length === 3); // both
    await phone.tap('#arrive');
    await phone.sees('已登记到达');
    await phone.sees('黄码');
    expect(await family.passesOf(child)).toMatchObject([{ outcome: 'self', colour: 'yellow' }]);

    const { closes } = atPlaces(guard.supervisor);
    expect((await closes(guard.place.id)).status).toBe(200);
    const late = starts({ link, storage: phone.remembers() });
    await late.sees('这个地点已关闭');
    expect(await resident.seesWhoLooked()).toHaveLength(1);
  });
});
