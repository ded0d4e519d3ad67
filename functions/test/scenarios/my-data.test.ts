/** What is known of me, who looked at it, taking it with me, and going (U12). */
import { aTip, files } from '../report-actors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { leavingContract } from '@yimatong/shared/account/leaving';
import { auditContract } from '@yimatong/shared/audit/contract';
import { addDays } from '@yimatong/shared/core/day';
import { retention } from '@yimatong/shared/core/retention';
import { cardContract } from '@yimatong/shared/card/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { reminderContract } from '@yimatong/shared/reminder/contract';
import { takeoutContract } from '@yimatong/shared/takeout/contract';
import { sweep } from '../../local/sweep';
import { handler as eraseJob } from '../../src/account/erase';
import { handler as appoint } from '../../src/account/jobs';
import { newPersonId } from '../../src/core/id';
import * as standings from '../../src/core/standing';
import { commit } from '../../src/core/table';
import { type Table, tables } from '../../src/core/tables';
import {
  aCheckpoint,
  aDocumentNumber,
  aGuard,
  anAspiringGuard,
  aPerson,
  aPhone,
  aResident,
  aSupervisor,
  codeSentTo,
  newId,
  passId,
  type Person,
  type Resident,
  calling,
} from '../actors';
import {
  erases,
  leaveCodeSentTo,
  leaves,
  looksAt,
  obstaclesTo,
  takeoutOf,
  whoLookedAt,
} from '../leaving-actors';
import { aWechat } from '../stubs/wechat';
import {
  aDayLater,
  aPlayBegins,
  aWorld,
  emptied,
  itIsMorningOf,
  itemsOf,
  later,
  today,
  type World,
} from '../world';

let world: World;
let wechat: Awaited<ReturnType<typeof aWechat>>;
beforeAll(async () => {
  wechat = await aWechat();
  world = await aWorld();
  process.env['WECHAT_SECRET'] = wechat.secret;
});
afterAll(() => Promise.all([world.close(), wechat.close()]));
beforeEach(aPlayBegins);

const problem = (code: string, status = 409) => ({ status, body: { code } });
const leftNow = { status: 200 };

describe('who looked at my data', () => {
  test('a guard, a supervisor, a stranger and I: role and place, what and why, newest first', async () => {
    const guard = await aGuard(world, aCheckpoint({ name: '虚构大学南门' }));
    const stranger = await anAspiringGuard(world);
    const anna = await aResident(world);
    await anna.claims();
    later(60_000);
    await stranger.glancesAt(await anna.showsTheirQr());
    later(60_000);
    const scan = await guard.sees(await anna.showsTheirQr());
    later(1000);
    await guard.asksForHistory(scan);
    later(60_000);
    await anna.call(placeContract.register, {
      body: { grantId: newId('gran'), place: { ...aCheckpoint() } },
    });
    await guard.supervisor.call(placeContract.waiting, { query: { area: '460100' } });

    const looks = await whoLookedAt(anna);
    expect(
      looks.map(({ who, what, why }) => [who.kind, who.role, who.where, what.zh, why.zh]),
    ).toEqual([
      [
        'duty',
        'supervisor',
        '海口市',
        '查看了您的姓名、手机号（部分隐去）和值守申请',
        '处理值守权限申请',
      ],
      [
        'duty',
        'guard',
        '虚构大学南门',
        '查看了您的通行记录（时间、地点、事由、体温）',
        '卡口扫码后核查',
      ],
      [
        'duty',
        'guard',
        '虚构大学南门',
        '扫了您的健康码，看到颜色、隐去的姓名和证件尾号',
        '卡口通行查验',
      ],
      ['stranger', undefined, undefined, '扫了您的健康码，只看到颜色', '扫码人没有说明'],
      ['self', undefined, undefined, '填写了个人信息', '本人操作'],
    ]);
    const told = JSON.stringify(looks);
    for (const who of [guard, stranger, guard.supervisor])
      expect(told).not.toContain(who.session.accountId);
    for (const name of ['陈守卡', '符督导']) expect(told).not.toContain(name);
  });

  test('an appointment is told to the person who was appointed', async () => {
    const supervisor = await aSupervisor(world);
    const looks = await whoLookedAt(supervisor);
    expect(looks.map(({ who, what }) => [who.kind, what.zh])).toContainEqual([
      'staff',
      '任命您为督导人员',
    ]);
  });

  test('forty-five of both kinds, page by page: each once, in order', async () => {
    const guard = await aGuard(world);
    const anna = await aResident(world);
    await anna.claims();
    for (let i = 0; i < 22; i += 1) {
      const scan = await guard.sees(await anna.showsTheirQr());
      later(1000);
      await guard.asksForHistory(scan);
      later(1000);
    }
    const first = await looksAt(anna);
    expect(first.looks).toHaveLength(20);
    const all = await whoLookedAt(anna);
    expect(all).toHaveLength(45);
    expect(new Set(all.map(({ id }) => id)).size).toBe(45);
    const times = all.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('nobody reads who looked at somebody else', async () => {
    const [anna, ben] = [await aResident(world), await aResident(world)];
    expect(
      await ben.tries(auditContract.looks, { query: { personId: anna.personId } }),
    ).toMatchObject(problem('account.not-your-person', 403));
  });

  test.each(['', '~~', 'pass_1~', `~2020-03-01T00:00:00.000Z`, `x~y`])(
    'a page that nobody was given is refused: “%s”',
    async (before) => {
      const anna = await aResident(world);
      expect(
        await anna.tries(auditContract.looks, { query: { personId: anna.personId, before } }),
      ).toMatchObject(problem('core.invalid', 422));
    },
  );
});

describe('a copy of my data', () => {
  test('has every kind, readable and as records; numbers are masked in it too', async () => {
    const guard = await aGuard(world, aCheckpoint({ name: '虚构大学南门' }));
    const number = aDocumentNumber();
    const anna = await aResident(world, { name: '林小雨', number });
    await anna.claims();
    later(1000);
    await anna.registersForWork({ organisation: '=HYPERLINK("http://x")' });
    await guard.letsThrough(await anna.showsTheirQr());
    await anna.call(placeContract.register, {
      body: { grantId: newId('gran'), place: { ...aCheckpoint() } },
    });

    await files(anna, aTip({ who: '虚构某某' }));

    later(1000);
    const sheets = await takeoutOf(anna);
    expect(Object.keys(sheets)).toEqual([
      '说明 About',
      '个人信息 Details',
      '健康码 Code',
      '健康申报 Declarations',
      '扫码和通行 Scans and passes',
      '卡口上报 Reported by gates',
      '医学观察 Medical observation',
      '上门核查 Checks at the door',
      '查看和处理 Looks',
      '值守申请 Requests for duties',
      '纸质卡 Printed cards',
      '线索与举报 Tips and reports',
      '发热门诊就诊 Fever clinic visits',
      '购药 Medicine bought',
      '核酸检测 Tests',
      '疫苗接种 Vaccinations',
    ]);
    const details = Object.fromEntries(sheets['个人信息 Details']!) as Record<string, string>;
    expect(details['姓名 Name']).toBe('林小雨');
    const declared = sheets['健康申报 Declarations']!.slice(1).map((row): unknown =>
      JSON.parse(row.at(-1)!),
    );
    expect(declared).toMatchObject([
      { declaration: { kind: 'return-to-work', organisation: '=HYPERLINK("http://x")' } },
      { declaration: { kind: 'claim' } },
    ]);
    const [pass] = sheets['扫码和通行 Scans and passes']!.slice(1);
    expect(pass!.slice(1, 4)).toEqual([
      expect.stringContaining('虚构大学南门'),
      '绿码 Green',
      '已通行 Passed',
    ]);
    expect(sheets['查看和处理 Looks']!.flat()).toContain(
      '导出了您的全部资料 A copy of all your data was made',
    );

    const [tip] = sheets['线索与举报 Tips and reports']!.slice(1);
    expect(tip![2]).toBe('疫情线索 Epidemic tip');
    expect(JSON.parse(tip!.at(-1)!)).toMatchObject({ report: { kind: 'tip', who: '虚构某某' } });

    const everything = JSON.stringify(sheets);
    expect(everything).not.toContain(number);
    expect(everything).not.toContain(anna.phone);
    expect(everything).not.toContain(guard.session.accountId);
    expect((await whoLookedAt(anna))[0]!.what.zh).toBe('导出了您的全部资料');
  });

  test('five a day; of nobody else', async () => {
    const [anna, ben] = [await aResident(world), await aResident(world)];
    const asks = (by: Person, of: Person) =>
      by.tries(takeoutContract.make, { body: { personId: of.personId } });
    expect(await asks(ben, anna)).toMatchObject(problem('account.not-your-person', 403));
    for (let i = 0; i < 5; i += 1) expect((await asks(anna, anna)).status).toBe(200);
    expect(await asks(anna, anna)).toMatchObject(problem('takeout.too-many', 429));
    aDayLater();
    expect((await asks(anna, anna)).status).toBe(200);
  });
});

/** Whoever had an account, as it lies in the tables: everything that names them. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(tables) as Table[]) {
    for (const item of await itemsOf(table)) {
      const text = JSON.stringify(item);
      if (words.some((word) => text.includes(word)))
        found.push(`${table} ${String(item['sk']).replace(/_.*|\d{4}-.*|#.*/, '…')}`);
    }
  }
  return [...new Set(found)].sort();
}

describe('somebody takes their data with them and goes', () => {
  const inUse = [
    'card',
    'reminder',
    'account',
    'standing',
    'declaration',
    'code',
    'pass',
    'grant',
    'place',
    'left',
    'login',
  ] as const;
  beforeEach(() => Promise.all([...inUse, 'audit' as const, 'job' as const].map(emptied)));

  /** Somebody with something in every table. */
  async function aLongStory(phone = aPhone()) {
    const guard = await aGuard(world);
    const anna = await aResident(world, { phone });
    later(61_000);
    await anna.call(accountContract.sendSmsCode, { body: { phone } });
    await anna.call(accountContract.signIn, {
      body: { phone, code: codeSentTo(phone), wechatCode: `anna-${phone}.1` },
    });
    await anna.claims();
    for (let day = 0; day < 20; day += 1) {
      aDayLater();
      await anna.checksIn();
    }
    await guard.letsThrough(await anna.showsTheirQr());
    await anna.call(cardContract.issue, {
      body: { id: newId<'card'>('card'), personId: anna.personId },
    });
    await anna.call(reminderContract.ask, {
      params: { personId: anna.personId },
      body: { platform: 'wechat' },
    });
    await anna.call(placeContract.register, {
      body: { grantId: newId('gran'), place: { ...aCheckpoint() } },
    });
    return { guard, anna };
  }
  const namesOf = ({ personId, session }: Resident) => [personId, session.accountId];

  test('nothing of them remains but what the statement names, and that ends', async () => {
    const { guard, anna } = await aLongStory();
    const qr = await anna.showsTheirQr();
    const before = new Set((await itemsOf('account')).map(({ pk }) => pk));
    expect(before.size).toBeGreaterThan(0);
    await takeoutOf(anna);
    expect(await leaves(anna)).toMatchObject(leftNow);

    // At once: sessions, code, silent login; the duty asked for is nobody's.
    expect(await anna.tries(accountContract.mine)).toMatchObject(problem('account.left', 401));
    expect(
      await guard.tries(passContract.scan, {
        body: { id: passId(), placeId: guard.place.id, token: qr },
      }),
    ).toMatchObject(problem('code.unknown', 404));
    expect(
      await calling(world, accountContract.signInByWechat, {
        body: { code: `anna-${anna.phone}.2` },
      }),
    ).toMatchObject(problem('account.identity-unknown', 404));

    later(61_000);
    expect(await erases()).toEqual({ erased: 1, waiting: 0 });
    expect(await tracesOf(namesOf(anna))).toEqual([
      'audit …',
      'left left',
      'login 3600…',
      'login 86400…',
      'pass pass…',
      'place place',
      'waiting …',
    ]);
    const accounts = await itemsOf('account');
    expect(
      accounts.filter(({ pk, accountId }) => [pk, accountId].includes(anna.session.accountId)),
    ).toEqual([]);
    expect(await anna.tries(accountContract.mine)).toMatchObject(
      problem('account.not-signed-in', 401),
    );

    itIsMorningOf(addDays(today(), retention.passes.days + 1));
    await sweep();
    expect(await tracesOf(namesOf(anna))).toEqual(['audit …', 'place place']);
    itIsMorningOf(addDays(today(), retention.audit.days));
    await sweep();
    expect(await tracesOf(namesOf(anna))).toEqual(['place place']);
  });

  test('phone, WeChat and document are free at once; whoever comes back begins anew', async () => {
    const { anna } = await aLongStory();
    const number = aDocumentNumber();
    const ben = await aResident(world, { number });
    await ben.claims();
    await leaves(ben);
    later(61_000);
    const again = await aResident(world, { phone: ben.phone, number });
    expect(again.session.accountId).not.toBe(ben.session.accountId);
    expect(again.personId).not.toBe(ben.personId);
    expect(await again.seesTheirCode()).toMatchObject({ colour: 'none', checkedInToday: false });
    await again.claims();
    later(61_000);
    await erases();
    // What was taken up again meanwhile is not the eraser's.
    expect(await again.seesTheirCode()).toMatchObject({ colour: 'green' });
    later(61_000);
    expect((await aPerson(world, { phone: ben.phone })).personId).toBe(again.personId);
    expect(await anna.seesTheirCode()).toMatchObject({ colour: 'green' });
  });

  test('the job may be killed after any of its steps and run again, also twice at once', async () => {
    const { anna } = await aLongStory();
    await leaves(anna);
    later(61_000);
    // Out of time before the first, as often as one likes.
    await expect(eraseJob({}, { getRemainingTimeInMillis: () => 1000 })).rejects.toThrow(
      'out of time',
    );
    // Killed in the middle: in each table in turn, so that everything before it is done twice.
    for (const table of [
      'grant',
      'declaration',
      'card',
      'code',
      'account',
      'reminder',
      'standing',
    ]) {
      const name = `${table.toUpperCase()}_TABLE`;
      process.env[name] = 'not-there';
      await expect(erases()).rejects.toThrow();
      process.env[name] = table;
    }
    expect(await itemsOf('job')).toHaveLength(1);
    expect(await anna.tries(accountContract.mine)).toMatchObject(problem('account.left', 401));

    await Promise.all([erases(), erases()]);
    expect(await itemsOf('job')).toEqual([]);
    expect(await erases()).toEqual({ erased: 0, waiting: 0 });
    expect(await tracesOf(namesOf(anna))).toEqual(
      expect.not.arrayContaining([
        'declaration …',
        'code code',
        'account account',
        'standing standing',
      ]),
    );
  });

  test('what was deleted within the minute waits: somebody may still be writing', async () => {
    const anna = await aResident(world);
    await leaves(anna);
    expect(await erases()).toEqual({ erased: 0, waiting: 1 });
    expect(await anna.tries(accountContract.mine)).toMatchObject(problem('account.left', 401));
  });

  test('a declaration that was under way when the account was deleted is not recorded', async () => {
    const anna = await aResident(world);
    await anna.claims();
    await anna.tries(leavingContract.sendLeaveCode);
    const body = { code: leaveCodeSentTo(anna.phone) };
    const [gone, declared] = await Promise.all([
      anna.tries(leavingContract.leave, { body }),
      anna.declares(anna.dailyOf()),
    ]);
    expect(gone.status).toBe(200);
    expect([200, 401, 409]).toContain(declared.status);
    later(61_000);
    await erases();
    expect(await itemsOf('declaration')).toEqual([]);
    expect(await itemsOf('code')).toEqual([]);
  });

  test('somebody who never filled in anything goes too, and an account twice is gone once', async () => {
    const anna = await aPerson(world);
    await anna.tries(leavingContract.sendLeaveCode);
    const body = { code: leaveCodeSentTo(anna.phone) };
    const both = await Promise.all([
      anna.tries(leavingContract.leave, { body }),
      anna.tries(leavingContract.leave, { body }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    later(61_000);
    await erases();
    expect(await tracesOf([anna.personId, anna.session.accountId])).toEqual(['audit …']);
  });
});

describe('only the holder of the phone deletes the account', () => {
  let anna: Resident;
  beforeEach(async () => {
    anna = await aResident(world);
    await anna.claims();
  });
  const tries = (code: string, by: Person = anna) =>
    by.tries(leavingContract.leave, { body: { code } });

  test('a session alone does not, nor a code that was sent for signing in', async () => {
    later(61_000);
    expect(await tries('000000')).toMatchObject(problem('account.sms-code-over', 422));
    await anna.call(accountContract.sendSmsCode, { body: { phone: anna.phone } });
    expect(await tries(codeSentTo(anna.phone))).toMatchObject(
      problem('account.sms-code-over', 422),
    );
    expect(await anna.seesTheirCode()).toMatchObject({ colour: 'green' });
  });
  test('a code for deleting signs nobody in', async () => {
    await anna.call(leavingContract.sendLeaveCode);
    const { status } = await calling(world, accountContract.signIn, {
      body: { phone: anna.phone, code: leaveCodeSentTo(anna.phone) },
    });
    expect(status).toBe(422);
  });
  test('somebody else’s code, five wrong ones, one that is over', async () => {
    const ben = await aResident(world);
    await ben.call(leavingContract.sendLeaveCode);
    await anna.call(leavingContract.sendLeaveCode);
    const code = leaveCodeSentTo(anna.phone);
    const wrong = code === '123456' ? '654321' : '123456';
    expect(await tries(code, ben)).toMatchObject(problem('account.sms-code-wrong', 422));
    for (let i = 0; i < 4; i += 1)
      expect(await tries(wrong)).toMatchObject(problem('account.sms-code-wrong', 422));
    expect(await tries(wrong)).toMatchObject(problem('account.sms-code-over', 422));
    expect(await tries(code)).toMatchObject(problem('account.sms-code-over', 422));
    later(61_000);
    await anna.call(leavingContract.sendLeaveCode);
    later(5 * 60_000);
    expect(await tries(leaveCodeSentTo(anna.phone))).toMatchObject(
      problem('account.sms-code-over', 422),
    );
    expect(await anna.tries(leavingContract.sendLeaveCode)).toMatchObject({ status: 200 });
    expect(await anna.tries(leavingContract.sendLeaveCode)).toMatchObject(
      problem('account.sms-too-many', 429),
    );
  });
});

describe('nobody deletes a yellow code away', () => {
  test('yellow: it says until when, sends no code, and refuses one that was sent while green', async () => {
    const anna = await aResident(world);
    await anna.claims();
    await anna.call(leavingContract.sendLeaveCode);
    await anna.checksIn(['dry-cough']);
    expect(await obstaclesTo(anna)).toEqual([
      { kind: 'not-green', colour: 'yellow', clearsOn: addDays(today(), 14), awaitsRelease: false },
    ]);
    const body = { code: leaveCodeSentTo(anna.phone) };
    expect(await anna.tries(leavingContract.leave, { body })).toMatchObject(
      problem('account.leave-not-green'),
    );
    later(61_000);
    expect(await anna.tries(leavingContract.sendLeaveCode)).toMatchObject(
      problem('account.leave-not-green'),
    );
    for (let day = 1; day <= 14; day += 1) {
      aDayLater();
      await anna.checksIn();
    }
    expect(await obstaclesTo(anna)).toEqual([]);
    expect(await leaves(anna)).toMatchObject(leftNow);
  });

  test('a planned return lies ahead', async () => {
    const anna = await aResident(world);
    await anna.claims();
    await anna.plansToReturn({ returnOn: addDays(today(), 3) });
    expect(await anna.seesTheirCode()).toMatchObject({ colour: 'green' });
    expect(await obstaclesTo(anna)).toEqual([{ kind: 'planned', on: addDays(today(), 3) }]);
    expect(await leaves(anna)).toMatchObject(problem('account.leave-planned'));
  });

  test('a guard and a supervisor are counted on: it says where', async () => {
    const guard = await aGuard(world, aCheckpoint({ name: '虚构村路口' }));
    expect(await obstaclesTo(guard)).toEqual([{ kind: 'duty', role: 'guard', at: '虚构村路口' }]);
    expect(await leaves(guard)).toMatchObject(problem('account.leave-duty'));
    expect(await obstaclesTo(guard.supervisor)).toEqual([
      { kind: 'duty', role: 'supervisor', at: '海口市' },
    ]);
    await guard.supervisor.decides(guard.grant, 'withdrawn', '本人申请注销');
    expect(await leaves(guard)).toMatchObject(leftNow);
  });

  test('a duty granted to whoever has gone is nobody’s', async () => {
    const guard = await anAspiringGuard(world);
    const supervisor = await aSupervisor(world);
    await leaves(guard);
    expect(await supervisor.decides(guard.grant, 'granted')).toMatchObject(
      problem('place.grant-unknown', 404),
    );
  });

  test('green again after an illness, gone and back the same day: the next gate still warns', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const anna = await aResident(world, { number });
    await anna.claims('dry-cough');
    for (let day = 1; day <= 14; day += 1) {
      aDayLater();
      await anna.checksIn();
    }
    expect((await guard.sees(await anna.showsTheirQr())).warnings).toMatchObject([
      { kind: 'not-green' },
    ]);
    expect(await leaves(anna)).toMatchObject(leftNow);
    const back = await aResident(world, { number });
    await back.claims();
    expect((await guard.sees(await back.showsTheirQr())).warnings).toMatchObject([
      { kind: 'not-green' },
    ]);
    // Nor by going twice.
    expect(await leaves(back)).toMatchObject(leftNow);
    const third = await aResident(world, { number });
    await third.claims();
    expect((await guard.sees(await third.showsTheirQr())).warnings).toMatchObject([
      { kind: 'not-green' },
    ]);
    // After the days that a gate looks back to, it is over.
    expect(await leaves(third)).toMatchObject(leftNow);
    itIsMorningOf(addDays(today(), retention.left.days));
    const fourth = await aResident(world, { number });
    await fourth.claims();
    expect((await guard.sees(await fourth.showsTheirQr())).warnings).toEqual([]);
  });

  test.each([
    ['under another name', (number: string) => ({ name: '王小雨', number })],
    ['with another document', () => ({ name: '林小雨', number: aDocumentNumber() })],
  ])('back on the same phone %s: gates are asked to compare the document', async (_, as) => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const anna = await aResident(world, { number });
    await leaves(anna);
    later(61_000);
    const back = await aResident(world, { phone: anna.phone, ...as(number) });
    await back.claims();
    expect((await guard.sees(await back.showsTheirQr())).warnings).toMatchObject([
      { kind: 'identity-changed' },
    ]);
  });
  test('back as oneself: nothing to compare', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const anna = await aResident(world, { number });
    await leaves(anna);
    later(61_000);
    const back = await aResident(world, { phone: anna.phone, number });
    await back.claims();
    expect((await guard.sees(await back.showsTheirQr())).warnings).toEqual([]);
  });

  test('twenty corrections are twenty, also for whoever comes back the same day', async () => {
    const number = aDocumentNumber();
    const anna = await aResident(world, { number });
    await anna.claims();
    for (let i = 0; i < 20; i += 1) await anna.checksIn();
    expect(await anna.declares(anna.dailyOf())).toMatchObject(problem('declaration.too-many', 429));
    await leaves(anna);
    const back = await aResident(world, { number });
    await back.claims();
    expect(await back.declares(back.dailyOf())).toMatchObject(problem('declaration.too-many', 429));
  });

  test('an appointment is a duty that counts', async () => {
    const person = await aResident(world, { name: '符督导' });
    await appoint({ phone: person.phone, role: 'headquarters', area: '46' });
    expect(await leaves(person)).toMatchObject(problem('account.leave-duty'));
  });

  test('family members under the account are moved first', async () => {
    const anna = await aResident(world);
    await aFamilyMemberOf(anna);
    expect(await obstaclesTo(anna)).toEqual([{ kind: 'family', count: 1 }]);
    expect(await leaves(anna)).toMatchObject(problem('account.leave-family'));
  });
});

/** As the family's feature will write it. */
async function aFamilyMemberOf({ session }: Person): Promise<void> {
  const standing = await standings.ofNow(session.accountId);
  await commit(standings.put({ ...standing!, persons: [...standing!.persons, newPersonId()] }));
}
