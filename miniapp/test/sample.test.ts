/** A line at a sampling site in the compiled WeChat and Alipay packages, against the real server (V8). */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Day } from '@yimatong/shared/core/day';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { aDocumentNumber, aResident, type Resident } from '../../functions/test/actors';
import { aSampler, dosesOf, type Sampler, samplesOf } from '../../functions/test/sample-actors';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());

const plays: { target: Target; day: Day; tube: string }[] = [
  { target: 'weapp', day: '2026-11-02', tube: 'HN202611020001' },
  { target: 'alipay', day: '2026-12-07', tube: 'HN202612070001' },
];

describe.each(plays)('$target', ({ target, day, tube }) => {
  let phone: Phone;
  let sampler: Sampler;
  let resident: Resident;
  beforeAll(async () => {
    itIsMorningOf(day);
    sampler = await aSampler(world);
    resident = await aResident(world, { name: '林小雨' });
    await resident.claims();
    later(61_000);
    phone = aPhone({ target, world });
    await phone.toTab('account/pages/me');
    await phone.tap('#sign-in');
    await phone.signsIn(sampler.phone);
    await phone.isOn('account/pages/me');
  });
  afterEach(() => expect(phone.mistakes()).toEqual([]));
  afterAll(() => phone.close());

  const opens = async (page: string) => {
    await phone.toTab('pass/pages/gate');
    await phone.tap(`#tool-${page.replace(/\W+/g, '-')}`);
    await phone.isOn(page);
  };
  const inTheTube = async () =>
    (await sampler.call(sampleContract.tube, { params: { tubeNumber: tube } })).people;

  test('a pool fills up: a scan whose answer is lost counts once, who has no code waits for the network', async () => {
    await opens('sample/pages/sample');
    await phone.tap('#begin');
    await phone.sees('请填写采样管编号');
    await phone.type('#tubeNumber', ` ${tube.toLowerCase()} `);
    await phone.tap('#kind-pool-5');
    phone.losesAnswerOf('POST /samples');
    phone.nextScan(await resident.showsTheirQr());
    await phone.tap('#begin');
    await phone.sees('1/5');
    await phone.sees('林**');
    await until(async () => (await samplesOf(resident)).length === 1);

    phone.setOnline(false);
    await phone.tap('#by-hand');
    await phone.type('#name', '陈大海');
    await phone.type('#document-number', aDocumentNumber());
    await phone.tap('#consented');
    await phone.tap('#whom-entered');
    await phone.sees('2/5');
    await phone.sees('已存本机，联网后提交');
    phone.setOnline(true);
    await until(async () => (await inTheTube()) === 2);
    await phone.tap('#close');
    await phone.tap('#close-yes');
    await phone.finds('#begin');
    expect(await samplesOf(resident)).toMatchObject([{ result: 'awaiting' }]);
  });

  test('its result, and a vaccination', async () => {
    await sampler.reports({ tubeNumber: tube, result: 'negative' });
    expect(await samplesOf(resident)).toMatchObject([{ result: 'negative' }]);
    await opens('sample/pages/vaccination');
    phone.nextScan(await resident.showsTheirQr());
    await phone.tap('#before');
    await phone.sees('林小雨');
    await phone.tap('#vaccine');
    await phone.tap('#vaccine-sinovac');
    await phone.tap('#dose-1');
    await phone.type('#batchNumber', '2026100101');
    await phone.tap('#send');
    await phone.sees('接种已登记');
    expect(await dosesOf(resident)).toMatchObject([{ vaccine: 'sinovac', dose: 1 }]);
  });
});
