/** What a client may send and must not: over every route of every contract. Refusals leave nothing behind. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { accountContract } from '@yimatong/shared/account/contract';
import { contracts } from '@yimatong/shared/contracts';
import { pathOf, type Route } from '@yimatong/shared/core/contract';
import { DAY_MS, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import { commonProblems, problems, type ProblemCode } from '@yimatong/shared/core/problem';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract, type Scan } from '@yimatong/shared/pass/contract';
import { placeContract } from '@yimatong/shared/place/contract';
import { handler as appoint } from '../src/account/jobs';
import { newAccountId } from '../src/core/id';
import { now } from '../src/core/clock';
import { keys } from '../src/core/keys';
import { openSession } from '../src/core/session';
import { outboxed } from '../src/core/sms';
import {
  aCheckpoint,
  aDocumentNumber,
  aGuard,
  anAddress,
  anAspiringGuard,
  aPerson,
  aPhone,
  aResident,
  aSupervisor,
  calling,
  declarationId,
  newId,
  passId,
  type Raw,
  type Resident,
  sending,
  aWorker,
  type Worker,
} from './actors';
import { aPurchase, aVisit } from './clinic-actors';
import { handOf, reportOf } from './gate-actors';
import { aSupervision } from './report-actors';
import { aSample, aVaccination, byHand, sampleRequests } from './sample-actors';
import { anOrganiser, type Organiser } from './organisation-actors';
import { type Alipay, anAlipay } from './stubs/alipay';
import type { Stub } from './stubs/stub';
import { aWechat } from './stubs/wechat';
import { aPlayBegins, aWorld, itemsOf, later, sizeOfEverything, today, type World } from './world';

let world: World;
let wechat: Stub;
let alipay: Alipay;
let anna: Resident;
let ben: Resident;
let guard: Awaited<ReturnType<typeof aGuard>>;
let gridworker: Worker;
let clinician: Worker;
let pharmacist: Worker;
let sampler: Worker;
let organiser: Organiser;
let scan: Extract<Scan, { verdict: 'valid' }>;
let qr: string;

beforeAll(async () => {
  const stub = await aWechat();
  [wechat, alipay] = [stub, await anAlipay()];
  process.env['WECHAT_SECRET'] = stub.secret;
  process.env['ALIPAY_SECRET'] = alipay.secret;
  world = await aWorld();
  aPlayBegins();
  [anna, ben, guard] = [await aResident(world), await aResident(world), await aGuard(world)];
  gridworker = await aWorker(world, 'gridworker');
  organiser = await anOrganiser(world);
  clinician = await aWorker(world, 'clinician');
  pharmacist = await aWorker(world, 'pharmacist');
  sampler = await aWorker(world, 'sampler');
  await anna.claims();
  qr = await anna.showsTheirQr();
  scan = await guard.sees(qr);
});
afterAll(async () => {
  await Promise.all([world.close(), wechat.close(), alipay.close()]);
});

type RouteName = {
  [Unit in keyof typeof contracts]: `${Unit}.${keyof (typeof contracts)[Unit] & string}`;
}[keyof typeof contracts];
interface Request {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: Record<string, unknown>;
}
/** A whole valid request of every route, with what is required and nothing else. */
const requests: Record<RouteName, () => Request> = {
  'account.sendSmsCode': () => ({ body: { phone: aPhone() } }),
  'account.signIn': () => ({ body: { phone: aPhone(), code: '123456' } }),
  'account.signInByWechat': () => ({ body: { code: 'anna.1' } }),
  'account.signInByAlipay': () => ({ body: { proof: 'a.b.c' } }),
  'account.signOut': () => ({}),
  'account.mine': () => ({}),
  'account.putDetails': () => ({
    params: { personId: anna.personId },
    body: {
      name: '林小雨',
      document: { type: 'resident-id', number: aDocumentNumber() },
      address: anAddress,
    },
  }),
  'account.details': () => ({ params: { personId: anna.personId } }),
  'account.addMember': () => ({
    body: {
      relation: 'child',
      name: '林小雨',
      document: { type: 'resident-id', number: aDocumentNumber() },
      address: anAddress,
    },
  }),
  'account.changeMember': () => ({
    params: { personId: anna.personId },
    body: { relation: 'child' },
  }),
  'account.letGo': () => ({ params: { personId: anna.personId } }),
  'account.handOver': () => ({ params: { personId: anna.personId } }),
  'account.takeOver': () => ({
    body: {
      name: '林小雨',
      document: { type: 'resident-id', number: aDocumentNumber() },
      code: '123456',
    },
  }),
  'alipay.proveAlipay': () => ({ body: { code: 'anna.1' } }),
  'card.issue': () => ({ body: { id: newId('card'), personId: anna.personId } }),
  'card.issueAtDoor': () => ({
    body: {
      id: newId('card'),
      placeId: gridworker.placeId,
      scanId: scan.scanId,
      subject: scan.subject!,
    },
  }),
  'card.mine': () => ({ query: { personId: anna.personId } }),
  'card.reportLost': () => ({
    params: { cardId: newId('card') },
    body: { personId: anna.personId },
  }),
  'card.print': () => ({ params: { cardId: newId('card') }, query: { personId: anna.personId } }),
  'code.mine': () => ({ params: { personId: anna.personId } }),
  'code.keys': () => ({}),
  'declaration.declare': () => ({ body: { ...anna.dailyOf() } }),
  'declaration.mine': () => ({ query: { personId: anna.personId } }),
  'place.register': () => ({ body: { grantId: newId('gran'), place: { ...aCheckpoint() } } }),
  'place.mine': () => ({}),
  'place.waiting': () => ({ query: { area: '460100' } }),
  'place.decide': () => ({
    params: { grantId: newId('gran') },
    body: { area: '460100', decision: 'granted' },
  }),
  'place.search': () => ({ query: { area: '460100', kind: 'checkpoint' } }),
  'place.one': () => ({ params: { placeId: guard.place.id } }),
  'place.join': () => ({ body: { id: newId('gran'), placeId: clinician.placeId } }),
  'place.correct': () => ({
    params: { placeId: guard.place.id },
    body: { version: 1, place: { ...guard.place } },
  }),
  'place.close': () => ({ params: { placeId: guard.place.id }, body: { reason: '道路解封' } }),
  'place.workers': () => ({ params: { placeId: guard.place.id } }),
  'poster.print': () => ({ params: { placeId: guard.place.id } }),
  'arrive.arrive': () => ({
    body: { id: passId(), placeId: guard.place.id, personIds: [anna.personId] },
  }),
  'notice.information': () => ({}),
  'pass.scan': () => ({ body: { id: passId(), token: qr } }),
  'pass.record': () => ({ body: { ...guard.recordOf(scan) } }),
  'pass.undo': () => ({
    params: { passId: scan.scanId },
    body: { placeId: guard.place.id, subject: scan.subject! },
  }),
  'by-hand.record': () => ({ body: { ...handOf(guard) } }),
  'escalation.escalate': () => ({ body: { ...reportOf(guard, scan) } }),
  'escalation.addPhoto': () => ({ body: { id: newId('uplo'), type: 'image/jpeg' } }),
  'escalation.ofMine': () => ({}),
  'escalation.inArea': () => ({ query: { area: '460100', state: 'waiting' } }),
  'escalation.ofMe': () => ({ query: { personId: anna.personId } }),
  'escalation.one': () => ({ params: { escalationId: newId('esca') } }),
  'escalation.photo': () => ({ params: { escalationId: newId('esca'), at: '1' } }),
  'escalation.answer': () => ({
    params: { escalationId: newId('esca') },
    body: { kind: 'wait' },
  }),
  'pass.history': () => ({
    params: { scanId: scan.scanId },
    query: { subject: scan.subject!, placeId: guard.place.id },
  }),
  'look-up.lookUp': () => ({
    body: {
      id: passId(),
      placeId: guard.place.id,
      name: '林小雨',
      document: { type: 'resident-id', number: aDocumentNumber() },
      why: 'no-phone',
    },
  }),
  'look-up.detailsBehind': () => ({
    params: { scanId: scan.scanId },
    query: { subject: scan.subject ?? '', placeId: clinician.placeId },
  }),
  'clinic.record': () => ({ body: { ...aVisit(clinician.placeId) } }),
  'clinic.visits': () => ({ query: { placeId: clinician.placeId } }),
  'clinic.mine': () => ({ query: { personId: anna.personId } }),
  'clinic.one': () => ofVisit({}),
  'clinic.amend': () => {
    const { placeId: _, whom: __, ...body } = aVisit(clinician.placeId);
    return ofVisit({ body });
  },
  'clinic.propose': () => ofVisit({ body: { reason: '登记错了人' } }),
  'clinic.decide': () => ofVisit({ body: { decision: 'withdrawn' } }),
  'purchase.record': () => ({ body: { ...aPurchase(pharmacist.placeId) } }),
  'purchase.sales': () => ({ query: { placeId: pharmacist.placeId } }),
  'purchase.proposals': () => ({}),
  'purchase.mine': () => ({ query: { personId: anna.personId } }),
  'purchase.propose': () => ofPurchase({ body: { reason: '登记错了人' } }),
  'purchase.decide': () => ofPurchase({ body: { decision: 'withdrawn' } }),
  'pass.mine': () => ({ query: { personId: anna.personId } }),
  'observation.open': () => ({
    body: {
      id: newId('obse'),
      placeId: clinician.placeId,
      whom: byHand({ why: 'no-code' }),
      age: 30,
      caseNumber: '虚构-1',
      caseType: 'other',
      address: anAddress,
      startOn: today(),
      days: 14,
    },
  }),
  'observation.due': () => ({ query: { placeId: clinician.placeId } }),
  'observation.figures': () => ({ query: { placeId: clinician.placeId } }),
  'observation.mine': () => ({ query: { personId: anna.personId } }),
  'observation.one': () => ofObservation({}),
  'observation.followUp': () =>
    ofObservation({
      body: { result: 'not-reached', id: newId('foll'), day: today(), reason: 'other' },
    }),
  'observation.proposeEnd': () => ofObservation({ body: { outcome: 'lost', endOn: today() } }),
  'observation.decideEnd': () =>
    ofObservation({ body: { decision: 'confirmed', outcome: 'lost', endOn: today() } }),
  'doorstep.add': () => ({
    body: { id: newId('hous'), placeId: gridworker.placeId, address: anAddress },
  }),
  'doorstep.list': () => ({ query: { placeId: gridworker.placeId } }),
  'doorstep.correct': () => ({
    params: { householdId: newId('hous') },
    body: { placeId: gridworker.placeId, address: anAddress },
  }),
  'doorstep.remove': () => ({
    params: { householdId: newId('hous') },
    query: { placeId: gridworker.placeId },
  }),
  'doorstep.check': () => ({
    body: {
      result: 'nobody-home',
      id: newId('door'),
      placeId: gridworker.placeId,
      householdId: newId('hous'),
      at: now(),
    },
  }),
  'doorstep.mine': () => ({ query: { personId: anna.personId } }),
  'at-the-door.register': () => ({
    body: {
      id: declarationId(),
      placeId: gridworker.placeId,
      name: '林小雨',
      document: { type: 'resident-id', number: aDocumentNumber() },
      address: anAddress,
      symptoms: [],
      situations: [],
      consentBy: 'self',
      consented: true,
    },
  }),
  'report.file': () => ({ body: { ...aSupervision() } }),
  'report.addPhoto': () => ({ body: { id: newId('uplo'), type: 'image/jpeg' } }),
  'report.mine': () => ({}),
  'report.one': () => ({ params: { reportId: newId('repo') } }),
  'report.photo': () => ({ params: { reportId: newId('repo'), at: '1' } }),
  'account.leaving': () => ({}),
  'account.sendLeaveCode': () => ({}),
  'account.leave': () => ({ body: { code: '123456' } }),
  'audit.looks': () => ({ query: { personId: anna.personId } }),
  'reminder.offer': () => ({
    params: { personId: anna.personId },
    query: { platform: 'wechat' },
  }),
  'reminder.ask': () => ({ params: { personId: anna.personId }, body: { platform: 'wechat' } }),
  'takeout.make': () => ({ body: { personId: anna.personId } }),
  'organisation.mine': () => ({}),
  'organisation.invitations': () => ({}),
  'organisation.overview': () => ofOrganisation({}),
  'organisation.list': () => ofOrganisation({ body: { show: 'everybody' } }),
  'organisation.add': () =>
    ofOrganisation({ body: { id: newId('memb'), filing: { name: '林小雨', phone: aPhone() } } }),
  'organisation.correct': () => {
    const { params } = ofOrganisation({});
    return { params: { ...params, memberId: newId('memb') }, body: { name: '林小雨' } };
  },
  'organisation.remove': () => {
    const { params } = ofOrganisation({});
    return { params: { ...params, memberId: newId('memb') } };
  },
  'organisation.putDepartments': () => ofOrganisation({ body: { departments: [] } }),
  'organisation.answer': () =>
    ofOrganisation({ body: { memberId: newId('memb'), decision: 'joined' } }),
  'organisation.offerDuty': () => ofOrganisation({ body: { memberId: null } }),
  'organisation.takeDuty': () => ofOrganisation({ body: { grantId: newId('gran') } }),
  'organisation.askForDuty': () => ofOrganisation({ body: { grantId: newId('gran') } }),
  'organisation.reports': () => ofOrganisation({}),
  'sheet.upload': () => ofOrganisation({ body: { id: newId('uplo'), type: 'text/csv' } }),
  'sheet.import': () => ofOrganisation({ body: { id: newId('impt'), uploadId: newId('uplo') } }),
  'sheet.rejected': () => ofOrganisation({ query: { importId: newId('impt') } }),
  'sheet.template': () => ofOrganisation({}),
  'sheet.peopleFile': () => ofOrganisation({}),
  'sheet.reportFile': () => ofOrganisation({ query: { report: '2020-03-01#0' } }),
  ...sampleRequests,
  'sample.take': () => ({
    body: { ...aSample(), placeId: sampler.placeId, whom: byHand() },
  }),
  'sample.mine': () => ({ query: { personId: anna.personId } }),
  'sample.tubes': () => ({ query: { placeId: sampler.placeId } }),
  'sample.proposed': () => ({ query: { placeId: sampler.placeId } }),
  'vaccination.vaccinate': () => ({
    body: { ...aVaccination(), placeId: sampler.placeId, whom: byHand() },
  }),
  'vaccination.mine': () => ({ query: { personId: anna.personId } }),
};
const ofObservation = (request: Omit<Request, 'params'>): Request => ({
  params: { observationId: newId('obse') },
  ...request,
});
const ofVisit = (request: Request): Request => ({
  params: { visitId: newId('clin') },
  ...request,
});
const ofPurchase = (request: Request): Request => ({
  params: { purchaseId: newId('purc') },
  ...request,
});
const ofOrganisation = (request: Omit<Request, 'params'>): Request => ({
  params: { organisationId: organiser.place.id },
  ...request,
});
const routes = Object.entries(contracts).flatMap(([unit, contract]) =>
  Object.entries(contract as Record<string, Route>).map(
    ([name, route]) => [`${unit}.${name}` as RouteName, route] as const,
  ),
);
const protectedRoutes = routes.filter(([, { roles }]) => roles[0] !== 'anyone');
const withBody = routes.filter(([, { body }]) => body);

/** The token of somebody who may call the route. */
const tokenFor = ({ roles }: Route): string | undefined => {
  if (roles[0] === 'anyone') return undefined;
  if (roles[0] === 'organiser') return organiser.session.token;
  if (roles[0] === 'gridworker') return gridworker.session.token;
  if (roles[0] === 'clinician') return clinician.session.token;
  if (roles[0] === 'pharmacist') return pharmacist.session.token;
  if (roles[0] === 'sampler') return sampler.session.token;
  const caller = roles[0] === 'guard' ? guard : roles[0] === 'supervisor' ? guard.supervisor : anna;
  return caller.session.token;
};
const raw = (route: Route, { params, query, body }: Request): Raw => ({
  method: route.method,
  path: pathOf(route, params) + (query ? `?${new URLSearchParams(query).toString()}` : ''),
  token: tokenFor(route),
  ...(body && { body: JSON.stringify(body) }),
});
const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** That everything in between is refused without a trace. */
async function leavesNothing(acts: () => Promise<void>): Promise<void> {
  const before = await sizeOfEverything();
  await acts();
  expect(await sizeOfEverything()).toEqual(before);
}

describe('who calls', () => {
  const signedAs = (key: Uint8Array, claims: { aud?: string; exp?: number } = {}) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(anna.session.accountId)
      .setJti('x')
      .setAudience(claims.aud ?? 'yimatong/session')
      .setExpirationTime(claims.exp ?? msOf(now()) / 1000 + 3600)
      .sign(key);
  const unsigned = () =>
    `${base64url({ alg: 'none' })}.${base64url({
      sub: anna.session.accountId,
      jti: 'x',
      aud: 'yimatong/session',
      exp: 4e9,
    })}.`;
  const forgeries: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['no token', () => Promise.resolve(undefined)],
    ['no token at all', () => Promise.resolve('x')],
    [
      'a token whose end was changed',
      () => {
        const { token } = anna.session;
        return Promise.resolve(
          token.slice(0, -6) + (token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'),
        );
      },
    ],
    ['a token signed with another key', () => signedAs(new Uint8Array(32))],
    ['a token without a signature', () => Promise.resolve(unsigned())],
    ['a token for something else', async () => signedAs((await keys()).session, { aud: 'other' })],
    [
      'a token of an account that is not there',
      async () => (await openSession(newAccountId(), now())).token,
    ],
  ];

  test.each(protectedRoutes)('%s refuses every forged token', async (name, route) => {
    await leavesNothing(async () => {
      for (const [what, token] of forgeries) {
        const sent = { ...raw(route, requests[name]()), token: await token() };
        expect([what, await sending(world, sent)]).toMatchObject([
          what,
          { status: 401, body: { code: 'account.not-signed-in' } },
        ]);
      }
    });
  });

  test.each(protectedRoutes)('%s refuses a session that was ended', async (name, route) => {
    const over = await signedAs((await keys()).session, { exp: msOf(now()) / 1000 });
    expect(await sending(world, { ...raw(route, requests[name]()), token: over })).toMatchObject({
      status: 401,
      body: { code: 'account.session-ended' },
    });
  });

  test.each(protectedRoutes.filter(([, { roles }]) => !roles.includes('resident')))(
    '%s refuses who has not the role',
    async (name, route) => {
      await leavesNothing(async () => {
        const sent = { ...raw(route, requests[name]()), token: anna.session.token };
        expect(await sending(world, sent)).toMatchObject({
          status: 403,
          body: { code: 'account.not-allowed' },
        });
      });
    },
  );

  test.each(
    protectedRoutes.filter(([name]) =>
      [
        'account.putDetails',
        'card.issue',
        'card.mine',
        'card.reportLost',
        'card.print',
        'account.details',
        'account.changeMember',
        'account.letGo',
        'account.handOver',
        'code.mine',
        'declaration.declare',
        'declaration.mine',
        'arrive.arrive',
        'pass.mine',
        'escalation.ofMe',
        'doorstep.mine',
        'observation.mine',
        'clinic.mine',
        'purchase.mine',
      ].includes(name),
    ),
  )('%s refuses somebody else’s person', async (name, route) => {
    await leavesNothing(async () => {
      const sent = { ...raw(route, requests[name]()), token: ben.session.token };
      expect(await sending(world, sent)).toMatchObject({
        status: 403,
        body: { code: 'account.not-your-person' },
      });
    });
  });

  test('a stranger learns nothing of what a body must look like', async () => {
    for (const [, route] of withBody.filter(([, { roles }]) => roles[0] !== 'anyone')) {
      const sent = {
        method: route.method,
        path: route.path.replace(/\{\w+\}/g, 'x'),
        body: '{',
      };
      expect((await sending(world, sent)).status).toBe(401);
    }
  });
});

describe('what is sent', () => {
  const MARK = 'a-value-that-must-not-come-back';

  test.each(withBody)('%s refuses a field that it does not know', async (name, route) => {
    await leavesNothing(async () => {
      const { body, ...rest } = requests[name]();
      for (const extra of ['surprise', '__proto__', 'constructor', 'toString']) {
        const text = JSON.stringify(body).replace(/\}$/, `,${JSON.stringify(extra)}:"${MARK}"}`);
        const answered = await sending(world, { ...raw(route, { ...rest, body: {} }), body: text });
        expect([extra, answered]).toMatchObject([
          extra,
          { status: 422, body: { code: 'core.invalid', fields: [{ path: extra }] } },
        ]);
        expect(JSON.stringify(answered.body)).not.toContain(MARK);
      }
    });
  });

  test.each(withBody)('%s says which field is missing', async (name, route) => {
    await leavesNothing(async () => {
      const { body = {}, ...rest } = requests[name]();
      for (const field of Object.keys(body)) {
        const { [field]: _, ...less } = body;
        const { status, body: answer } = await sending(world, raw(route, { ...rest, body: less }));
        expect([field, status, answer.fields?.[0]?.path]).toEqual([field, 422, field]);
      }
    });
  });

  test.each(withBody)(
    '%s refuses values of another kind, and repeats none',
    async (name, route) => {
      await leavesNothing(async () => {
        const { body = {}, ...rest } = requests[name]();
        for (const field of Object.keys(body))
          for (const value of [{ secret: MARK }, [MARK], null, 1e308, -1, true, `${MARK}\u0000`]) {
            if (value === body[field]) continue;
            // Texts that a scan or a proof may hold are the handler's to refuse.
            if (typeof value === 'string' && ['token', 'proof', 'code'].includes(field)) continue;
            const answered = await sending(
              world,
              raw(route, { ...rest, body: { ...body, [field]: value } }),
            );
            expect([field, value, answered.status]).toEqual([field, value, 422]);
            expect(answered.body.fields?.[0]?.path.split('.')[0]).toBe(field);
            expect(JSON.stringify(answered.body)).not.toContain(MARK);
          }
      });
    },
  );

  test.each(withBody)(
    '%s refuses more than 64 KB, broken JSON and other formats',
    async (name, route) => {
      await leavesNothing(async () => {
        const request = requests[name]();
        const sent = raw(route, request);
        const answers = async (more: Partial<Raw>) => {
          const { status, body } = await sending(world, { ...sent, ...more });
          return `${String(status)} ${body.code}`;
        };
        const long = JSON.stringify({ ...request.body, remark: '长'.repeat(22_000) });
        expect(await answers({ body: long })).toBe('413 core.too-large');
        expect(await answers({ body: 'x'.repeat(2_000_000) })).toBe('413 core.too-large');
        for (const body of ['', '{', '{"a":1}}', 'null x', '\u0000', '[1,]'])
          expect([body, await answers({ body })]).toEqual([body, '400 core.broken-json']);
        for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])
          expect(await answers({ headers: { 'content-type': type } })).toBe(
            '415 core.wrong-content-type',
          );
        for (const body of ['null', '[]', '"text"', '7'])
          expect([body, await answers({ body })]).toEqual([body, '422 core.invalid']);
      });
    },
  );

  test.each(routes)('%s refuses a query that it does not know', async (name, route) => {
    await leavesNothing(async () => {
      const sent = raw(route, requests[name]());
      const path = `${sent.path}${sent.path.includes('?') ? '&' : '?'}surprise=${MARK}`;
      const { status, body } = await sending(world, { ...sent, path });
      expect([status, body.fields?.[0]?.path]).toEqual([422, 'surprise']);
      expect(JSON.stringify(body)).not.toContain(MARK);
    });
  });

  test.each(routes.filter(([, { path }]) => path.includes('{')))(
    '%s refuses an id that is none',
    async (name, route) => {
      const { params = {}, ...rest } = requests[name]();
      const [param] = Object.keys(params);
      for (const id of [
        'x',
        '__proto__',
        'pers_',
        '%00',
        '💥',
        `${params[param!]!}x`,
        'x'.repeat(5000),
      ]) {
        const answered = await sending(
          world,
          raw(route, { ...rest, params: { ...params, [param!]: id } }),
        );
        expect([id, answered.status, answered.body.fields?.[0]?.path]).toEqual([id, 422, param]);
      }
    },
  );

  test.each([
    ['GET', '/nothing'],
    ['GET', '/'],
    ['POST', '/declarations/more'],
    ['PATCH', '/declarations'],
    ['PUT', '/sms-codes'],
    ['GET', '/sms-codes'],
    ['DELETE', '/accounts/mine'],
    ['OPTIONS', '/passes'],
    ['PROPFIND', '/passes'],
    ['GET', '/persons/%zz'],
    ['GET', '/%00'],
    ['GET', '/codes/a/b'],
    ['GET', '//'],
    ['POST', '/__proto__'],
  ])('%s %s is nothing here', async (method, path) => {
    const token = anna.session.token;
    expect(await sending(world, { method, path, token })).toMatchObject({
      status: 404,
      body: { code: 'core.unknown-route' },
    });
  });
});

describe('an id made by the client', () => {
  const reused = { status: 409, body: { code: 'core.id-reused' } };

  test('of a declaration: sent again it is one, with other content a mistake', async () => {
    const body = { ...ben.claimOf(['dry-cough']), remark: '半个字符 \ud83d 与 𠮷' };
    const first = await ben.declares(body);
    expect(first.status).toBe(200);
    await leavesNothing(async () => {
      later(1000);
      expect((await ben.declares(body)).body).toEqual(first.body);
      expect(await ben.declares({ ...body, symptoms: [] })).toMatchObject(reused);
    });
    // After another one, too: then it is not the last any more.
    await ben.checksIn();
    await leavesNothing(async () => {
      expect((await ben.declares(body)).body).toEqual(first.body);
      expect(await ben.declares({ ...body, symptoms: [] })).toMatchObject(reused);
    });
  });

  test('of a declaration: somebody else may have had the same one', async () => {
    const carl = await aResident(world);
    const { id } = await anna.checksIn();
    const { status } = await carl.declares({ ...carl.claimOf(), id });
    expect(status).toBe(200);
    const mine = await carl.call(declarationContract.mine, { query: { personId: carl.personId } });
    expect(mine.declarations).toMatchObject([{ id, declaration: { kind: 'claim' } }]);
  });

  test('of a place and a request', async () => {
    const asks = ({ tries }: Resident, body: object) =>
      tries(placeContract.register, { body: body as never });
    const [grantId, place] = [newId('gran'), aCheckpoint()];
    const first = await asks(anna, { grantId, place });
    expect(first.status).toBe(200);
    const elsewhere = { area: '460202198', detail: '别处 1 号' };
    await leavesNothing(async () => {
      later(1000);
      expect((await asks(anna, { grantId, place })).body).toEqual(first.body);
      const others = [
        { grantId, place: { ...place, name: '另一个路口' } },
        { grantId, place: { ...place, address: elsewhere } },
        { grantId, place: aCheckpoint() },
        { grantId, place: aCheckpoint({ address: elsewhere }) },
        { grantId: newId('gran'), place },
      ];
      for (const body of others) expect(await asks(anna, body)).toMatchObject(reused);
      expect(await asks(ben, { grantId, place })).toMatchObject(reused);
      expect(
        await asks(ben, { grantId, place: aCheckpoint({ address: elsewhere }) }),
      ).toMatchObject(reused);
    });
  });

  test('of a scan: sent again it is one look; somebody else’s is a mistake', async () => {
    const other = await aGuard(world);
    const token = await anna.showsTheirQr();
    const body = { id: passId(), placeId: guard.place.id, token };
    const first = await guard.tries(passContract.scan, { body });
    expect(first.status).toBe(200);
    await leavesNothing(async () => {
      expect((await guard.tries(passContract.scan, { body })).body).toEqual(first.body);
      const { placeId: _, ...nowhere } = body;
      expect(await guard.tries(passContract.scan, { body: nowhere })).toMatchObject(reused);
      const stolen = { ...body, placeId: other.place.id };
      expect(await other.tries(passContract.scan, { body: stolen })).toMatchObject(reused);
    });
  });
});

describe('duties', () => {
  test('nobody decides outside their area, nor on their own request', async () => {
    const [aspiring, sanya] = [await anAspiringGuard(world), await aSupervisor(world, '460200')];
    const { supervisor } = guard;
    const decides = (by: Resident, area: string, grantId = aspiring.grant.id) =>
      by.tries(placeContract.decide, { params: { grantId }, body: { area, decision: 'granted' } });
    const own = await supervisor.call(placeContract.register, {
      body: { grantId: newId('gran'), place: aCheckpoint() },
    });

    await leavesNothing(async () => {
      for (const area of ['460100', '46', '460108', '460108001', '469023'])
        expect([area, await decides(sanya, area)]).toMatchObject([
          area,
          { status: 403, body: { code: 'place.area-not-yours' } },
        ]);
      expect((await decides(sanya, '460200')).body).toMatchObject({ code: 'place.grant-unknown' });
      expect((await decides(supervisor, '46')).body).toMatchObject({
        code: 'place.area-not-yours',
      });
      expect((await decides(supervisor, '460108')).body).toMatchObject({
        code: 'place.grant-unknown',
      });
      expect(await decides(supervisor, '460100', own.id)).toMatchObject({
        status: 403,
        body: { code: 'place.grant-own' },
      });
      const waiting = await sanya.tries(placeContract.waiting, { query: { area: '460100' } });
      expect(waiting.body).toMatchObject({ code: 'place.area-not-yours' });
    });
    expect((await decides(supervisor, '460100')).status).toBe(200);
  });

  test('headquarters decides in the whole province, and each look at who asks is audited', async () => {
    const [aspiring, person] = [await anAspiringGuard(world), await aResident(world)];
    await appoint({ phone: person.phone, role: 'headquarters', area: '46' });
    const { requests: waiting } = await person.call(placeContract.waiting, {
      query: { area: '460100' },
    });
    const [shown] = waiting.filter(({ grant }) => grant.id === aspiring.grant.id);
    expect(shown).toMatchObject({
      name: '陈守卡',
      maskedPhone: expect.stringMatching(/^170\*{4}\d{4}$/),
    });
    expect(
      (await itemsOf('audit')).filter(
        ({ action, pk }) => action === 'grant.looked-at' && pk === aspiring.personId,
      ),
    ).toMatchObject([{ actorId: person.session.accountId, purpose: aspiring.grant.id }]);
    const { status } = await person.tries(placeContract.decide, {
      params: { grantId: aspiring.grant.id },
      body: { area: '460100', decision: 'refused', reason: '资料不全' },
    });
    expect(status).toBe(200);
  });

  test.each([
    ['granted', 'refused'],
    ['refused', 'granted'],
  ] as const)('%s and %s at once: one of them holds', async (one, other) => {
    later(MINUTE_MS);
    const aspiring = await anAspiringGuard(world);
    const both = await Promise.all([
      guard.supervisor.decides(aspiring.grant, one),
      guard.supervisor.decides(aspiring.grant, other),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { duties } = await aspiring.call(accountContract.mine);
    const { grants } = await aspiring.call(placeContract.mine);
    expect(duties.length).toBe(grants[0]?.state === 'granted' ? 1 : 0);
  });

  test('details come first: without a name there is no request', async () => {
    const person = await aPerson(world);
    await leavesNothing(async () => {
      const body = { grantId: newId('gran'), place: aCheckpoint() };
      expect((await person.tries(placeContract.register, { body })).body).toMatchObject({
        code: 'account.details-missing',
      });
    });
  });
});

test('a phone asked for twenty times at once gets one message', async () => {
  later(MINUTE_MS);
  const phone = aPhone();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      calling(world, accountContract.sendSmsCode, { body: { phone } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const { status, headers } of answers.filter((one) => one.status !== 200)) {
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(outboxed().filter(({ sms }) => sms.to === `+86${phone}`)).toHaveLength(1);
});

describe('whatever comes', () => {
  const weird = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      '\ufffe',
      '__proto__',
      '',
      ' ',
      '１２３',
      '💥'.repeat(50),
      1e308,
      -0,
      2 ** 53,
      [[]],
      {},
    ),
  );
  /** A body, or a valid one with something else in one place, however deep. */
  const bodies = (valid: Record<string, unknown>) =>
    fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(
          fc.constantFrom(...Object.keys(valid)),
          fc.constantFrom('', 'area', 'type', 'number', '0'),
          weird,
        )
        .map(([field, inner, value]) => {
          const at = valid[field];
          if (inner === '' || typeof at !== 'object' || at === null)
            return { ...valid, [field]: value };
          return { ...valid, [field]: Array.isArray(at) ? [value] : { ...at, [inner]: value } };
        }),
      fc
        .tuple(fc.string({ unit: 'binary' }), weird)
        .map(([name, value]) => ({ ...valid, [name]: value })),
    );
  const named = (code: string, route: Route): boolean =>
    [...route.problems, ...commonProblems].includes(code as ProblemCode) ||
    ['account.not-signed-in', 'account.session-ended'].includes(code);

  test.each(withBody)('%s answers it, and never with a failure', async (name, route) => {
    const { body: valid = {}, ...rest } = requests[name]();
    await fc.assert(
      fc.asyncProperty(bodies(valid), async (body) => {
        const sent = { ...raw(route, { ...rest, body: {} }), body: JSON.stringify(body) };
        const { status, body: answer } = await sending(world, sent);
        expect(status).toBeLessThan(500);
        if (status !== 200) {
          expect(named(answer.code, route)).toBe(true);
          expect(problems[answer.code as ProblemCode].status).toBe(status);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('addresses of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '/codes/',
          '/persons/',
          '/declarations?personId=',
          '/passes/mine?personId=',
          '/grants?area=',
          '/',
        ),
        fc.string({ unit: 'binary' }),
        async (path, tail) => {
          const escaped = encodeURIComponent(tail.replace(/[\ud800-\udfff]/g, ''));
          const { status } = await sending(world, {
            method: 'GET',
            path: path + escaped,
            token: guard.session.token,
          });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a day on, those who were here are still served', async () => {
    later(DAY_MS);
    expect(
      (await anna.declares({ ...anna.dailyOf(), id: declarationId(), day: today() })).status,
    ).toBe(200);
  });
});
