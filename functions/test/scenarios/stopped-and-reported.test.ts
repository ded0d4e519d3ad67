/** A red person at a gate: stopped, reported, seen, answered, let through within the hour (V3). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { auditActions } from '@yimatong/shared/core/audit-action';
import { MINUTE_MS, plusMs } from '@yimatong/shared/core/day';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { passContract } from '@yimatong/shared/pass/contract';
import { handler as appoint } from '../../src/account/jobs';
import { now } from '../../src/core/clock';
import { outboxed } from '../../src/core/sms';
import { aGuard, aResident, aSupervisor, newId } from '../actors';
import {
  answers,
  escalated,
  escalates,
  type Guard,
  opens,
  readsAnswers,
  reportOf,
  turnsRed,
  undoes,
  waitingOf,
} from '../gate-actors';
import { phoneJpeg } from '../photos';
import { posts } from '../report-actors';
import { aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const aRedPerson = async () => {
  const person = await aResident(world);
  await person.claims();
  await turnsRed(person.personId);
  return { person, qr: () => person.showsTheirQr() };
};
const aStop = async (guard: Guard, more: Parameters<typeof reportOf>[2] = {}) => {
  const red = await aRedPerson();
  const scan = await guard.sees(await red.qr());
  const escalation = await escalated(guard, reportOf(guard, scan, more));
  return { ...red, scan, escalation };
};
const letPass = { kind: 'let-pass', text: '已核实，可放行' } as const;
const passes = (guard: Guard, scan: Parameters<Guard['recordOf']>[0]) =>
  guard.tries(passContract.record, {
    body: guard.recordOf(scan, {
      direction: 'out',
      ...(scan.letPass && { escalationId: scan.letPass.escalationId }),
    }),
  });

describe('reported', () => {
  test('the stop, its sign and the report are one; the command sees it at once, in its list and by SMS', async () => {
    const [guard, next] = [await aGuard(world), await aGuard(world)];
    const { person, qr, escalation } = await aStop(guard, { note: '不肯说明去向' });
    expect(escalation).toMatchObject({
      state: 'open',
      maskedName: '林**',
      colour: 'red',
      note: '不肯说明去向',
      placeName: '虚构村路口',
    });
    expect((await person.seesWhoLooked())[0]).toMatchObject({ outcome: 'stopped' });
    expect((await next.sees(await qr())).warnings).toContainEqual({ kind: 'stopped', on: today() });
    expect((await waitingOf(guard)).map(({ id }) => id)).toEqual([escalation.id]);
    const told = outboxed().filter(({ sms }) => sms.to === `+86${guard.supervisor.phone}`);
    expect(told[0]!.sms).toMatchObject({ template: 'escalation', params: ['虚构村路口'] });
    expect(JSON.stringify(await itemsOf('escalation'))).not.toContain('不肯说明去向');
  });

  test('opening it shows what is needed, marks it seen, and the person reads that', async () => {
    const guard = await aGuard(world);
    const { person, escalation } = await aStop(guard);
    const { status, body } = await opens(guard.supervisor, escalation.id);
    expect([status, body]).toMatchObject([
      200,
      {
        escalation: { state: 'seen', seenAt: now() },
        colour: 'red',
        phone: `+86${person.phone}`,
        age: expect.any(Number),
        reasons: [{ says: { zh: '密切接触者' }, since: today() }],
      },
    ]);
    expect(await readsAnswers(guard)).toMatchObject([{ id: escalation.id, state: 'seen' }]);
    const { looks } = await person.call(auditContract.looks, {
      query: { personId: person.personId },
    });
    const actions = looks.map(({ what }) => what.zh);
    expect(actions).toContain(auditActions['escalation.made'].what.zh);
    expect(actions).toContain(auditActions['escalation.seen'].what.zh);
  });

  test('the person sees that they were reported and what became of it, never the note', async () => {
    const guard = await aGuard(world);
    const { person, escalation } = await aStop(guard, { note: '不肯说明去向' });
    await answers(guard.supervisor, escalation.id, { kind: 'send-home', text: '请劝返' });
    const mine = await person.call(escalationContract.ofMe, {
      query: { personId: person.personId },
    });
    expect(mine.escalations).toMatchObject([{ state: 'answered', answer: 'send-home' }]);
    expect(JSON.stringify(mine)).not.toMatch(/note|去向|请劝返|guard/);
  });

  test('sent twice it is one; other content under its id is refused', async () => {
    const guard = await aGuard(world);
    const { qr } = await aRedPerson();
    const body = reportOf(guard, await guard.sees(await qr()));
    const first = await escalated(guard, body);
    expect(await escalated(guard, body)).toEqual(first);
    expect(await escalates(guard, { ...body, reason: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'core.id-reused' },
    });
    expect(await waitingOf(guard)).toHaveLength(1);
  });

  test('a stop recorded before is not recorded again, and a temperature is told to the next gate', async () => {
    const [guard, next] = [await aGuard(world), await aGuard(world)];
    const { person, qr } = await aRedPerson();
    const scan = await guard.sees(await qr());
    const stop = guard.recordOf(scan, { outcome: 'stopped', note: '已劝返' });
    await guard.call(passContract.record, { body: stop });
    await escalated(guard, reportOf(guard, scan));
    expect((await person.seesWhoLooked())[0]).toMatchObject({ outcome: 'stopped', note: '已劝返' });

    await escalated(
      guard,
      reportOf(guard, await guard.sees(await qr()), { reason: 'temperature' }),
    );
    const kinds = (await next.sees(await qr())).warnings.map(({ kind }) => kind);
    expect(kinds).toContain('abnormal-temperature');
  });

  test('with a photo, which the command alone sees, without its metadata', async () => {
    const guard = await aGuard(world);
    const upload = await guard.call(escalationContract.addPhoto, {
      body: { id: newId<'uplo'>('uplo'), type: 'image/jpeg' },
    });
    expect(await posts(world, upload, phoneJpeg())).toBeLessThan(300);
    const { escalation } = await aStop(guard, { photos: [upload.uploadId] });
    const given = { params: { escalationId: escalation.id, at: '1' } };
    const photo = await guard.supervisor.call(escalationContract.photo, given);
    expect(photo.type).toBe('image/jpeg');
    expect(Buffer.from(photo.base64, 'base64').includes('GPSMARK')).toBe(false);
    expect((await guard.tries(escalationContract.photo, given)).status).toBe(403);
  });
});

describe('let through', () => {
  test('never by whoever reported it, nor by whom it is about, whatever their duties', async () => {
    const guard = await aGuard(world);
    await appoint({ phone: guard.phone, role: 'supervisor', area: '460100' });
    const { escalation } = await aStop(guard);
    const own = { status: 403, body: { code: 'escalation.own' } };
    expect(await answers(guard, escalation.id, letPass)).toMatchObject(own);

    const [gate, concerned] = [await aGuard(world), await aSupervisor(world)];
    await concerned.claims();
    await turnsRed(concerned.personId);
    const scan = await gate.sees(await concerned.showsTheirQr());
    const { id } = await escalated(gate, reportOf(gate, scan));
    expect(await answers(concerned, id, letPass)).toMatchObject(own);
    expect((await answers(gate.supervisor, id, letPass)).status).toBe(200);
  });

  test('once, at this place, within the hour, and the pass says by which answer', async () => {
    const guard = await aGuard(world);
    const { person, qr, scan, escalation } = await aStop(guard);
    expect((await passes(guard, scan)).status).toBe(409);
    await answers(guard.supervisor, escalation.id, letPass);
    expect(await readsAnswers(guard)).toMatchObject([
      { answer: letPass, letPassUntil: plusMs(now(), 60 * MINUTE_MS) },
    ]);

    later(59 * MINUTE_MS);
    const again = await guard.sees(await qr());
    expect(again).toMatchObject({ meets: false, letPass: { escalationId: escalation.id } });
    const went = await passes(guard, again);
    expect(went).toMatchObject({
      status: 200,
      body: { pass: { outcome: 'passed', colour: 'red', escalationId: escalation.id } },
    });
    expect(await passes(guard, again)).toMatchObject(went);
    expect((await person.seesWhoLooked())[0]).toMatchObject({ escalationId: escalation.id });

    const twice = await guard.sees(await qr());
    expect(twice.letPass).toBeUndefined();
    const forced = { ...twice, letPass: { escalationId: escalation.id, until: now() } };
    expect(await passes(guard, forced)).toMatchObject({
      status: 409,
      body: { code: 'escalation.let-pass-over' },
    });
  });

  test('only with the reason in words', async () => {
    const guard = await aGuard(world);
    const { escalation } = await aStop(guard);
    for (const bad of [{ kind: 'let-pass' }, { kind: 'let-pass', text: ' ' }] as const)
      expect(await answers(guard.supervisor, escalation.id, bad)).toMatchObject({
        status: 422,
        body: { code: 'core.invalid', fields: [{ path: 'text' }] },
      });
    expect(await readsAnswers(guard)).toMatchObject([{ state: 'open' }]);
  });

  test('not after the hour, not elsewhere, not somebody else', async () => {
    const [guard, elsewhere] = [await aGuard(world), await aGuard(world)];
    const { qr, escalation } = await aStop(guard);
    await answers(guard.supervisor, escalation.id, letPass);
    const by = { escalationId: escalation.id, until: now() };

    const there = await elsewhere.sees(await qr());
    expect(there.letPass).toBeUndefined();
    expect((await passes(elsewhere, { ...there, letPass: by })).body).toMatchObject({
      code: 'escalation.let-pass-over',
    });
    const other = await guard.sees(await (await aRedPerson()).qr());
    expect((await passes(guard, { ...other, letPass: by })).body).toMatchObject({
      code: 'escalation.let-pass-over',
    });
    later(60 * MINUTE_MS + 1);
    const late = await guard.sees(await qr());
    expect(late.letPass).toBeUndefined();
    expect((await passes(guard, { ...late, letPass: by })).body).toMatchObject({
      code: 'escalation.let-pass-over',
    });
  });

  test('taken back at once, the answer is good again', async () => {
    const guard = await aGuard(world);
    const { qr, escalation } = await aStop(guard);
    await answers(guard.supervisor, escalation.id, letPass);
    const scan = await guard.sees(await qr());
    expect((await passes(guard, scan)).status).toBe(200);
    expect((await undoes(guard, scan)).status).toBe(200);
    const again = await guard.sees(await qr());
    expect(again.letPass).toMatchObject({ escalationId: escalation.id });
    expect((await passes(guard, again)).status).toBe(200);
  });

  test('two guards at the gate at once: one of them', async () => {
    const guard = await aGuard(world);
    const { qr, escalation } = await aStop(guard);
    await answers(guard.supervisor, escalation.id, letPass);
    const scans = [await guard.sees(await qr()), await guard.sees(await qr())];
    const went = await Promise.all(scans.map((scan) => passes(guard, scan)));
    expect(went.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('answered', () => {
  test('twice the same is once; another answer is refused', async () => {
    const guard = await aGuard(world);
    const { escalation } = await aStop(guard);
    const first = await answers(guard.supervisor, escalation.id, letPass);
    later(MINUTE_MS);
    expect((await answers(guard.supervisor, escalation.id, letPass)).body).toEqual(first.body);
    expect(await answers(guard.supervisor, escalation.id, { kind: 'wait' })).toMatchObject({
      status: 409,
      body: { code: 'escalation.answered' },
    });
    expect(await waitingOf(guard)).toEqual([]);
  });

  test('the supervisor of another area and guards see and do nothing', async () => {
    const guard = await aGuard(world);
    const { escalation } = await aStop(guard);
    const sanya = await aSupervisor(world, '460200');
    const area = { query: { area: '460100', state: 'waiting' as const } };
    expect(await sanya.tries(escalationContract.inArea, area)).toMatchObject({
      status: 403,
      body: { code: 'place.area-not-yours' },
    });
    for (const refused of [
      await opens(sanya, escalation.id),
      await answers(sanya, escalation.id, letPass),
      await opens(guard.supervisor, newId<'esca'>('esca')),
    ])
      expect(refused).toMatchObject({ status: 404, body: { code: 'escalation.unknown' } });
    const other = await aGuard(world);
    expect(await readsAnswers(other)).toEqual([]);
    const params = { escalationId: escalation.id };
    expect((await other.tries(escalationContract.answer, { params, body: letPass })).status).toBe(
      403,
    );
    expect((await other.tries(escalationContract.one, { params })).status).toBe(403);
  });

  test('only of one’s own fresh scan at one’s own place', async () => {
    const [guard, other] = [await aGuard(world), await aGuard(world)];
    const { qr } = await aRedPerson();
    const scan = await guard.sees(await qr());
    expect((await escalates(other, reportOf(other, scan))).body).toMatchObject({
      code: 'pass.scan-unknown',
    });
    expect((await escalates(other, reportOf(guard, scan))).body).toMatchObject({
      code: 'place.not-yours',
    });
    later(31 * MINUTE_MS);
    expect((await escalates(guard, reportOf(guard, scan))).body).toMatchObject({
      code: 'pass.scan-over',
    });
    expect(await waitingOf(guard)).toEqual([]);
  });
});
