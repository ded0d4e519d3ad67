/** Prevention information in the compiled WeChat and Alipay packages, against the real server (U11). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { handler as publish } from '../../functions/src/notice/jobs';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, type Phone, type Target } from './phone';

jest.setTimeout(60_000);

const example = path.resolve(__dirname, '../../docs/information.example.json');
let world: World;
beforeAll(async () => {
  world = await aWorld();
  itIsMorningOf('2020-03-20');
  await publish(JSON.parse(readFileSync(example, 'utf8')));
});
afterAll(() => world.close());

describe.each<Target>(['weapp', 'alipay'])('%s', (target) => {
  const on: Phone[] = [];
  const starts = (storage?: Record<string, unknown>, online = true): Phone => {
    const phone = aPhone({ target, world, online, ...(storage && { storage }) });
    on.push(phone);
    return phone;
  };
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  test('read without a session; the next day without network too', async () => {
    const phone = starts();
    await phone.tap('#information');
    await phone.isOn('notice/pages/information');
    await phone.sees('省外返琼请先申报');
    await phone.tap('#part-hotlines');
    await phone.tap('#call-120');
    expect(phone.calls.filter(([name]) => name === 'makePhoneCall')).toHaveLength(1);
    const remembered = phone.remembers();

    const offline = starts(remembered, false);
    await offline.tap('#information');
    await offline.sees('省外返琼请先申报');
    await offline.tap('#part-clinics');
    await offline.sees('虚构第一医院发热门诊');
  });

  test('was I there? is answered on the phone', async () => {
    const phone = starts();
    await phone.tap('#information');
    await phone.tap('#part-areas');
    await phone.tap('#was-there');
    await phone.tap('#place');
    await phone.tap('#place-42');
    await until(() => phone.textOf('#place').includes('湖北省'));
    await phone.picksDay('#from', '2020-03-01');
    await phone.picksDay('#until', '2020-03-05');
    await phone.sees('有重点地区在生效');
    await phone.tap('#declare');
    await phone.isOn('declaration/more/return-outside');
  });
});
