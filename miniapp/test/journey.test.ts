/**
 * The compiled WeChat and Alipay packages against the real server: from nothing to a code, without network, a cough,
 * the gate. Build first: `node scripts/test.mjs miniapp` does.
 */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { TOKEN_PREFIX } from '@yimatong/shared/code/token';
import { passContract } from '@yimatong/shared/pass/contract';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { aPhone as aNumber, aResident, aSupervisor, done } from '../../functions/test/actors';
import type { Day } from '@yimatong/shared/core/day';
import { anAlipay } from '../../functions/test/stubs/alipay';
import type { Stub } from '../../functions/test/stubs/stub';
import { aWechat } from '../../functions/test/stubs/wechat';
import { aWorld, type World } from '../../functions/test/world';
import { until } from './host/host';
import { aPhone, itIsMorningOf, later, type Phone, type PhoneOptions, type Target } from './phone';

jest.setTimeout(60_000);

let world: World;
const stubs: Stub[] = [];
beforeAll(async () => {
  const [wechat, alipay] = await Promise.all([aWechat(), anAlipay()]);
  stubs.push(wechat, alipay);
  process.env['WECHAT_SECRET'] = wechat.secret;
  process.env['ALIPAY_SECRET'] = alipay.secret;
  world = await aWorld();
});
afterAll(() => Promise.all([world, ...stubs].map((one) => one.close())));

const plays: { target: Target; days: [Day, Day] }[] = [
  { target: 'weapp', days: ['2026-11-02', '2026-11-03'] },
  { target: 'alipay', days: ['2026-12-07', '2026-12-08'] },
];
const MINUTE_MS = 60_000;
/** Asked for once a minute at most. */
const untilAnotherCode = () => later(61_000);
const NO_STEP = '还没有健康码';

describe.each(plays)('$target', ({ target, days: [first, second] }) => {
  const on: Phone[] = [];
  const starts = (options: Partial<PhoneOptions> = {}): Phone => {
    const phone = aPhone({ target, world, ...options });
    on.push(phone);
    return phone;
  };
  beforeAll(() => itIsMorningOf(first));
  afterEach(() => {
    const mistakes = on.splice(0).flatMap((phone) => {
      phone.close();
      return phone.mistakes();
    });
    expect(mistakes).toEqual([]);
  });

  const number = aNumber();
  const owner = `wu-${target}`;
  let remembered: Record<string, unknown> = {};
  /** What the resident may ask of the server, with the phone's own session. */
  const asResident = () => {
    const kept = (key: string) => JSON.parse(String(remembered[`ymt.${key}`])) as never;
    const { token } = kept('session') as { token: string };
    const query = { personId: kept('person') as `pers_${string}` };
    return {
      passes: async () => (await done(world, passContract.mine, { query }, token)).passes,
      declarations: async () =>
        (await done(world, declarationContract.mine, { query }, token)).declarations,
    };
  };

  test('from nothing to a green code: SMS, details, pledge', async () => {
    const phone = starts({ owner, offMs: -3 * MINUTE_MS });
    await phone.sees(NO_STEP);
    for (const step of ['登录', '填写个人信息', '申领健康码']) await phone.sees(step);

    await phone.tap('#go-sign-in');
    await phone.signsIn(number);
    await phone.fillsInDetails('吴小雨');

    await phone.isOn('declaration/more/claim');
    await phone.tap('#symptoms-none');
    await phone.tap('#situations-none');
    await phone.tap('#claim');
    await phone.finds('#pledged-mistake');
    expect(phone.textOf('#pledged-mistake')).toMatch(/承诺/);
    expect(phone.sent('POST /declarations')).toBe(0);

    await phone.tap('#pledged');
    await until(() => !phone.has('#pledged-mistake'));
    await phone.tap('#claim');
    await phone.finds('#new-colour');
    expect(phone.textOf('#new-colour')).toBe('绿码');
    expect(phone.sent('POST /declarations')).toBe(1);

    await phone.tap('#go-code');
    await phone.isOn('code/pages/my-code');
    await phone.finds('.qr');
    expect(phone.textOf('#colour')).toBe('绿码');
    expect(phone.text()).toContain('吴**');
    expect(phone.text()).not.toContain('吴小雨');
    expect(await phone.qrText()).toMatch(new RegExp(`^${TOKEN_PREFIX}`));
    remembered = phone.remembers();
  });

  test('opened again without network, the code is there at once', async () => {
    const phone = starts({ storage: remembered, online: false });
    await phone.finds('.qr');
    expect(phone.textOf('#colour')).toBe('绿码');
    expect(await phone.qrText()).toMatch(new RegExp(`^${TOKEN_PREFIX}`));
    await phone.sees('没有网络');
    expect(phone.sent('POST /sessions')).toBe(0);
  });

  test('on a phone that knows nothing, the platform signs in and nothing is asked', async () => {
    const phone = starts({ owner });
    await phone.finds('.qr');
    expect(phone.textOf('#colour')).toBe('绿码');
    expect(phone.sent('POST /sessions')).toBe(0);
    expect(phone.sent(`POST /sessions/${target === 'weapp' ? 'wechat' : 'alipay'}`)).toBe(1);
  });

  test('somebody else’s phone asks for the number, and signing out forgets', async () => {
    const stranger = starts({ owner: 'nobody' });
    await stranger.sees(NO_STEP);

    const phone = starts({ owner, storage: remembered });
    await phone.finds('.qr');
    await phone.toTab('account/pages/me');
    await phone.tap('#sign-out');
    await phone.tap('#confirm-sign-out');
    await until(() => !phone.has('#sign-out'));
    await phone.toTab('code/pages/my-code');
    await phone.sees(NO_STEP);
    expect(Object.keys(phone.remembers()).filter((key) => /session|person|kept/.test(key))).toEqual(
      [],
    );

    untilAnotherCode();
    const again = starts({ owner });
    await again.finds('.qr');
    remembered = again.remembers();
  });

  test('a cough turns it yellow, with the reason; a lost answer declares nothing twice', async () => {
    itIsMorningOf(second);
    const phone = starts({ owner, storage: remembered, offMs: 90_000 });
    phone.losesAnswerOf('POST /declarations');
    await phone.checksIn('dry-cough');
    expect(phone.sent('POST /declarations')).toBe(2);
    await until(() => phone.textOf('#new-colour') === '黄码');

    await phone.tap('#go-code');
    await until(() => phone.textOf('#colour') === '黄码');
    await phone.sees('为什么是黄码');
    await phone.sees('咳嗽');
    expect(phone.textOf('#progress')).toBe('已连续正常 0 天，还需 14 天');
    remembered = phone.remembers();

    const kinds = (await asResident().declarations()).map(({ declaration }) => declaration.kind);
    expect(kinds).toEqual(['daily', 'claim']);
  });

  const guardOwner = `chen-${target}`;
  let guardRemembers: Record<string, unknown> = {};

  test('a guard enters a checkpoint, and the supervisor grants it', async () => {
    const supervisor = await aSupervisor(world);
    const guard = starts({ owner: guardOwner });
    await guard.toTab('pass/pages/gate');
    await guard.tap('#sign-in');
    await guard.signsIn(aNumber());
    await guard.fillsInDetails('陈守卡');
    await guard.isOn('declaration/more/claim');
    await guard.toTab('pass/pages/gate');
    await guard.tap('#register-place');
    await guard.isOn('place/pages/register');
    await guard.tap('#kind-checkpoint');
    await guard.type('#name', '虚构大学南门');
    await guard.tap('#type-campus');
    await guard.picksArea();
    await guard.type('#address-detail', '学院路 1 号');
    await guard.tap('#requires-green');
    await guard.tap('#send');
    await guard.finds('#asked');

    untilAnotherCode();
    const desk = starts({ owner: `fu-${target}` });
    await desk.toTab('pass/pages/gate');
    await desk.tap('#sign-in');
    await desk.signsIn(supervisor.phone);
    await desk.isOn('pass/pages/gate');
    await desk.tap('#requests-460100');
    await desk.sees('虚构大学南门');
    await desk.tap('.place-decide .ui-button--primary');
    await desk.tap('#confirm');
    await until(() => !desk.text().includes('虚构大学南门'));

    await guard.tap('#to-gate');
    await guard.isOn('pass/pages/gate');
    await guard.finds('#scan');
    await guard.sees('虚构大学南门');
    guardRemembers = guard.remembers();
  });

  test('the gate stops yellow, lets green through, and tells a forged code from a foreign one', async () => {
    const shown = starts({ owner, storage: remembered });
    await shown.finds('.qr');
    const yellow = await shown.qrText();
    const green = await aResident(world, { name: '林小雨' });
    await green.claims();
    const token = await green.showsTheirQr();

    const guard = starts({ owner: guardOwner, storage: guardRemembers, offMs: -4 * MINUTE_MS });
    await guard.toTab('pass/pages/gate');
    await guard.scans(yellow);
    await guard.isChecked('联网核验');
    for (const words of ['黄码', '不能通行', '吴**']) expect(guard.text()).toContain(words);
    expect(guard.has('#record')).toBe(false);
    await guard.tap('#stop');
    await guard.finds('#recorded');
    expect(guard.textOf('#recorded')).toContain('已登记劝返');
    await guard.isOn('pass/pages/gate');

    await guard.scans(token);
    await guard.isChecked('联网核验');
    for (const words of ['绿码', '可以通行', '林**']) expect(guard.text()).toContain(words);
    await guard.tap('#record');
    await guard.finds('#recorded');
    expect(guard.textOf('#recorded')).toContain('已登记通行');
    await guard.isOn('pass/pages/gate');
    expect(guard.textOf('#shift-in')).toBe('1');
    expect(guard.textOf('#shift-stopped')).toBe('1');

    const asked = guard.sent('POST /scans');
    await guard.scans(forgedFrom(token));
    await guard.sees('码无效');
    await guard.isChecked('联网核验');
    expect(guard.has('#record') || guard.has('#stop')).toBe(false);
    await guard.tap('#next');
    await guard.isOn('pass/pages/gate');
    await guard.scans('https://example.com/pay');
    await guard.sees('不是健康码');
    expect(guard.sent('POST /scans')).toBe(asked + 1);
    guardRemembers = guard.remembers();

    expect(await asResident().passes()).toMatchObject([
      { outcome: 'stopped', colour: 'yellow', placeName: '虚构大学南门' },
    ]);
    expect(await green.seesWhoLooked()).toMatchObject([
      { outcome: 'passed', colour: 'green', placeName: '虚构大学南门' },
    ]);
  });

  test('without network the token itself is judged, and the record is sent once there is one', async () => {
    const green = await aResident(world, { name: '周小海' });
    await green.claims();
    const token = await green.showsTheirQr();

    const guard = starts({ storage: guardRemembers, online: false, offMs: -4 * MINUTE_MS });
    await guard.toTab('pass/pages/gate');
    await guard.scans(token);
    await guard.isChecked('没有网络，按');
    for (const words of ['绿码', '可以通行']) expect(guard.text()).toContain(words);
    await guard.tap('#record');
    await guard.finds('#recorded');
    expect(guard.textOf('#recorded')).toContain('已存在本机');
    await guard.isOn('pass/pages/gate');
    await guard.sees('1 条登记待上传');
    expect(await green.seesWhoLooked()).toEqual([]);
    const queued = guard.remembers();
    expect(queueOf(queued)).toHaveLength(1);
    guard.close();

    later(20 * MINUTE_MS);
    const online = starts({ storage: queued, offMs: -4 * MINUTE_MS });
    online.losesAnswerOf('POST /passes');
    await until(() => queueOf(online.remembers()).length === 0);
    const passes = await green.seesWhoLooked();
    expect(passes).toMatchObject([{ outcome: 'passed', colour: 'green', offline: true }]);

    const again = starts({ storage: queued });
    await until(() => queueOf(again.remembers()).length === 0);
    expect(await green.seesWhoLooked()).toEqual(passes);
  });

  test('in English nothing of ours is Chinese; large type is large', async () => {
    const phone = starts({ owner, storage: remembered });
    await until(() => phone.textOf('#colour') === '黄码');
    remembered = phone.remembers();
    await phone.toTab('account/pages/me');
    await phone.tap('#language-en');
    await phone.sees('Large type');
    await phone.toTab('code/pages/my-code');
    await phone.finds('.qr');
    expect(phone.textOf('#colour')).toBe('Yellow');
    expect(phone.text().replaceAll('吴**', '')).not.toMatch(/[\u4e00-\u9fff]/);
    await until(() => phone.titles().at(-1) === 'My health code');
    expect(phone.has('.ui-page.large')).toBe(false);

    await phone.toTab('account/pages/me');
    await phone.tap('#large-type');
    await phone.toTab('code/pages/my-code');
    await phone.finds('.ui-page.large');
  });

  test('where old clients lack things it starts, signs in by phone and shows a code kept', async () => {
    const fresh = starts({ harsh: true });
    await fresh.sees(NO_STEP);
    await fresh.tap('#go-sign-in');
    await fresh.isOn('account/pages/login');
    await fresh.type('#phone', '123');
    await fresh.tap('#send-code');
    await fresh.finds('#phone-mistake');
    await fresh.tap('#about');
    await fresh.isOn('account/more/about');

    const kept = starts({ harsh: true, storage: remembered, online: false });
    await kept.finds('.qr');
    await kept.sees('黄码');
  });
});

/** Another character in the signature. */
const forgedFrom = (token: string): string =>
  `${token.slice(0, -6)}${token.at(-6) === '0' ? '1' : '0'}${token.slice(-5)}`;
const queueOf = (storage: Record<string, unknown>): string[] =>
  Object.keys(storage).filter((key) => key.startsWith('ymt.queue.'));
