/** Somebody at a gate, a clinic or a door whose code cannot be scanned: found by name and document, with a reason. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { auditActions } from '@yimatong/shared/core/audit-action';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import { aDocumentNumber, aGuard, aResident, aWorker, passId } from '../actors';
import { aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(aPlayBegins);

const named = (number: string, name = '林小雨') => ({
  name,
  document: { type: 'resident-id' as const, number },
});

async function aGrandmother() {
  const number = aDocumentNumber();
  const grandmother = await aResident(world, { number });
  await grandmother.claims();
  return { grandmother, number };
}

describe('a look-up', () => {
  test('finds a person as a scan would, says so to the next gate and to the person', async () => {
    const { grandmother, number } = await aGrandmother();
    const clinician = await aWorker(world, 'clinician');

    const { status, body } = await clinician.looksUp(named(number), 'no-power');
    expect([status, body]).toMatchObject([
      200,
      {
        found: true,
        scan: { colour: 'green', maskedName: '林**', lookedUp: 'no-power', warnings: [] },
      },
    ]);
    expect(await grandmother.seesWhoLooked()).toMatchObject([
      { outcome: 'looked', lookedUp: 'no-power', placeName: '虚构市人民医院' },
    ]);
    const { looks } = await grandmother.call(auditContract.looks, {
      query: { personId: grandmother.personId },
    });
    expect(looks[0]).toMatchObject({
      who: { kind: 'duty', role: 'clinician', where: '虚构市人民医院' },
      what: { zh: '按姓名和证件号查找了您，看到颜色' },
      why: { zh: '医院登记（手机没电或坏了）' },
    });
  });

  test('name and document must both fit; what is not found is not told apart', async () => {
    const { number } = await aGrandmother();
    const clinician = await aWorker(world, 'clinician');
    for (const wrong of [named(number, '林大雨'), named(aDocumentNumber())])
      expect((await clinician.looksUp(wrong)).body).toMatchObject({ found: false });
  });

  test('twenty misses an hour, then no more', async () => {
    const clinician = await aWorker(world, 'clinician');
    for (let i = 0; i < 20; i += 1) await clinician.looksUp(named(aDocumentNumber()));
    expect(await clinician.looksUp(named(aDocumentNumber()))).toMatchObject({
      status: 429,
      body: { code: 'pass.look-ups-too-many' },
    });
  });

  test('sent twice it is one look; its id is good for nobody else', async () => {
    const { grandmother, number } = await aGrandmother();
    const clinician = await aWorker(world, 'clinician');
    const id = passId();
    const first = await clinician.looksUp(named(number), 'no-phone', id);
    expect((await clinician.looksUp(named(number), 'no-phone', id)).status).toBe(first.status);
    expect(await grandmother.seesWhoLooked()).toHaveLength(1);

    const pharmacist = await aWorker(world, 'pharmacist');
    expect(await pharmacist.looksUp(named(number), 'no-phone', id)).toMatchObject({
      status: 409,
      body: { code: 'core.id-reused' },
    });
  });

  test('nobody looks up at a place that is not theirs', async () => {
    const { number } = await aGrandmother();
    const clinician = await aWorker(world, 'clinician');
    const guard = await aGuard(world);
    expect(await clinician.looksUp(named(number))).toMatchObject({ status: 200 });
    await clinician.supervisor.decides(clinician.grant, 'withdrawn', '已调离');
    expect(await clinician.looksUp(named(number))).toMatchObject({ status: 403 });
    expect(guard.place.id).not.toBe(clinician.placeId);
  });
});

describe('details behind a scan', () => {
  test.each([
    ['clinician', false],
    ['gridworker', false],
    ['pharmacist', true],
    ['sampler', true],
  ] as const)('%s: is the number masked? %s', async (role, isMasked) => {
    const { grandmother, number } = await aGrandmother();
    const worker = await aWorker(world, role);
    const seen = await worker.sees(await grandmother.showsTheirQr());
    expect(seen.warnings).toEqual([]);
    expect(seen.meets).toBeUndefined();

    const { status, body } = await worker.readsDetails(seen);
    expect([status, body]).toMatchObject([
      200,
      { name: '林小雨', phone: `+86${grandmother.phone}`, document: { isMasked } },
    ]);
    expect(JSON.stringify(body).includes(number)).toBe(!isMasked);
    const { looks } = await grandmother.call(auditContract.looks, {
      query: { personId: grandmother.personId },
    });
    expect(looks.map(({ what }) => what.zh)).toContain(auditActions['details.seen'].what.zh);
    expect(looks.find(({ colour }) => colour)).toMatchObject({ who: { kind: 'duty', role } });
  });

  test('over after half an hour, and never of somebody else’s scan', async () => {
    const { grandmother } = await aGrandmother();
    const [clinician, other] = [
      await aWorker(world, 'clinician'),
      await aWorker(world, 'clinician'),
    ];
    const seen = await clinician.sees(await grandmother.showsTheirQr());
    expect((await other.readsDetails(seen)).body).toMatchObject({ code: 'pass.scan-unknown' });
    later(31 * MINUTE_MS);
    expect((await clinician.readsDetails(seen)).body).toMatchObject({ code: 'pass.scan-over' });
  });
});
