/** A message in the evening to whoever asked for it and forgot the check-in (U3). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { addDays } from '@yimatong/shared/core/day';
import { reminderContract } from '@yimatong/shared/reminder/contract';
import { handler as remind } from '../../src/reminder/jobs';
import { remindersOutboxed } from '../../src/core/reminders';
import { aPhone, aResident, calling, codeSentTo, type Person, type Resident } from '../actors';
import { erases, leaves, unhurried } from '../leaving-actors';
import { type Alipay, anAlipay } from '../stubs/alipay';
import { aWechat } from '../stubs/wechat';
import { alipayContract } from '@yimatong/shared/account/contract';
import {
  aDayLater,
  aPlayBegins,
  aWorld,
  emptied,
  itemsOf,
  later,
  today,
  type World,
} from '../world';

let world: World;
let wechat: Awaited<ReturnType<typeof aWechat>>;
let alipay: Alipay;
beforeAll(async () => {
  [wechat, alipay] = await Promise.all([aWechat(), anAlipay()]);
  process.env['WECHAT_SECRET'] = wechat.secret;
  process.env['ALIPAY_SECRET'] = alipay.secret;
  world = await aWorld();
  process.env['REMINDER_TEMPLATES'] = JSON.stringify({
    wechat: { templateId: 'template-w', what: 'thing1', when: 'time2' },
    alipay: { templateId: 'template-a', what: 'keyword1', when: 'keyword2' },
  });
});
afterAll(() => Promise.all([world.close(), wechat.close(), alipay.close()]));
beforeEach(async () => {
  aPlayBegins();
  await emptied('reminder');
});

let nth = 0;
/** Somebody with a code, whose WeChat or Alipay is bound. */
async function aHolder(
  platform: 'wechat' | 'alipay' = 'wechat',
): Promise<Resident & { to: string }> {
  const anna = await aResident(world, { phone: aPhone() });
  const owner = `owner-${(nth += 1)}`;
  later(61_000);
  await anna.call(accountContract.sendSmsCode, { body: { phone: anna.phone } });
  const by =
    platform === 'wechat'
      ? { wechatCode: `${owner}.1` }
      : { alipayProof: await proofOf(`${owner}.1`) };
  await anna.call(accountContract.signIn, {
    body: { phone: anna.phone, code: codeSentTo(anna.phone), ...by },
  });
  await anna.claims();
  return { ...anna, to: platform === 'wechat' ? `openid-of-${owner}` : `open-id-of-${owner}` };
}
async function proofOf(code: string): Promise<string> {
  const { body } = await calling(world, alipayContract.proveAlipay, { body: { code } });
  return (body as { proof: string }).proof;
}
const asks = (person: Person, platform: 'wechat' | 'alipay' = 'wechat') =>
  person.tries(reminderContract.ask, {
    params: { personId: person.personId },
    body: { platform },
  });
const offerTo = (person: Person, platform: 'wechat' | 'alipay' = 'wechat') =>
  person.call(reminderContract.offer, {
    params: { personId: person.personId },
    query: { platform },
  });
const evening = () => remind({}, unhurried);
const sentTo = (to: string) => remindersOutboxed().filter(({ reminder }) => reminder.to === to);

describe('whoever asked for a reminder', () => {
  test.each(['wechat', 'alipay'] as const)(
    '%s: forgets the check-in, and gets one message',
    async (platform) => {
      const anna = await aHolder(platform);
      expect(await offerTo(anna, platform)).toEqual({
        templateId: platform === 'wechat' ? 'template-w' : 'template-a',
      });
      expect(await asks(anna, platform)).toMatchObject({
        status: 200,
        body: { from: addDays(today(), 1) },
      });
      expect(await offerTo(anna, platform)).toMatchObject({ from: addDays(today(), 1) });
      await evening();
      expect(sentTo(anna.to)).toEqual([]);
      aDayLater();
      expect(await evening()).toMatchObject({ sent: 1 });
      expect(sentTo(anna.to).map(({ reminder }) => reminder)).toEqual([
        { platform, to: anna.to, day: today() },
      ]);
      expect(await evening()).toMatchObject({ sent: 0 });
      aDayLater();
      await evening();
      expect(sentTo(anna.to)).toHaveLength(1);
      expect(await offerTo(anna, platform)).not.toHaveProperty('from');
    },
  );

  test('checks in: nothing is sent, and the message waits for the day that is forgotten', async () => {
    const anna = await aHolder();
    await asks(anna);
    for (let day = 0; day < 3; day += 1) {
      aDayLater();
      await anna.checksIn();
      await evening();
    }
    expect(sentTo(anna.to)).toEqual([]);
    aDayLater();
    await evening();
    expect(sentTo(anna.to)).toHaveLength(1);
  });

  test('a return that is declared is no check-in', async () => {
    const anna = await aHolder();
    await asks(anna);
    aDayLater();
    await anna.returnsWithin();
    await evening();
    expect(sentTo(anna.to)).toHaveLength(1);
  });

  test('two runs at once, and a run that was cut off, send it once', async () => {
    const anna = await aHolder();
    await asks(anna);
    aDayLater();
    await expect(remind({}, { getRemainingTimeInMillis: () => 0 })).rejects.toThrow('out of time');
    await Promise.all([evening(), evening(), evening()]);
    expect(sentTo(anna.to)).toHaveLength(1);
  });

  test('asks ten times: one waits', async () => {
    const anna = await aHolder();
    const answers = await Promise.all(Array.from({ length: 10 }, () => asks(anna)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await itemsOf('reminder')).toHaveLength(1);
    aDayLater();
    await evening();
    await evening();
    expect(sentTo(anna.to)).toHaveLength(1);
    expect((await asks(anna)).body).toEqual({ from: addDays(today(), 1) });
  });

  test('a hundred people, in every shard: each once', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => aHolder()));
    for (const one of people) await asks(one);
    aDayLater();
    expect(await evening()).toEqual({ seen: 3, sent: 3 });
  });
});

describe('nothing is sent', () => {
  test('without a platform that knows them: nothing is offered either', async () => {
    const anna = await aResident(world);
    expect(await offerTo(anna)).toEqual({});
    expect(await asks(anna)).toMatchObject({
      status: 409,
      body: { code: 'reminder.not-possible' },
    });
  });
  test('on a platform that has no template', async () => {
    const anna = await aHolder();
    const templates = process.env['REMINDER_TEMPLATES']!;
    process.env['REMINDER_TEMPLATES'] = '{}';
    expect(await offerTo(anna)).toEqual({});
    expect(await asks(anna)).toMatchObject({ status: 409 });
    process.env['REMINDER_TEMPLATES'] = templates;
  });
  test('for somebody else’s person', async () => {
    const [anna, ben] = [await aHolder(), await aHolder()];
    expect(
      await ben.tries(reminderContract.ask, {
        params: { personId: anna.personId },
        body: { platform: 'wechat' },
      }),
    ).toMatchObject({ status: 403, body: { code: 'account.not-your-person' } });
  });
  test('to whoever has deleted their account, before and after it is erased', async () => {
    const [anna, ben] = [await aHolder(), await aHolder()];
    await asks(anna);
    await asks(ben);
    await leaves(anna);
    await leaves(ben);
    later(61_000);
    aDayLater();
    await evening();
    expect(sentTo(anna.to)).toEqual([]);
    await erases();
    expect(await itemsOf('reminder')).toEqual([]);
    expect(JSON.stringify(await itemsOf('account'))).not.toContain(anna.session.accountId);
  });
  test('to a phone’s WeChat that signs in to another account by now', async () => {
    const anna = await aHolder();
    await asks(anna);
    const ben = await aResident(world);
    later(61_000);
    await ben.call(accountContract.sendSmsCode, { body: { phone: ben.phone } });
    await ben.call(accountContract.signIn, {
      body: {
        phone: ben.phone,
        code: codeSentTo(ben.phone),
        wechatCode: `${anna.to.slice('openid-of-'.length)}.2`,
      },
    });
    aDayLater();
    await evening();
    expect(sentTo(anna.to)).toEqual([]);
  });
});

test('no identity lies in the tables in clear', async () => {
  const anna = await aHolder();
  await asks(anna);
  const kept = JSON.stringify([await itemsOf('account'), await itemsOf('reminder')]);
  expect(kept).not.toContain(anna.to);
});
