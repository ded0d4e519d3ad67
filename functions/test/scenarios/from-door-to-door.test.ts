/** A grid worker's round: households, checks at their doors, people without phones (V9). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { auditContract } from '@yimatong/shared/audit/contract';
import { cardContract } from '@yimatong/shared/card/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import { DAY_MS, MINUTE_MS, plusMs } from '@yimatong/shared/core/day';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { now } from '../../src/core/clock';
import { aDocumentNumber, aGuard, anAddress, aPerson, aResident, newId } from '../actors';
import { aHousehold, aRound } from '../doorstep-actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(aPlayBegins);

const whatIsTold = async (person: Awaited<ReturnType<typeof aResident>>) => {
  const { looks } = await person.call(auditContract.looks, {
    query: { personId: person.personId },
  });
  return looks.map(({ what }) => what.zh);
};

describe('households', () => {
  test('listed with their last check; corrected and removed, with their history', async () => {
    const round = await aRound(world);
    const { placeId, household, call } = round;
    const body = { id: household.id, placeId, ...aHousehold };
    expect(await call(doorstepContract.add, { body })).toEqual({ id: household.id, ...aHousehold });
    expect(
      (await round.tries(doorstepContract.add, { body: { ...body, contact: '李大婶' } })).body,
    ).toMatchObject({ code: 'core.id-reused' });

    await round.checks(round.nobodyOf());
    const params = { householdId: household.id };
    await call(doorstepContract.correct, {
      params,
      body: { placeId, address: anAddress, contact: '陈大婶' },
    });
    const listed = await call(doorstepContract.list, { query: { placeId } });
    expect(listed.households).toEqual([
      {
        id: household.id,
        address: anAddress,
        contact: '陈大婶',
        lastCheck: { at: expect.any(String), result: 'nobody-home' },
      },
    ]);
    await call(doorstepContract.remove, { params, query: { placeId } });
    await call(doorstepContract.remove, { params, query: { placeId } });
    expect((await call(doorstepContract.list, { query: { placeId } })).households).toEqual([]);
    const kept = (await itemsOf('doorstep')).filter(({ pk }) => pk === household.id);
    expect(kept.map(({ sk }) => String(sk).split('#')[0]).sort()).toEqual(['household', 'was']);
  });

  test('another grid has no part in them; the supervisor of the area reads them, another does not', async () => {
    const [round, other] = [await aRound(world), await aRound(world)];
    const { placeId, household, supervisor } = round;
    expect((await other.tries(doorstepContract.list, { query: { placeId } })).status).toBe(403);
    const stolen = { ...round.nobodyOf(), placeId: other.placeId };
    expect(await other.checks(stolen)).toMatchObject({
      status: 404,
      body: { code: 'doorstep.household-unknown' },
    });
    const { households } = await supervisor.call(doorstepContract.list, { query: { placeId } });
    expect(households).toMatchObject([{ id: household.id }]);
  });

  test('a household elsewhere is none of the grid', async () => {
    const { placeId, tries } = await aRound(world);
    const address = { area: '460105001', detail: '虚构路 2 号' };
    const body = { id: newId('hous'), placeId, address };
    expect((await tries(doorstepContract.add, { body })).body).toMatchObject({
      fields: [{ path: 'address.area' }],
    });
  });
});

describe('a check at the door', () => {
  test('is told to the person, sent twice is one, and colours nothing', async () => {
    const [round, anna] = [await aRound(world), await aResident(world)];
    await anna.claims();
    const body = round.metOf(await round.meets(anna), { temperature: 38.2, symptoms: ['fever'] });
    const first = await round.checks(body);
    expect(first.body).toMatchObject({ match: 'found', filed: false, isAbnormal: true });
    later(40 * MINUTE_MS);
    expect((await round.checks(body)).body).toEqual(first.body);
    expect((await round.checks({ ...body, temperature: 36.5 })).body).toMatchObject({
      code: 'core.id-reused',
    });
    expect((await anna.seesTheirCode()).colour).toBe('green');
    const { checks } = await anna.call(doorstepContract.mine, {
      query: { personId: anna.personId },
    });
    expect(checks).toMatchObject([{ temperature: 38.2, filed: false }]);
    expect(await whatIsTold(anna)).toContain('上门核查了体温和症状');
  });

  test('sent later from a phone without network it keeps the time it was made, for a day', async () => {
    const [round, anna] = [await aRound(world), await aResident(world)];
    await anna.claims();
    const whom = await round.meets(anna);
    const at = plusMs(now(), -5 * 60 * MINUTE_MS);
    expect((await round.checks(round.metOf(whom, { at }))).body).toMatchObject({ at });
    const tooOld = plusMs(now(), -2 * DAY_MS);
    expect((await round.checks(round.metOf(whom, { at: tooOld }))).body).toMatchObject({
      at: now(),
    });
  });

  test('of whoever has not registered waits for them', async () => {
    const round = await aRound(world);
    const number = aDocumentNumber();
    const document = { type: 'resident-id' as const, number };
    const whom = {
      by: 'hand' as const,
      name: '林小雨',
      document,
      why: 'no-phone' as const,
      consented: true,
    };
    expect((await round.checks(round.metOf(whom))).body).toMatchObject({ match: 'waiting' });
    const anna = await aResident(world, { number });
    const { checks } = await anna.call(doorstepContract.mine, {
      query: { personId: anna.personId },
    });
    expect(checks).toHaveLength(1);
  });

  test('at once with another of the same household, both are kept', async () => {
    const round = await aRound(world);
    const people = await Promise.all([1, 2, 3].map(() => aResident(world)));
    const bodies = [];
    for (const person of people) {
      await person.claims();
      bodies.push(round.metOf(await round.meets(person)));
    }
    const answers = await Promise.all(bodies.map((body) => round.checks(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('somebody without a phone', () => {
  test('is registered with consent, carded, let through a gate, checked in at the door, and comes back on a phone of their own', async () => {
    const round = await aRound(world);
    const registration = round.registrationOf();
    expect((await round.registers(registration)).body).toEqual({ outcome: 'registered' });
    expect((await round.registers(registration)).body).toEqual({ outcome: 'registered' });
    const { scanId, subject } = await round.findsByDocument(registration);
    const id = newId('card');
    const body = { id, placeId: round.placeId, scanId, subject };
    const card = await round.call(cardContract.issueAtDoor, { body });
    expect(card).toMatchObject({ maskedName: '符**', sheet: { type: 'application/pdf' } });
    expect(await round.call(cardContract.issueAtDoor, { body })).toMatchObject({
      validUntil: card.validUntil,
    });
    const guard = await aGuard(world);
    expect(
      (await guard.tries(cardContract.issueAtDoor, { body: { ...body, id: newId('card') } }))
        .status,
    ).toBe(403);

    aDayLater();
    const whom = await round.findsByDocument(registration);
    expect((await round.checks(round.metOf(whom, { filesCheckIn: true }))).body).toMatchObject({
      filed: true,
      match: 'found',
    });
    expect((await round.checks(round.metOf(whom, { filesCheckIn: true }))).body).toMatchObject({
      filed: false,
    });
    aDayLater();
    const ill = round.metOf(await round.findsByDocument(registration), {
      filesCheckIn: true,
      temperature: 38,
    });
    expect((await round.checks(ill)).body).toMatchObject({ filed: true, isAbnormal: true });

    const { name, document, address } = registration;
    const own = await aPerson(world);
    const { personId } = await own.call(accountContract.putDetails, {
      params: { personId: own.personId },
      body: { name, document, address },
    });
    expect(await own.call(codeContract.mine, { params: { personId } })).toMatchObject({
      colour: 'yellow',
      reasons: [{ clause: 'declared-symptoms' }],
    });
    const { cards } = await own.call(cardContract.mine, { query: { personId } });
    expect(cards).toHaveLength(1);
    expect(await guard.sees(`YMC:${cards[0]!.number}`)).toMatchObject({
      maskedName: '符**',
      colour: 'yellow',
    });
  });

  test('filed at the door says by whom, and never over what they declared themselves', async () => {
    const [round, anna] = [await aRound(world), await aResident(world)];
    await anna.claims();
    const whom = await round.meets(anna);
    expect((await round.checks(round.metOf(whom, { filesCheckIn: true }))).body).toMatchObject({
      filed: false,
    });
    aDayLater();
    const body = round.metOf(await round.meets(anna), { filesCheckIn: true });
    expect((await round.checks(body)).body).toMatchObject({ filed: true });
    const { declarations } = await anna.call(declarationContract.mine, {
      query: { personId: anna.personId },
    });
    expect(declarations[0]).toMatchObject({
      filedBy: { role: 'gridworker', placeName: '虚构社区第三网格' },
      declaration: { kind: 'daily', temperature: 36.5 },
    });
    expect(await whatIsTold(anna)).toContain('征得同意，上门代您打了卡');
  });

  test('is checked in by their document, with consent; by their phone number, nobody is', async () => {
    const [round, number] = [await aRound(world), aDocumentNumber()];
    const anna = await aResident(world, { number });
    await anna.claims();
    aDayLater();
    const hand = { by: 'hand' as const, name: '林小雨', why: 'no-phone' as const, consented: true };
    const document = { type: 'resident-id' as const, number };
    const checked = (whom: object) =>
      round.checks(
        round.metOf(
          { ...hand, ...whom },
          { filesCheckIn: true, temperature: 39, symptoms: ['fever'] },
        ),
      );
    for (const whom of [{ phone: anna.phone }, { document, consented: false }])
      expect((await checked(whom)).body).toMatchObject({ match: 'found', filed: false });
    expect((await anna.seesTheirCode()).colour).toBe('green');
    expect((await checked({ document })).body).toMatchObject({ match: 'found', filed: true });
  });

  test('no card for a scan made without network, which may be of a picture', async () => {
    const [round, anna] = [await aRound(world), await aResident(world)];
    await anna.claims();
    const [qr, scannedAt] = [await anna.showsTheirQr(), now()];
    later(22 * 60 * MINUTE_MS);
    const { scanId, subject } = await round.sees(qr, { scannedAt });
    const body = { id: newId('card'), placeId: round.placeId, scanId, subject };
    expect((await round.tries(cardContract.issueAtDoor, { body })).body).toMatchObject({
      code: 'pass.scan-over',
    });
  });

  test('whose document is registered: nothing more is told', async () => {
    const number = aDocumentNumber();
    await aResident(world, { number });
    const round = await aRound(world);
    const document = { type: 'resident-id' as const, number };
    for (const name of ['林小雨', '林大雨'])
      expect((await round.registers(round.registrationOf({ document, name }))).body).toEqual({
        outcome: 'already-registered',
      });
  });

  test('sixty a day, then no more', async () => {
    const round = await aRound(world);
    const registration = round.registrationOf();
    for (let tried = 0; tried < 60; tried += 1) await round.registers(registration);
    expect(await round.registers(registration)).toMatchObject({
      status: 429,
      body: { code: 'doorstep.registrations-too-many' },
    });
  });
});

test('nothing of a household or a check lies open in the table', async () => {
  const [round, anna] = [await aRound(world), await aResident(world)];
  await anna.claims();
  await round.checks(round.metOf(await round.meets(anna), { note: '轻微头痛', temperature: 38.7 }));
  const kept = JSON.stringify(await itemsOf('doorstep'));
  for (const open of ['王大婶', '虚构路', '17000009999', '头痛', '38.7'])
    expect(kept).not.toContain(open);
});
