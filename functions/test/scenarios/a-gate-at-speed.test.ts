/** Forty people waiting: a bus, mistakes taken back, people without phones, and somebody who was elsewhere just now. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { auditActions } from '@yimatong/shared/core/audit-action';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import type { Location } from '@yimatong/shared/core/location';
import { passContract } from '@yimatong/shared/pass/contract';
import { now } from '../../src/core/clock';
import {
  aCheckpoint,
  aDocumentNumber,
  aGuard,
  aResident,
  aWorker,
  newId,
  passId,
  type Resident,
} from '../actors';
import {
  answers,
  type Entered,
  enters,
  escalated,
  type Guard,
  handOf,
  reportOf,
  turnsRed,
  undoes,
} from '../gate-actors';
import { aPlayBegins, aWorld, itemsOf, later, today, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

const claimed = async (...symptoms: Parameters<Resident['claims']>) => {
  const resident = await aResident(world);
  await resident.claims(...symptoms);
  return resident;
};

test('a bus with eight people and one yellow: seven go on, each judged alone, one plate and one party', async () => {
  const guard = await aGuard(world);
  const partyId = newId<'part'>('part');
  const along = { partyId, plate: '琼A·12345' };
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, i) => claimed(...(i === 3 ? (['dry-cough'] as const) : []))),
  );
  for (const one of people) {
    const scan = await guard.sees(await one.showsTheirQr());
    const outcome = scan.meets ? 'passed' : 'stopped';
    await guard.call(passContract.record, { body: guard.recordOf(scan, { ...along, outcome }) });
  }
  const recorded = await Promise.all(people.map(async (one) => (await one.seesWhoLooked())[0]!));
  expect(recorded.map(({ outcome }) => outcome)).toEqual(
    people.map((_, i) => (i === 3 ? 'stopped' : 'passed')),
  );
  for (const one of recorded) expect(one).toMatchObject({ partyId, plate: '琼A12345' });
});

describe('taken back', () => {
  test('within two minutes: kept as undone, its signs gone, twice the same', async () => {
    const [guard, next] = [await aGuard(world), await aGuard(world)];
    const person = await claimed();
    const scan = await guard.sees(await person.showsTheirQr());
    const stop = guard.recordOf(scan, { outcome: 'stopped', temperature: 'abnormal' });
    await guard.call(passContract.record, { body: stop });
    expect((await next.sees(await person.showsTheirQr())).warnings).toHaveLength(2);

    later(2 * MINUTE_MS);
    const undone = await undoes(guard, scan);
    expect(undone).toMatchObject({
      status: 200,
      body: { pass: { outcome: 'stopped', undone: true } },
    });
    later(MINUTE_MS);
    expect((await undoes(guard, scan)).body).toEqual(undone.body);
    expect((await next.sees(await person.showsTheirQr())).warnings).toEqual([]);
    expect(await person.seesWhoLooked()).toContainEqual(
      expect.objectContaining({ id: scan.scanId, undone: true }),
    );
    const { looks } = await person.call(auditContract.looks, {
      query: { personId: person.personId },
    });
    expect(looks.map(({ what }) => what.zh)).toContain(auditActions['pass.undone'].what.zh);
    expect((await guard.call(passContract.record, { body: stop })).pass.undone).toBe(true);
    expect((await next.sees(await person.showsTheirQr())).warnings).toEqual([]);
  });

  test('what an earlier stop at the same place has told stays', async () => {
    const [guard, next] = [await aGuard(world), await aGuard(world)];
    const person = await claimed();
    const on = today();
    await guard.letsThrough(await person.showsTheirQr(), { outcome: 'stopped' });
    later(26 * 60 * MINUTE_MS);
    const scan = await guard.sees(await person.showsTheirQr());
    await guard.call(passContract.record, { body: guard.recordOf(scan, { outcome: 'stopped' }) });
    await undoes(guard, scan);
    expect((await next.sees(await person.showsTheirQr())).warnings).toEqual([
      { kind: 'stopped', on },
    ]);
  });

  test('not by another guard, not elsewhere, not later, not what was only looked at', async () => {
    const [guard, other] = [await aGuard(world), await aGuard(world)];
    const person = await claimed();
    const scan = await guard.sees(await person.showsTheirQr());
    expect((await undoes(guard, scan)).body).toMatchObject({ code: 'pass.scan-unknown' });
    await guard.call(passContract.record, { body: guard.recordOf(scan) });
    expect(await undoes(other, scan)).toMatchObject({
      status: 404,
      body: { code: 'pass.scan-unknown' },
    });
    expect((await undoes(guard, scan, other.place.id)).status).toBe(403);
    later(2 * MINUTE_MS + 1);
    expect(await undoes(guard, scan)).toMatchObject({
      status: 409,
      body: { code: 'pass.undo-over' },
    });
  });
});

describe('entered by hand', () => {
  const anEntry = async (guard: Guard, body: Parameters<typeof enters>[1]) => {
    const answer = await enters(guard, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Entered;
  };
  const named = (number: string) => ({ document: { type: 'resident-id' as const, number } });

  test('green by name and document: recorded as at a scan, and the person sees it', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const person = await aResident(world, { number });
    await person.claims();
    const body = handOf(guard, named(number), { temperature: 37.5 });
    const first = await anEntry(guard, body);
    expect(first).toMatchObject({
      recorded: true,
      match: 'found',
      pass: { colour: 'green', outcome: 'passed', byHand: true, lookedUp: 'no-phone' },
    });
    later(MINUTE_MS);
    expect(await anEntry(guard, body)).toEqual(first);
    expect(await person.seesWhoLooked()).toMatchObject([{ id: body.id, byHand: true }]);
    const next = await aGuard(world);
    expect((await next.sees(await person.showsTheirQr())).warnings).toMatchObject([
      { kind: 'abnormal-temperature' },
    ]);
  });

  test('not green is not passed without the command’s answer; stopped, reported, let through', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const person = await aResident(world, { number });
    await person.claims();
    await turnsRed(person.personId);
    const body = handOf(guard, named(number));
    const seen = await anEntry(guard, body);
    expect(seen).toMatchObject({ recorded: false, scan: { colour: 'red', meets: false } });
    expect(await anEntry(guard, body)).toMatchObject({ recorded: false });
    if (seen.recorded || seen.scan.verdict !== 'valid') throw new Error('no scan');
    const pass = guard.recordOf(seen.scan);
    expect((await guard.tries(passContract.record, { body: pass })).body).toMatchObject({
      code: 'pass.must-stop',
    });
    const { id } = await escalated(guard, reportOf(guard, seen.scan));
    await answers(guard.supervisor, id, { kind: 'let-pass', text: '已核实' });
    const again = await anEntry(guard, handOf(guard, named(number)));
    if (again.recorded || again.scan.verdict !== 'valid') throw new Error('no scan');
    expect(again.scan.letPass).toMatchObject({ escalationId: id });
    const went = guard.recordOf(again.scan, { escalationId: id });
    expect((await guard.tries(passContract.record, { body: went })).status).toBe(200);
  });

  test('nobody registered: sealed, colour none, and found again once they register', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const body = handOf(guard, { ...named(number), phone: '17000009999' });
    const entered = await anEntry(guard, body);
    expect(entered).toMatchObject({
      recorded: true,
      match: 'waiting',
      pass: { colour: 'none', outcome: 'passed', placeName: '虚构村路口' },
    });
    const kept = JSON.stringify((await itemsOf('pass')).filter(({ sk }) => sk === body.id));
    for (const secret of [number, '林小雨', '17000009999']) expect(kept).not.toContain(secret);

    const person = await aResident(world, { number });
    expect(await person.seesWhoLooked()).toMatchObject([{ id: body.id, colour: 'none' }]);
  });

  test('another name on the document, or nothing to go by: kept, and counts for nobody', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const person = await aResident(world, { number, name: '符大海' });
    await person.claims();
    expect(await anEntry(guard, handOf(guard, named(number)))).toMatchObject({
      match: 'name-differs',
      pass: { colour: 'none' },
    });
    expect(await anEntry(guard, handOf(guard, { document: undefined }))).toMatchObject({
      match: 'nobody',
    });
    expect(await person.seesWhoLooked()).toEqual([]);
  });

  test('what waited without network has happened: recorded as of then, sent twice once', async () => {
    const guard = await aGuard(world);
    const number = aDocumentNumber();
    const person = await aResident(world, { number });
    await person.claims('dry-cough');
    const at = now();
    const bodies = [
      handOf(guard, named(number), { at }),
      handOf(guard, named(aDocumentNumber()), { at }),
    ];
    later(3 * 60 * MINUTE_MS);
    for (const body of bodies) {
      const first = await anEntry(guard, body);
      expect(first).toMatchObject({ recorded: true, pass: { at, offline: true } });
      expect(await anEntry(guard, body)).toEqual(first);
    }
    expect(await person.seesWhoLooked()).toMatchObject([{ colour: 'yellow', outcome: 'passed' }]);
  });

  test('other content under its id, another’s id, an id of last week', async () => {
    const [guard, other] = [await aGuard(world), await aGuard(world)];
    const body = handOf(guard, named(aDocumentNumber()));
    await anEntry(guard, body);
    expect((await enters(guard, { ...body, direction: 'out' })).body).toMatchObject({
      code: 'core.id-reused',
    });
    expect((await enters(other, { ...body, placeId: other.place.id })).body).toMatchObject({
      code: 'core.id-reused',
    });
    expect((await enters(other, body)).body).toMatchObject({ code: 'place.not-yours' });
    const old = handOf(guard, named(aDocumentNumber()));
    later(26 * 60 * MINUTE_MS);
    expect((await enters(guard, old)).status).toBe(422);
  });

  test('sixty an hour, then no more', async () => {
    const guard = await aGuard(world);
    for (let i = 0; i < 60; i += 1) await enters(guard, handOf(guard, { document: undefined }));
    expect(await enters(guard, handOf(guard))).toMatchObject({
      status: 429,
      body: { code: 'pass.hands-too-many' },
    });
  });
});

describe('two places too far apart in too short a time', () => {
  const haikou: Location = { latitude: 20.044, longitude: 110.199 };
  const sanya: Location = { latitude: 18.252, longitude: 109.512 };
  const at = (location?: Location) =>
    aGuard(world, aCheckpoint({ ...(location && { location }), requires: 'not-red' }));
  const farApart = () => ({ kind: 'far-apart', on: today() });

  test('is warned of at once and at the next gate, for 14 days', async () => {
    const [north, south, next] = [await at(haikou), await at(sanya), await at()];
    const person = await claimed();
    const token = await person.showsTheirQr();
    expect((await north.sees(token)).warnings).toEqual([]);
    later(20 * MINUTE_MS);
    const there = await person.showsTheirQr();
    expect((await south.sees(there)).warnings).toEqual([farApart()]);
    expect((await next.sees(there)).warnings).toEqual([farApart()]);
  });

  test('with time enough, or a place that does not know where it is, nothing', async () => {
    const [north, south, nowhere] = [await at(haikou), await at(sanya), await at()];
    const person = await claimed();
    await north.sees(await person.showsTheirQr());
    expect((await nowhere.sees(await person.showsTheirQr())).warnings).toEqual([]);
    later(3 * 60 * MINUTE_MS);
    expect((await south.sees(await person.showsTheirQr())).warnings).toEqual([]);
  });

  test('a scan that waited without network is compared as of its own time', async () => {
    const [north, south] = [await at(haikou), await at(sanya)];
    const person = await claimed();
    const token = await person.showsTheirQr();
    const scannedAt = now();
    later(15 * MINUTE_MS);
    await south.sees(await person.showsTheirQr());
    later(5 * 60 * MINUTE_MS);
    await north.sees(token, { id: passId(), scannedAt });
    const again = await south.sees(await person.showsTheirQr());
    expect(again.warnings).toEqual([farApart()]);
  });

  test('a look-up by name shows nobody’s whereabouts', async () => {
    const [north, clinician] = [await at(haikou), await aWorker(world, 'clinician')];
    const number = aDocumentNumber();
    const person = await aResident(world, { number });
    await person.claims();
    await clinician.looksUp({ name: '林小雨', document: { type: 'resident-id', number } });
    expect((await north.sees(await person.showsTheirQr())).warnings).toEqual([]);
  });
});
