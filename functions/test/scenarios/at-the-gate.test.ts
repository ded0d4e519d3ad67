import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TOKEN_PREFIX, writeToken } from '@yimatong/shared/code/token';
import { instantOf, MINUTE_MS, msOf, plusMs } from '@yimatong/shared/core/day';
import type { PassId } from '@yimatong/shared/core/id';
import { dayIn } from '@yimatong/shared/core/say';
import { passContract } from '@yimatong/shared/pass/contract';
import { now } from '../../src/core/clock';
import { keysFrom } from '../../src/core/keys';
import { aCheckpoint, aGuard, anAspiringGuard, aResident, aSupervisor, passId } from '../actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const HOUR_MS = 60 * MINUTE_MS;
const aGreenResident = async () => {
  const resident = await aResident(world);
  await resident.claims();
  return resident;
};
const aYellowResident = async () => {
  const resident = await aResident(world);
  await resident.claims('dry-cough');
  return resident;
};
const days = (count: number): void => {
  for (let i = 0; i < count; i += 1) aDayLater();
};

describe('a guard enters a checkpoint', () => {
  test('before the grant the colour alone is seen, by anybody and not often', async () => {
    const [guard, resident] = [await anAspiringGuard(world), await aGreenResident()];
    const token = await resident.showsTheirQr();

    const glance = await guard.glancesAt(token);
    expect(glance).toEqual({
      verdict: 'valid',
      scanId: expect.stringMatching(/^pass_/),
      colour: 'green',
      granted: false,
      warnings: [],
      serverTime: now(),
    });
    const body = { id: passId(), placeId: guard.place.id, token };
    expect(await guard.tries(passContract.scan, { body })).toMatchObject({
      status: 403,
      body: { code: 'place.not-yours' },
    });

    for (let i = 1; i < 20; i += 1) await guard.glancesAt(token);
    const onceMore = await guard.tries(passContract.scan, { body: { id: passId(), token } });
    expect(onceMore).toMatchObject({ status: 429, body: { code: 'pass.too-many' } });
    expect(Number(onceMore.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('once granted, a scan says verdict, masked name and one line', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    expect(await guard.scans(await resident.showsTheirQr())).toEqual({
      verdict: 'valid',
      scanId: expect.stringMatching(/^pass_/),
      colour: 'green',
      granted: true,
      meets: true,
      maskedName: '林**',
      documentTail: expect.stringMatching(/^[\dX]{4}$/),
      line: { zh: '符合本卡口要求，可以通行', en: 'Meets this checkpoint’s requirement' },
      warnings: [],
      subject: expect.stringMatching(/^[\w-]{23}$/),
      serverTime: now(),
    });
  });

  test('a refused request gives no duty', async () => {
    const [guard, supervisor, resident] = [
      await anAspiringGuard(world),
      await aSupervisor(world),
      await aGreenResident(),
    ];
    expect((await supervisor.decides(guard.grant, 'refused', '地点不实')).status).toBe(200);
    const body = { id: passId(), placeId: guard.place.id, token: await resident.showsTheirQr() };
    expect((await guard.tries(passContract.scan, { body })).body).toMatchObject({
      code: 'place.not-yours',
    });
    expect((await supervisor.decides(guard.grant, 'granted')).body).toMatchObject({
      code: 'place.grant-decided',
    });
  });

  test('a withdrawn duty stops at the next call', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const scan = await guard.sees(await resident.showsTheirQr());
    expect((await guard.supervisor.decides(guard.grant, 'withdrawn', '轮岗')).status).toBe(200);

    const body = { id: passId(), placeId: guard.place.id, token: await resident.showsTheirQr() };
    expect((await guard.tries(passContract.scan, { body })).body).toMatchObject({
      code: 'place.not-yours',
    });
    expect(await guard.tries(passContract.record, { body: guard.recordOf(scan) })).toMatchObject({
      status: 403,
      body: { code: 'account.not-allowed' },
    });
    expect((await guard.asksForHistory(scan)).status).toBe(403);
  });
});

describe('people come to the gate', () => {
  test('green passes, and the history shows it, newest first', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const token = await resident.showsTheirQr();
    const { pass: first } = await guard.letsThrough(token, { plate: '琼A·12345' });
    expect(first).toMatchObject({
      outcome: 'passed',
      colour: 'green',
      placeName: '虚构村路口',
      plate: '琼A12345',
      direction: 'in',
    });
    later(1000);
    const { pass: second } = await guard.letsThrough(token, {
      direction: 'out',
      temperature: 36.6,
    });
    later(1000);

    const scan = await guard.sees(token);
    const { status, body } = await guard.asksForHistory(scan);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      passes: [{ id: second.id }, { id: first.id }],
      warnings: [],
    });
    expect(JSON.stringify(body)).not.toContain(resident.personId);
    expect((await resident.seesWhoLooked()).map(({ outcome }) => outcome)).toEqual([
      'looked',
      'passed',
      'passed',
    ]);
    const audit = (await itemsOf('audit')).filter(({ pk }) => pk === resident.personId);
    expect(audit).toContainEqual(
      expect.objectContaining({
        action: 'pass.history-seen',
        actorId: guard.session.accountId,
        purpose: scan.scanId,
      }),
    );
  });

  test('a history of more than a page is paged by key, and mere looks leave no page short', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const token = await resident.showsTheirQr();
    for (let i = 0; i < 22; i += 1) {
      later(1000);
      await guard.letsThrough(token);
    }
    for (let i = 0; i < 30; i += 1) {
      later(1000);
      await guard.scans(token);
    }
    const scan = await guard.sees(token);
    type Page = { passes: { id: string }[]; next?: PassId };
    const first = (await guard.asksForHistory(scan)).body as Page;
    const rest = (await guard.asksForHistory(scan, first.next)).body as Page;
    expect([first.passes.length, rest.passes.length, rest.next]).toEqual([20, 2, undefined]);
    const ids = [...first.passes, ...rest.passes].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  test('yellow is stopped where green is asked for: passing is refused, the stop recorded', async () => {
    const [guard, resident] = [await aGuard(world), await aYellowResident()];
    const scan = await guard.sees(await resident.showsTheirQr());
    expect(scan).toMatchObject({ colour: 'yellow', meets: false, since: today() });
    expect(scan.line?.en).toBe(`Needs a green code: yellow since ${dayIn(today()).en}`);
    expect(JSON.stringify(scan)).not.toMatch(/symptom|cough/i);

    const refused = await guard.tries(passContract.record, { body: guard.recordOf(scan) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'pass.must-stop' } });
    const stop = guard.recordOf(scan, { outcome: 'stopped', note: '已劝返' });
    expect(await guard.call(passContract.record, { body: stop })).toMatchObject({
      pass: { outcome: 'stopped', note: '已劝返', colour: 'yellow' },
    });
    expect((await resident.seesWhoLooked())[0]).toMatchObject({ outcome: 'stopped' });
  });

  test('where not-red is asked for yellow passes', async () => {
    const guard = await aGuard(world, aCheckpoint({ requires: 'not-red' }));
    const resident = await aYellowResident();
    const { pass } = await guard.letsThrough(await resident.showsTheirQr());
    expect(pass).toMatchObject({ outcome: 'passed', colour: 'yellow' });
  });

  test('a pass is recorded once: a repeat is answered the same, another record refused', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const body = await guard.wouldRecord(await resident.showsTheirQr(), {
      temperature: 'abnormal',
    });
    const first = await guard.call(passContract.record, { body });
    later(MINUTE_MS);
    expect(await guard.call(passContract.record, { body })).toEqual(first);
    const other = { ...body, direction: 'out' as const };
    expect((await guard.tries(passContract.record, { body: other })).body).toMatchObject({
      code: 'core.id-reused',
    });
  });

  test('a scan is good for half an hour, for the guard who made it and at its place', async () => {
    const [guard, other, resident] = [
      await aGuard(world),
      await aGuard(world),
      await aGreenResident(),
    ];
    const scan = await guard.sees(await resident.showsTheirQr());
    const stolen = { ...guard.recordOf(scan), placeId: other.place.id };
    expect((await other.tries(passContract.record, { body: stolen })).body).toMatchObject({
      code: 'pass.scan-unknown',
    });
    expect((await other.asksForHistory(scan)).body).toMatchObject({ code: 'pass.scan-unknown' });

    later(30 * MINUTE_MS + 1);
    expect(
      (await guard.tries(passContract.record, { body: guard.recordOf(scan) })).body,
    ).toMatchObject({ code: 'pass.scan-over' });
    expect((await guard.asksForHistory(scan)).body).toMatchObject({ code: 'pass.scan-over' });
  });
});

describe('a suspicious track warns the next checkpoint, for 14 days', () => {
  test('a stop elsewhere', async () => {
    const [guard, next, resident] = [
      await aGuard(world),
      await aGuard(world),
      await aGreenResident(),
    ];
    await guard.letsThrough(await resident.showsTheirQr(), { outcome: 'stopped' });
    const on = today();
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([
      { kind: 'stopped', on },
    ]);
    expect((await guard.sees(await resident.showsTheirQr())).warnings).toEqual([]);
    days(13);
    expect((await next.sees(await resident.showsTheirQr())).warnings).toHaveLength(1);
    aDayLater();
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([]);
  });

  test.each([['abnormal' as const], [37.3]])('a temperature of %s', async (temperature) => {
    const [guard, next, resident] = [
      await aGuard(world),
      await aGuard(world),
      await aGreenResident(),
    ];
    await guard.letsThrough(await resident.showsTheirQr(), { temperature: 37.2 });
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([]);
    await guard.letsThrough(await resident.showsTheirQr(), { temperature });
    const on = today();
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([
      { kind: 'abnormal-temperature', on },
    ]);
    days(14);
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([]);
  });

  test('going out while told to isolate', async () => {
    const place = aCheckpoint({ requires: 'not-red' });
    const [guard, next] = [await aGuard(world, place), await aGuard(world)];
    const resident = await aYellowResident();
    const on = today();
    await guard.letsThrough(await resident.showsTheirQr(), { direction: 'in' });
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([]);
    await guard.letsThrough(await resident.showsTheirQr(), { direction: 'out' });
    expect((await next.sees(await resident.showsTheirQr())).warnings).toEqual([
      { kind: 'left-isolation', on },
    ]);
  });

  test('a code that was not green', async () => {
    const [guard, resident] = [await aGuard(world), await aYellowResident()];
    for (let day = 1; day <= 14; day += 1) {
      aDayLater();
      await resident.checksIn();
    }
    const on = today();
    const scan = await guard.sees(await resident.showsTheirQr());
    expect(scan).toMatchObject({
      colour: 'green',
      meets: true,
      warnings: [{ kind: 'not-green', on }],
    });
    await guard.letsThrough(await resident.showsTheirQr());
    days(13);
    expect((await guard.sees(await resident.showsTheirQr())).warnings).toHaveLength(1);
    aDayLater();
    expect((await guard.sees(await resident.showsTheirQr())).warnings).toEqual([]);
  });
});

describe('what else is shown to a guard', () => {
  test('each wrong code has a verdict of its own, and none says anything of a person', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const token = await resident.showsTheirQr();
    const [stranger] = keysFrom({
      keyId: 1,
      master: 'somebody else’s secret, long enough, hm',
    }).issuers;
    const content = {
      colour: 'green' as const,
      keyId: 1,
      issuedAt: msOf(now()),
      lifetime: 10,
      subject: new Uint8Array(16),
    };
    const changed = token.slice(0, -5) + (token.at(-5) === 'A' ? 'B' : 'A') + token.slice(-4);
    const verdicts = [
      ['forged', changed],
      ['forged', writeToken(content, stranger.secretKey)],
      ['unknown-key', writeToken({ ...content, keyId: 9 }, stranger.secretKey)],
      ['truncated', token.slice(0, 60)],
      ['truncated', TOKEN_PREFIX],
      ['foreign', 'https://example.org/?id=1'],
      ['foreign', '283456789012345678'],
      ['unreadable', '你好'],
      ['unreadable', `${TOKEN_PREFIX}\u0000\uffff`],
    ] as const;
    for (const [verdict, text] of verdicts)
      expect([text, await guard.scans(text)]).toEqual([text, { verdict, serverTime: now() }]);
    expect(await resident.seesWhoLooked()).toEqual([]);

    later(10 * MINUTE_MS + 5000);
    expect(await guard.scans(token)).toEqual({
      verdict: 'expired',
      bySeconds: 5,
      serverTime: now(),
    });
  });

  test('a phone whose server is ahead: the code of the future is a matter of the clock', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    later(HOUR_MS);
    const token = await resident.showsTheirQr();
    later(-HOUR_MS);
    expect(await guard.scans(token)).toMatchObject({ verdict: 'clock-off', bySeconds: 3600 });
  });
});

describe('a guard without network', () => {
  test('what was scanned then and sent later counts as of then, although the code turned since', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const token = await resident.showsTheirQr();
    const scannedAt = plusMs(now(), MINUTE_MS);
    later(2 * MINUTE_MS);
    await resident.checksIn(['fever'], 38.5);
    expect(await resident.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    later(3 * HOUR_MS);

    expect((await guard.scans(token)).verdict).toBe('expired');
    const scan = await guard.sees(token, { scannedAt });
    const { pass } = await guard.call(passContract.record, { body: guard.recordOf(scan) });
    expect(pass).toMatchObject({
      outcome: 'passed',
      colour: 'green',
      offline: true,
      at: scannedAt,
    });
  });

  test('a yellow code that was let through without network is no pass', async () => {
    const [guard, resident] = [await aGuard(world), await aYellowResident()];
    const [token, scannedAt] = [await resident.showsTheirQr(), now()];
    later(HOUR_MS);
    const scan = await guard.sees(token, { scannedAt });
    expect(
      (await guard.tries(passContract.record, { body: guard.recordOf(scan) })).body,
    ).toMatchObject({ code: 'pass.must-stop' });
  });

  test('a day later it is not believed, nor what is said to lie ahead', async () => {
    const [guard, resident] = [await aGuard(world), await aGreenResident()];
    const [token, scannedAt] = [await resident.showsTheirQr(), now()];
    later(24 * HOUR_MS - 1);
    expect((await guard.scans(token, { scannedAt })).verdict).toBe('valid');
    later(1);
    expect((await guard.scans(token, { scannedAt })).verdict).toBe('expired');
    const ahead = instantOf(msOf(scannedAt) + 48 * HOUR_MS);
    expect((await guard.scans(token, { scannedAt: ahead })).verdict).toBe('expired');
  });

  test('without a duty nobody dates a scan back', async () => {
    const [stranger, resident] = [await aResident(world), await aGreenResident()];
    const [token, scannedAt] = [await resident.showsTheirQr(), now()];
    later(HOUR_MS);
    const body = { id: passId(), token, scannedAt };
    expect(await stranger.call(passContract.scan, { body })).toMatchObject({ verdict: 'expired' });
  });
});
