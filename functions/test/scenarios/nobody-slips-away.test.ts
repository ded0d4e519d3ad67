/** What was recorded of somebody reaches them, however they come and go between the record and its meaning (V5–V9). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountContract } from '@yimatong/shared/account/contract';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { aDocumentNumber, aGuard, aPhone, aResident, aWorker, type Resident } from '../actors';
import { registersVisit, sells } from '../clinic-actors';
import { aRound } from '../doorstep-actors';
import { aGuardian, aHuman } from '../family-actors';
import { enters, handOf } from '../gate-actors';
import { leaves } from '../leaving-actors';
import { aColleagueOf, aSampler, aTubeNumber, byHand } from '../sample-actors';
import { aPlayBegins, aWorld, later, type World } from '../world';

let world: World;
beforeAll(async () => (world = await aWorld()));
afterAll(() => world.close());
beforeEach(aPlayBegins);

type Sampler = Awaited<ReturnType<typeof aSampler>>;
const HOUR_MS = 3_600_000;
const idCard = (number: string) => ({ type: 'resident-id' as const, number });

/** A positive result, confirmed by two. */
async function positiveIn(sampler: Sampler, tubeNumber: string): Promise<void> {
  const colleague = await aColleagueOf(world, sampler);
  const reported = await sampler.reports({ tubeNumber, result: 'positive' });
  const { result } = reported.body as { result: { id: Parameters<typeof colleague.confirms>[0] } };
  expect((await colleague.confirms(result.id)).status).toBe(200);
}
/** Of whoever the account is by now: who comes back has the code they had. */
async function colourOf({ call }: Resident) {
  const { personId } = await call(accountContract.mine, {});
  return (await call(codeContract.mine, { params: { personId } })).colour;
}
async function isRed(person: Resident): Promise<void> {
  await person.claims();
  expect(await person.seesTheirCode()).toMatchObject({
    colour: 'red',
    reasons: [{ clause: 'suspected-case' }],
  });
}

test('behind any number of records that mean nothing for the code', async () => {
  const number = aDocumentNumber();
  const guard = await aGuard(world);
  for (let nth = 0; nth < 31; nth += 1)
    await enters(guard, handOf(guard, { document: idCard(number), name: '林小雨' }));
  const [sampler, tube] = [await aSampler(world), aTubeNumber()];
  await sampler.takes(byHand({ document: idCard(number) }), tube, { kind: 'single' });
  await positiveIn(sampler, tube);
  await isRed(await aResident(world, { number }));
});

describe('an account deleted while a result is awaited', () => {
  test.each(['scanned', 'by hand'])('%s: registered again before or after it came', async (how) => {
    for (const isBack of [true, false]) {
      const [number, phone] = [aDocumentNumber(), aPhone()];
      const [sampler, tube] = [await aSampler(world), aTubeNumber()];
      const entered = byHand({ document: idCard(number) });
      if (how === 'by hand') await sampler.takes(entered, tube, { kind: 'single' });
      const person = await aResident(world, { number, phone });
      await person.claims();
      if (how === 'scanned')
        await sampler.takes(await sampler.whom(await person.showsTheirQr()), tube, {
          kind: 'single',
        });
      await leaves(person);
      later(HOUR_MS);
      const back = () => aResident(world, { number, phone });
      const early = isBack ? await back() : undefined;
      await positiveIn(sampler, tube);
      await isRed(early ?? (await back()));
    }
  });

  test('a visit of somebody who left after the scan', async () => {
    const [number, phone] = [aDocumentNumber(), aPhone()];
    const clinician = await aWorker(world, 'clinician');
    const person = await aResident(world, { number, phone });
    await person.claims();
    const whom = await clinician.whom(await person.showsTheirQr());
    await leaves(person);
    expect((await registersVisit(clinician, { whom })).status).toBe(200);
    later(HOUR_MS);
    const again = await aResident(world, { number, phone });
    await again.claims();
    expect(await again.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });
});

test('a family that enters somebody’s document, and lets go, takes nothing along', async () => {
  const human = aHuman('林小雨');
  const [sampler, tube] = [await aSampler(world), aTubeNumber()];
  await sampler.takes(byHand({ document: human.document }), tube, { kind: 'single' });
  const guardian = await aGuardian(world);
  const member = await guardian.adds(human);
  await guardian.letsGo(member);
  await positiveIn(sampler, tube);
  later(HOUR_MS);
  const person = await aResident(world, { number: human.document.number });
  expect(await colourOf(person)).toBe('red');
});

test('what waits under a phone finds whoever was registered at the door before', async () => {
  const [number, phone] = [aDocumentNumber(), aPhone()];
  const [pharmacist, buyer] = [await aWorker(world, 'pharmacist'), await aResident(world)];
  await buyer.claims();
  const whom = await pharmacist.whom(await buyer.showsTheirQr());
  expect((await sells(pharmacist, { whom, patient: { phone } })).status).toBe(200);
  const round = await aRound(world);
  await round.registers(round.registrationOf({ name: '林小雨', document: idCard(number) }));
  expect(await colourOf(await aResident(world, { phone, number }))).toBe('yellow');
});

describe('whom records are shown to', () => {
  test('a document alone, under another name, shows none; its colour is its holder’s', async () => {
    const [clinician, number] = [await aWorker(world, 'clinician'), aDocumentNumber()];
    const whom = { by: 'hand', why: 'no-code', consented: true } as const;
    await registersVisit(clinician, {
      whom: { ...whom, name: '王真真', document: idCard(number) },
    });
    const other = await aResident(world, { name: '张坏坏', number });
    const query = { personId: other.personId };
    expect(await other.call(clinicContract.mine, { query })).toMatchObject({ visits: [] });
    expect(await other.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });

  test('a phone that goes by another name neither shows nor turns', async () => {
    const [clinician, phone] = [await aWorker(world, 'clinician'), aPhone()];
    const whom = { by: 'hand', why: 'no-code', consented: true } as const;
    await registersVisit(clinician, { whom: { ...whom, name: '王真真', phone } });
    const other = await aResident(world, { name: '张后来', phone });
    await other.claims();
    const query = { personId: other.personId };
    expect(await other.call(clinicContract.mine, { query })).toMatchObject({ visits: [] });
    expect(await other.seesTheirCode()).toMatchObject({ colour: 'green' });
  });

  test('the next owner of a number sees nothing of the one before', async () => {
    const [sampler, phone] = [await aSampler(world), aPhone()];
    await sampler.takes(byHand({ document: undefined, name: '林小雨', phone }), aTubeNumber());
    const first = await aResident(world, { name: '林小雨', phone });
    const query = { personId: first.personId };
    expect(await first.call(sampleContract.mine, { query })).toMatchObject({
      samples: [expect.anything()],
    });
    await first.claims();
    await leaves(first);
    later(HOUR_MS);
    const next = await aResident(world, { name: '林小雨', phone });
    expect(await next.call(sampleContract.mine, { query: { personId: next.personId } })).toEqual({
      samples: [],
    });
  });
});
