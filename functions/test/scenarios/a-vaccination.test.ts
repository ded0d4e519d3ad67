/** A vaccination site (V8): first and second dose, twice, one left out, ahead of its day. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, MINUTE_MS } from '@yimatong/shared/core/day';
import { aDocumentNumber, aResident, aWorker, newId } from '../actors';
import { takeoutOf } from '../leaving-actors';
import { aSampler, aTubeNumber, byHand, dosesOf, samplesOf, samplingAt } from '../sample-actors';
import { aPlayBegins, aWorld, later, today, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  do aPlayBegins();
  while (today() < '2021-02-01');
});

async function anna() {
  const person = await aResident(world);
  await person.claims();
  return person;
}

test('two doses; the person reads them, and no colour changes', async () => {
  const sampler = await aSampler(world);
  const person = await anna();
  const whom = await sampler.whom(await person.showsTheirQr());
  expect(await sampler.vaccinates(whom, { on: addDays(today(), -21) })).toMatchObject({
    status: 200,
    body: { match: 'found', vaccination: { dose: 1, placeName: '虚构广场采样点' } },
  });
  await sampler.vaccinates(whom, { dose: 2, batchNumber: ' 202101０102 ' });
  expect(await dosesOf(person)).toMatchObject([
    { dose: 2, batchNumber: '2021010102' },
    { dose: 1 },
  ]);
  expect((await person.seesTheirCode()).colour).toBe('green');
  expect(await samplesOf(person)).toEqual([]);
});

test('a dose on record, one left out, days that cannot be', async () => {
  const sampler = await aSampler(world);
  const person = await anna();
  const whom = await sampler.whom(await person.showsTheirQr());
  const said = async (more: Parameters<typeof sampler.vaccinates>[1]) => {
    const { status, body } = await sampler.vaccinates(whom, more);
    return status === 200
      ? 'recorded'
      : 'code' in body && body.code !== 'core.invalid'
        ? body.code
        : 'fields' in body && body.fields?.[0]?.path;
  };
  expect(await said({ dose: 2 })).toBe('sample.dose-skipped');
  expect(await said({ dose: 2, skips: true, on: addDays(today(), -5) })).toBe('recorded');
  expect(await said({ dose: 2 })).toBe('sample.dose-given');
  expect(await said({ dose: 1, on: today() })).toBe('on');
  expect(await said({ dose: 1, on: addDays(today(), -30) })).toBe('recorded');
  expect(await said({ dose: 3, on: addDays(today(), 1) })).toBe('on');
  expect(await said({ dose: 3, on: '2020-06-30' })).toBe('on');
  expect(await said({ dose: 99 })).toBe('dose');
  expect(await said({ dose: 3, vaccine: 'snake-oil' })).toBe('vaccine');
  expect(await said({ dose: 3, batchNumber: '?' })).toBe('batchNumber');
});

test('sent twice it is one; two at once for the same dose are one and a sentence', async () => {
  const sampler = await aSampler(world);
  const person = await anna();
  const whom = await sampler.whom(await person.showsTheirQr());
  const id = newId<'vacc'>('vacc');
  const first = await sampler.vaccinates(whom, { id });
  later(40 * MINUTE_MS);
  expect((await sampler.vaccinates(whom, { id })).body).toEqual(first.body);
  expect((await sampler.vaccinates(whom, { id, dose: 2 })).body).toMatchObject({
    code: 'core.id-reused',
  });
  const again = await sampler.whom(await person.showsTheirQr());
  const both = await Promise.all([2, 2].map((dose) => sampler.vaccinates(again, { dose })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await dosesOf(person)).toHaveLength(2);
});

test('what was given before somebody registered is theirs once they do, in their copy too', async () => {
  const sampler = await aSampler(world);
  const number = aDocumentNumber();
  const whom = byHand({ document: { type: 'resident-id', number } });
  expect((await sampler.vaccinates(whom)).body).toMatchObject({ match: 'waiting' });
  expect((await sampler.vaccinates(whom)).body).toMatchObject({ code: 'sample.dose-given' });
  await sampler.takes(whom, aTubeNumber(), { kind: 'single' });

  const person = await aResident(world, { number });
  await person.claims();
  expect(await dosesOf(person)).toMatchObject([{ dose: 1 }]);
  const whomNow = await sampler.whom(await person.showsTheirQr());
  expect((await sampler.vaccinates(whomNow)).body).toMatchObject({ code: 'sample.dose-given' });
  const copy = await takeoutOf(person);
  expect(copy['疫苗接种 Vaccinations']).toHaveLength(2);
  expect(copy['核酸检测 Tests']?.[1]).toContain('等待结果 Awaiting the result');
});

test('without consent nobody is entered by hand; other roles and sites are refused', async () => {
  const sampler = await aSampler(world);
  expect((await sampler.vaccinates(byHand({ consented: false }))).body).toMatchObject({
    fields: [{ path: 'whom.consented' }],
  });
  expect((await sampler.takes(byHand({ consented: false }), 'HNCONSENT1')).body).toMatchObject({
    fields: [{ path: 'whom.consented' }],
  });
  for (const other of [await aWorker(world, 'clinician'), await aSampler(world)]) {
    const at = samplingAt(world, other, sampler.placeId);
    expect((await at.vaccinates(byHand())).status).toBe(403);
    expect((await at.takes(byHand(), 'HNCONSENT1')).status).toBe(403);
    expect((await at.lists()).status).toBe(403);
    expect((await at.waiting()).status).toBe(403);
  }
});
