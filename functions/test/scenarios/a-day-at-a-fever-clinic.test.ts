/** A fever clinic (V5): whoever comes is recorded, whatever is missing; a mistake is taken back by two. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditContract } from '@yimatong/shared/audit/contract';
import { clinicContract } from '@yimatong/shared/clinic/contract';
import { DAY_MS, MINUTE_MS } from '@yimatong/shared/core/day';
import { now } from '../../src/core/clock';
import { aDocumentNumber, aPhone, aResident, aWorker, newId, type Worker } from '../actors';
import { aColleague, aVisit, decidesVisit, registersVisit } from '../clinic-actors';
import { aDayLater, aPlayBegins, aWorld, itemsOf, later, type World } from '../world';

let world: World;
let clinician: Worker;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  aPlayBegins();
  clinician = await aWorker(world, 'clinician');
});

const aPatient = async (number = aDocumentNumber()) => {
  const patient = await aResident(world, { number });
  await patient.claims();
  return patient;
};
/** An 18-digit number of somebody born on this day. */
const bornOn = (day: string): string => {
  for (;;) {
    const number = aDocumentNumber();
    const made = `${number.slice(0, 6)}${day}${number.slice(14, 17)}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, i) => total + weight * Number(made[i]), 0);
    return made + '10X98765432'.charAt(sum % 11);
  }
};
const yearsAgo = (years: number) => `${Number(now().slice(0, 4)) - years}0101`;
const ownVisits = async (patient: Awaited<ReturnType<typeof aPatient>>) =>
  (await patient.call(clinicContract.mine, { query: { personId: patient.personId } })).visits;

describe('a visit', () => {
  test('turns a green code yellow that day; the person sees what, where and when, and nothing the doctor wrote', async () => {
    const patient = await aPatient();
    const whom = await clinician.whom(await patient.showsTheirQr());
    const answer = await registersVisit(clinician, {
      whom,
      caseDetails: '发热三天',
      opinion: '留观',
    });
    expect(answer).toMatchObject({ status: 200, body: { match: 'found' } });

    expect(await patient.seesTheirCode()).toMatchObject({
      colour: 'yellow',
      reasons: [{ clause: 'visited-fever-clinic' }],
    });
    const mine = await ownVisits(patient);
    expect(mine).toMatchObject([
      { placeName: '虚构市人民医院', temperature: 38.2, state: 'recorded' },
    ]);
    expect(JSON.stringify(mine)).not.toMatch(/发热三天|留观/);
    // Neither in the table.
    expect(JSON.stringify(await itemsOf('visit'))).not.toMatch(/发热三天|留观|林小雨/);
  });

  test('the corrected address is this visit’s: the person’s stays', async () => {
    const patient = await aPatient();
    const whom = await clinician.whom(await patient.showsTheirQr());
    const id = newId<'clin'>('clin');
    const address = { area: '460108001', detail: '虚构宾馆 8 楼' };
    await registersVisit(clinician, { id, whom, address });
    const seen = await clinician.call(clinicContract.one, { params: { visitId: id } });
    expect(seen.versions[0]?.findings.address).toEqual(address);
    const scan = await clinician.sees(await patient.showsTheirQr());
    expect((await clinician.readsDetails(scan)).body).toMatchObject({
      address: { detail: '虚构路 1 号' },
    });
  });

  test('sent twice it is one; other content under its id is refused; so is another account’s', async () => {
    const patient = await aPatient();
    const body = aVisit(clinician.placeId, {
      whom: await clinician.whom(await patient.showsTheirQr()),
    });
    const first = await registersVisit(clinician, body);
    later(40 * MINUTE_MS); // the scan is too old by now: the record is not
    expect((await registersVisit(clinician, body)).body).toEqual(first.body);
    expect(await registersVisit(clinician, { ...body, temperature: 39 })).toMatchObject({
      status: 409,
      body: { code: 'core.id-reused' },
    });
    const other = await aWorker(world, 'clinician');
    expect(await registersVisit(other, { ...body, placeId: other.placeId })).toMatchObject({
      status: 409,
      body: { code: 'core.id-reused' },
    });
    expect(await ownVisits(patient)).toHaveLength(1);
  });

  test('ten at once about one person: all are kept, and nothing is lost of the code', async () => {
    const patient = await aPatient();
    const whom = await clinician.whom(await patient.showsTheirQr());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => registersVisit(clinician, { whom })),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(5);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect(await ownVisits(patient)).toHaveLength(
      answers.filter((one) => one.status === 200).length,
    );
  });

  test.each([
    ['a child of 13 without a guardian', 13, undefined, 422],
    ['a child of 13 with one', 13, '林母', 200],
    ['of 14', 14, undefined, 200],
  ] as const)('%s', async (_, years, guardian, status) => {
    const child = await aPatient(bornOn(yearsAgo(years)));
    const whom = await clinician.whom(await child.showsTheirQr());
    const answer = await registersVisit(clinician, { whom, ...(guardian && { guardian }) });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body).toMatchObject({ fields: [{ path: 'guardian' }] });
  });
});

describe('the emergency lane', () => {
  const emergency = { by: 'hand', name: '无名氏', why: 'emergency', consented: false } as const;

  test('with nothing but a name and a temperature', async () => {
    expect(await registersVisit(clinician, { whom: emergency, symptoms: [] })).toMatchObject({
      status: 200,
      body: { match: 'nobody' },
    });
  });

  test('a document under another name is recorded, and turns nobody', async () => {
    const number = aDocumentNumber();
    const owner = await aPatient(number);
    const document = { type: 'resident-id' as const, number };
    expect(await registersVisit(clinician, { whom: { ...emergency, document } })).toMatchObject({
      status: 200,
      body: { match: 'name-differs' },
    });
    expect(await owner.seesTheirCode()).toMatchObject({ colour: 'green' });
    expect(await ownVisits(owner)).toEqual([]);
  });

  test('a red or yellow code, an old scan that waited without network: nothing holds it up', async () => {
    const patient = await aPatient();
    await patient.checksIn(['fever']);
    const token = await patient.showsTheirQr();
    const then = now();
    later(5 * 60 * MINUTE_MS);
    const scan = await clinician.sees(token, { scannedAt: then });
    const answer = await registersVisit(clinician, {
      whom: { by: 'scan', scanId: scan.scanId, subject: scan.subject },
      happenedAt: then,
    });
    expect(answer).toMatchObject({ status: 200, body: { match: 'found', at: then } });
  });

  test('a scan made without network, which may be of a picture, is recorded and opens nothing', async () => {
    const patient = await aPatient();
    const token = await patient.showsTheirQr();
    const then = now();
    later(22 * 60 * MINUTE_MS);
    const { scanId, subject } = await clinician.sees(token, { scannedAt: then });
    const id = newId<'clin'>('clin');
    const { placeId } = clinician;
    await registersVisit(clinician, { id, whom: { by: 'scan', scanId, subject } });
    const seen = await clinician.call(clinicContract.one, { params: { visitId: id } });
    expect(seen).toMatchObject({ match: 'found', name: '林**' });
    expect(seen).not.toHaveProperty('document');
    expect(seen).not.toHaveProperty('phone');
    const { visits } = await clinician.call(clinicContract.visits, { query: { placeId } });
    expect(visits).toMatchObject([{ id, maskedName: '林**' }]);
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
  });

  test('a time of the day before yesterday, or of tomorrow, is not believed', async () => {
    for (const ms of [-2 * DAY_MS, DAY_MS]) {
      const happenedAt = new Date(Date.parse(now()) + ms).toISOString() as ReturnType<typeof now>;
      const { body } = await registersVisit(clinician, { whom: emergency, happenedAt });
      expect(body).toMatchObject({ at: now() });
    }
  });

  test('whoever registers later is yellow from the visit on, and finds it in their records', async () => {
    const number = aDocumentNumber();
    const document = { type: 'resident-id' as const, number };
    const whom = { by: 'hand', name: '林小雨', document, why: 'no-code', consented: true } as const;
    expect((await registersVisit(clinician, { whom })).body).toMatchObject({ match: 'waiting' });
    aDayLater();
    const patient = await aPatient(number);
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect(await ownVisits(patient)).toHaveLength(1);
  });
});

describe('what the doctor wrote', () => {
  test('is for the hospital’s clinicians, the area’s supervisor and nobody else; each look is audited', async () => {
    const patient = await aPatient();
    const id = newId<'clin'>('clin');
    const whom = await clinician.whom(await patient.showsTheirQr());
    await registersVisit(clinician, { id, whom, opinion: '留观' });
    const one = (by: Pick<Worker, 'tries'>) =>
      by.tries(clinicContract.one, { params: { visitId: id } });

    const colleague = await aColleague(world, clinician);
    expect((await one(colleague)).body).toMatchObject({
      name: '林小雨',
      document: { isMasked: false },
      versions: [{ findings: { opinion: '留观' } }],
    });
    expect((await one(clinician.supervisor)).body).toMatchObject({
      document: { isMasked: true },
      versions: [{ findings: { opinion: '留观' } }],
    });
    const elsewhere = await aWorker(world, 'clinician');
    expect(await one(elsewhere)).toMatchObject({ status: 404, body: { code: 'clinic.unknown' } });
    expect(await one(patient)).toMatchObject({ status: 403 });

    const { looks } = await patient.call(auditContract.looks, {
      query: { personId: patient.personId },
    });
    expect(looks.filter(({ what }) => what.zh === '查看了您的发热门诊就诊记录')).toHaveLength(2);
  });

  test('an amendment keeps what was said before', async () => {
    const id = newId<'clin'>('clin');
    const { placeId, whom, ...findings } = aVisit(clinician.placeId, { id, opinion: '留观' });
    await registersVisit(clinician, { id, placeId, whom, opinion: '留观' });
    later(MINUTE_MS);
    const amendment = { ...findings, id: newId<'clin'>('clin'), opinion: '转诊' };
    const amend = (more: object = {}) =>
      clinician.tries(clinicContract.amend, {
        params: { visitId: id },
        body: { ...amendment, ...more },
      });
    const first = await amend();
    expect(first.body).toMatchObject({
      versions: [{ findings: { opinion: '转诊' } }, { findings: { opinion: '留观' } }],
    });
    expect((await amend()).body).toEqual(first.body);
    expect(await amend({ opinion: '出院' })).toMatchObject({ body: { code: 'core.id-reused' } });
    const { visits } = await clinician.call(clinicContract.visits, { query: { placeId } });
    expect(visits).toMatchObject([{ id, amended: 1, maskedName: '林**' }]);
  });
});

describe('a visit entered by mistake', () => {
  const aMistake = async () => {
    const patient = await aPatient();
    const visitId = newId<'clin'>('clin');
    const whom = await clinician.whom(await patient.showsTheirQr());
    await registersVisit(clinician, { id: visitId, whom });
    const proposes = (by: Pick<Worker, 'tries'>, reason = '登记错了人') =>
      by.tries(clinicContract.propose, { params: { visitId }, body: { reason } });
    return { patient, visitId, proposes };
  };

  test('goes once a colleague confirms it, with what it made of the code and nothing else', async () => {
    const { patient, visitId, proposes } = await aMistake();
    const colleague = await aColleague(world, clinician);
    const right = await clinician.whom(await patient.showsTheirQr());
    await registersVisit(clinician, { whom: right });

    expect((await proposes(clinician)).body).toMatchObject({ state: 'proposed' });
    expect((await proposes(clinician)).status).toBe(200); // twice is once
    expect(await proposes(colleague)).toMatchObject({
      body: { code: 'withdrawal.proposed-already' },
    });
    const { proposals } = await colleague.call(clinicContract.visits, {
      query: { placeId: clinician.placeId },
    });
    expect(proposals).toMatchObject([
      { id: visitId, proposal: { reason: '登记错了人', isOwn: false } },
    ]);

    expect(await decidesVisit(clinician, visitId)).toMatchObject({
      status: 403,
      body: { code: 'withdrawal.own' },
    });
    const elsewhere = await aWorker(world, 'clinician');
    expect(await decidesVisit(elsewhere, visitId)).toMatchObject({ status: 404 });

    expect((await decidesVisit(colleague, visitId)).body).toMatchObject({ state: 'withdrawn' });
    expect((await decidesVisit(colleague, visitId)).status).toBe(200);
    expect(await decidesVisit(clinician, visitId, 'stands')).toMatchObject({
      body: { code: 'withdrawal.decided' },
    });
    // The other visit still counts.
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'yellow' });
    expect((await ownVisits(patient)).map(({ state }) => state).sort()).toEqual([
      'recorded',
      'withdrawn',
    ]);
  });

  test('alone it leaves the code green; let stand, yellow', async () => {
    for (const [decision, colour] of [
      ['withdrawn', 'green'],
      ['stands', 'yellow'],
    ] as const) {
      const { patient, visitId, proposes } = await aMistake();
      await proposes(clinician);
      await decidesVisit(await aColleague(world, clinician), visitId, decision);
      expect(await patient.seesTheirCode()).toMatchObject({ colour });
    }
  });

  test('nothing proposed, nothing decided', async () => {
    const { visitId } = await aMistake();
    expect(await decidesVisit(clinician, visitId)).toMatchObject({
      status: 409,
      body: { code: 'withdrawal.none' },
    });
  });

  test.each(['before', 'after'])('of somebody who registers %s it is withdrawn', async (when) => {
    const number = aDocumentNumber();
    const document = { type: 'resident-id' as const, number };
    const whom = { by: 'hand', name: '林小雨', document, why: 'no-code', consented: true } as const;
    const visitId = newId<'clin'>('clin');
    await registersVisit(clinician, { id: visitId, whom });
    const early = when === 'before' ? await aPatient(number) : undefined;
    await clinician.call(clinicContract.propose, { params: { visitId }, body: { reason: '重复' } });
    await decidesVisit(await aColleague(world, clinician), visitId);
    const patient = early ?? (await aPatient(number));
    expect(await patient.seesTheirCode()).toMatchObject({ colour: 'green' });
    expect(await ownVisits(patient)).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('a withdrawn duty ends all of it at once', async () => {
    const { visitId } = await aMistake();
    await clinician.supervisor.decides(clinician.grant, 'withdrawn', '已调离');
    expect((await registersVisit(clinician)).status).toBe(403);
    expect((await decidesVisit(clinician, visitId)).status).toBe(403);
  });
});

test('two hundred and forty an hour; what comes faster is to wait on the phone', async () => {
  expect(aPhone()).not.toBe(aPhone());
  const last = { status: 0 };
  for (let i = 0; i <= 240; i += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => registersVisit(clinician)));
    last.status = answers.at(-1)?.status ?? 0;
  }
  expect(last.status).toBe(429);
});
