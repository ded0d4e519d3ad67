import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract, alipayContract } from '@yimatong/shared/account/contract';
import { DAY_MS, MINUTE_MS } from '@yimatong/shared/core/day';
import { aDocumentNumber, aPerson, aPhone, aResident, calling, codeSentTo, done } from '../actors';
import { type Alipay, anAlipay } from '../stubs/alipay';
import type { Stub } from '../stubs/stub';
import { aWechat } from '../stubs/wechat';
import { aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
let wechat: Stub;
let alipay: Alipay;
beforeAll(async () => {
  const stub = await aWechat();
  [wechat, alipay] = [stub, await anAlipay()];
  process.env['WECHAT_SECRET'] = stub.secret;
  process.env['ALIPAY_SECRET'] = alipay.secret;
  world = await aWorld();
});
afterAll(async () => {
  await Promise.all([world.close(), wechat.close(), alipay.close()]);
});
beforeEach(aPlayBegins);

const SECOND_MS = 1000;
const asksForCode = (phone: string) =>
  calling(world, accountContract.sendSmsCode, { body: { phone } });
const enters = (
  phone: string,
  code: string,
  more: { wechatCode?: string; alipayProof?: string } = {},
) => calling(world, accountContract.signIn, { body: { phone, code, ...more } });
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const waitsFor = ({ headers }: { headers: Headers }): number => Number(headers.get('retry-after'));

describe('by phone and SMS code', () => {
  test('the first login registers; a later one is the same account, however the number is typed', async () => {
    const phone = aPhone();
    const first = await aPerson(world, { phone });
    expect(first.session).toMatchObject({ hasDetails: false });
    later(MINUTE_MS);
    const typed = `＋86 ${phone.slice(0, 3)}-${phone.slice(3)}`;
    expect((await asksForCode(typed)).status).toBe(200);
    expect((await enters(typed, codeSentTo(phone))).body).toMatchObject({
      accountId: first.session.accountId,
      personId: first.personId,
    });
    expect(await first.call(accountContract.mine)).toMatchObject({
      maskedPhone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      duties: [],
    });
  });

  test('a code is good once', async () => {
    const { phone } = await aPerson(world);
    expect((await enters(phone, codeSentTo(phone))).body).toMatchObject({
      code: 'account.sms-code-over',
    });
  });

  test('a code is good for five tries', async () => {
    const phone = aPhone();
    await asksForCode(phone);
    const code = codeSentTo(phone);
    for (let i = 0; i < 4; i += 1)
      expect((await enters(phone, otherThan(code))).body).toMatchObject({
        code: 'account.sms-code-wrong',
      });
    expect((await enters(phone, code)).status).toBe(200);

    const other = aPhone();
    await asksForCode(other);
    for (let i = 0; i < 4; i += 1) await enters(other, otherThan(codeSentTo(other)));
    const fifth = await enters(other, otherThan(codeSentTo(other)));
    expect(fifth.body).toMatchObject({ code: 'account.sms-code-over' });
    expect((await enters(other, codeSentTo(other))).body).toMatchObject({
      code: 'account.sms-code-over',
    });
  });

  test('asking ten times at once sends one code and uses up one', async () => {
    const phone = aPhone();
    const asked = await Promise.all(Array.from({ length: 10 }, () => asksForCode(phone)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    later(61 * SECOND_MS);
    expect((await asksForCode(phone)).status).toBe(200);
  });

  test('guesses that come all at once are counted all the same', async () => {
    const phone = aPhone();
    await asksForCode(phone);
    const code = codeSentTo(phone);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => enters(phone, otherThan(code))),
    );
    const looked = guesses.filter(
      ({ body }) => 'code' in body && body.code === 'account.sms-code-wrong',
    );
    const [kept] = (await itemsOf('login'))
      .filter(({ sk, goodUntil }) => sk === 'code' && goodUntil !== 0)
      .slice(-1);
    const tries = Number(kept?.['tries']);
    expect(tries).toBeGreaterThan(0);
    expect(tries).toBeLessThanOrEqual(5);
    expect(looked.length).toBe(Math.min(tries, 4)); // the fifth is told that the code is over
  });

  test('two logins with one code at once: one of them is in', async () => {
    const phone = aPhone();
    await asksForCode(phone);
    const code = codeSentTo(phone);
    const both = await Promise.all([enters(phone, code), enters(phone, code)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a code is good for five minutes', async () => {
    const [early, late] = [aPhone(), aPhone()];
    await asksForCode(early);
    await asksForCode(late);
    later(5 * MINUTE_MS - 1);
    expect((await enters(early, codeSentTo(early))).status).toBe(200);
    later(1);
    expect((await enters(late, codeSentTo(late))).body).toMatchObject({
      code: 'account.sms-code-over',
    });
  });

  test('the next code may be asked for after a minute, whenever the first was', async () => {
    const phone = aPhone();
    later(59 * SECOND_MS);
    expect((await asksForCode(phone)).body).toEqual({
      resendAfterSeconds: 60,
      expiresInSeconds: 300,
    });
    later(2 * SECOND_MS);
    const tooSoon = await asksForCode(phone);
    expect(tooSoon).toMatchObject({ status: 429, body: { code: 'account.sms-too-many' } });
    expect(waitsFor(tooSoon)).toBe(58);
    later(58 * SECOND_MS);
    expect((await asksForCode(phone)).status).toBe(200);
  });

  test('a second code takes the first one’s place', async () => {
    const phone = aPhone();
    await asksForCode(phone);
    const first = codeSentTo(phone);
    later(MINUTE_MS);
    await asksForCode(phone);
    const second = codeSentTo(phone);
    if (first !== second)
      expect((await enters(phone, first)).body).toMatchObject({ code: 'account.sms-code-wrong' });
    expect((await enters(phone, second)).status).toBe(200);
  });

  test('a phone gets five codes an hour and ten a day; pressing too early costs none', async () => {
    const phone = aPhone();
    for (let i = 0; i < 5; i += 1) {
      expect((await asksForCode(phone)).status).toBe(200);
      for (let j = 0; j < 3; j += 1) expect((await asksForCode(phone)).status).toBe(429);
      later(MINUTE_MS);
    }
    const sixth = await asksForCode(phone);
    expect(sixth).toMatchObject({ status: 429 });
    expect(waitsFor(sixth)).toBe((30 - 5) * 60);
    later(waitsFor(sixth) * SECOND_MS);
    for (let i = 0; i < 5; i += 1) {
      expect((await asksForCode(phone)).status).toBe(200);
      later(MINUTE_MS);
    }
    later(60 * MINUTE_MS);
    const eleventh = await asksForCode(phone);
    expect(eleventh.status).toBe(429);
    expect(waitsFor(eleventh)).toBeGreaterThan(3600);
    later(waitsFor(eleventh) * SECOND_MS);
    expect((await asksForCode(phone)).status).toBe(200);
  });

  test('an address gets thirty codes a minute, and sixty guesses in ten', async () => {
    const sent = await Promise.all(Array.from({ length: 31 }, () => asksForCode(aPhone())));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(30);
    const refused = sent.find(({ status }) => status !== 200)!;
    expect(refused).toMatchObject({ status: 429, body: { code: 'account.sms-too-many' } });
    expect(waitsFor(refused)).toBe(60);

    const tries = await Promise.all(Array.from({ length: 61 }, () => enters(aPhone(), '000000')));
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test('no table holds a phone number, a code or a document in clear', async () => {
    const number = aDocumentNumber();
    const { phone } = await aResident(world, { number });
    const everything = JSON.stringify([await itemsOf('account'), await itemsOf('login')]);
    for (const secret of [phone, codeSentTo(phone), number, '林小雨'])
      expect(everything.includes(secret)).toBe(false);
  });
});

describe('by the platform’s identity', () => {
  const silently = (code: string) =>
    calling(world, accountContract.signInByWechat, { body: { code } });

  test('WeChat: bound at a login by phone, later openings sign in by themselves', async () => {
    expect((await silently('ben.1')).body).toMatchObject({ code: 'account.identity-unknown' });
    const phone = aPhone();
    await asksForCode(phone);
    const { body } = await enters(phone, codeSentTo(phone), { wechatCode: 'ben.2' });
    const { accountId } = body as { accountId: string };
    expect((await silently('ben.3')).body).toMatchObject({ accountId });
    expect((await silently('ben.3')).body).toMatchObject({ code: 'account.platform-refused' });
    expect((await silently('carl.1')).body).toMatchObject({ code: 'account.identity-unknown' });
  });

  test('whoever signs in by phone last with an identity has it', async () => {
    for (const turn of ['1', '2']) {
      const phone = aPhone();
      await asksForCode(phone);
      const { body } = await enters(phone, codeSentTo(phone), { wechatCode: `dora.${turn}` });
      const { accountId } = body as { accountId: string };
      expect((await silently(`dora.after-${turn}`)).body).toMatchObject({ accountId });
    }
  });

  test('a login by phone stands, whatever the platforms say', async () => {
    const phone = aPhone();
    await silently('eve.1');
    await asksForCode(phone);
    const proof = { wechatCode: 'eve.1', alipayProof: 'nonsense' };
    expect((await enters(phone, codeSentTo(phone), proof)).status).toBe(200);
  });

  test('Alipay: proven, bound at a login by phone, then signed in by itself', async () => {
    const proven = async (code: string) =>
      (await done(world, alipayContract.proveAlipay, { body: { code } })).proof;
    const signsIn = (proof: string) =>
      calling(world, accountContract.signInByAlipay, { body: { proof } });
    expect((await signsIn(await proven('fay.1'))).body).toMatchObject({
      code: 'account.identity-unknown',
    });

    const phone = aPhone();
    await asksForCode(phone);
    const { body } = await enters(phone, codeSentTo(phone), { alipayProof: await proven('fay.2') });
    const { accountId, token } = body as { accountId: string; token: string };
    const proof = await proven('fay.3');
    expect((await signsIn(proof)).body).toMatchObject({ accountId });
    // A session is no proof, and a proof no session.
    expect((await signsIn(token)).body).toMatchObject({ code: 'account.platform-refused' });
    expect((await calling(world, accountContract.mine, {}, proof)).status).toBe(401);
    later(10 * MINUTE_MS);
    expect((await signsIn(proof)).body).toMatchObject({ code: 'account.platform-refused' });
  });
});

describe('a session', () => {
  const ended = { status: 401, body: { code: 'account.session-ended' } };

  test('ends when its owner signs out, and only that one', async () => {
    const here = await aPerson(world);
    later(MINUTE_MS);
    const there = await aPerson(world, { phone: here.phone });
    expect(await here.call(accountContract.signOut)).toEqual({ ended: true });
    expect(await here.tries(accountContract.mine)).toMatchObject(ended);
    expect(await here.tries(accountContract.signOut)).toMatchObject(ended);
    expect((await there.tries(accountContract.mine)).status).toBe(200);
  });

  test('ends after thirty days', async () => {
    const person = await aPerson(world);
    later(30 * DAY_MS - SECOND_MS);
    expect((await person.tries(accountContract.mine)).status).toBe(200);
    later(SECOND_MS);
    expect(await person.tries(accountContract.mine)).toMatchObject(ended);
  });
});
