/** A day at a fever clinic and what comes of it (V5, V6): visit, observation, release, green. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { aGuard, aResident } from '../actors';
import { registersVisit } from '../clinic-actors';
import { aClinician, aColleague, aGridworker, aLook } from '../observation-actors';
import { aDayLater, aPlayBegins, aWorld, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

test('yellow by the visit, red under observation, green after fourteen days and two people’s word', async () => {
  const [anna, guard, clinician] = [
    await aResident(world),
    await aGuard(world),
    await aClinician(world),
  ];
  const [colleague, gridworker] = [await aColleague(world, clinician), await aGridworker(world)];
  await anna.claims();
  expect(await guard.sees(await anna.showsTheirQr())).toMatchObject({
    colour: 'green',
    meets: true,
  });

  // The fever clinic, in the morning: whom is one scan for both forms.
  const whom = await clinician.whom(await anna.showsTheirQr());
  expect(await registersVisit(clinician, { whom, opinion: '居家观察' })).toMatchObject({
    status: 200,
    body: { match: 'found' },
  });
  expect(await guard.sees(await anna.showsTheirQr())).toMatchObject({ colour: 'yellow' });

  const id = await clinician.observes(await anna.showsTheirQr());
  expect(await anna.seesTheirCode()).toMatchObject({
    colour: 'red',
    reasons: [{ clause: 'isolated' }, { clause: 'visited-fever-clinic' }],
  });
  expect(await guard.sees(await anna.showsTheirQr())).toMatchObject({
    colour: 'red',
    meets: false,
  });

  for (let nth = 1; nth <= 14; nth += 1) {
    aDayLater();
    await anna.checksIn();
    const who = nth % 7 === 0 ? gridworker : clinician;
    expect((await who.follows(id, aLook())).status).toBe(200);
  }
  // The visit's days are over by themselves; isolation waits for its release.
  expect(await anna.seesTheirCode()).toMatchObject({
    colour: 'red',
    reasons: [{ clause: 'isolated', daysDone: 14, awaitsRelease: true }],
  });
  expect((await clinician.proposes(id)).status).toBe(200);
  expect((await clinician.decides(id)).status).toBe(403);
  expect((await colleague.decides(id)).status).toBe(200);

  expect(await anna.seesTheirCode()).toMatchObject({ colour: 'green', reasons: [] });
  expect(await guard.sees(await anna.showsTheirQr())).toMatchObject({
    colour: 'green',
    meets: true,
    warnings: [expect.objectContaining({ kind: 'not-green' })],
  });
  const query = { personId: anna.personId };
  expect(await anna.call(clinicContract.mine, { query })).toMatchObject({
    visits: [{ state: 'recorded' }],
  });
  expect(await anna.call(observationContract.mine, { query })).toMatchObject({
    observations: [{ id, outcome: 'released' }],
  });
  const { looks } = await anna.call(auditContract.looks, { query });
  expect(looks.map(({ who }) => (who.kind === 'duty' ? who.role : who.kind))).toEqual(
    expect.arrayContaining(['guard', 'clinician', 'gridworker']),
  );
});
