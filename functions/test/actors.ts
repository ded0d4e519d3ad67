/** People of a play, who act over HTTP as their phones would. */
import { randomBytes } from 'node:crypto';
import { accountContract, type Session } from '@yimatong/shared/account/contract';
import { codeContract, type MyCode } from '@yimatong/shared/code/contract';
import type {
  Answer,
  GivenBody,
  GivenParams,
  GivenQuery,
  Route,
} from '@yimatong/shared/core/contract';
import { pathOf } from '@yimatong/shared/core/contract';
import { addDays, type Instant, msOf } from '@yimatong/shared/core/day';
import { type DeclarationId, type PassId, uuidV7 } from '@yimatong/shared/core/id';
import { cityOf } from '@yimatong/shared/core/area';
import { checkCharacterOf } from '@yimatong/shared/core/person';
import type { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import type { Symptom } from '@yimatong/shared/core/symptom';
import { type Declaration, declarationContract } from '@yimatong/shared/declaration/contract';
import { passContract, type Scan } from '@yimatong/shared/pass/contract';
import { lookUpContract } from '@yimatong/shared/pass/look-up';
import { type Checkpoint, type Grant, placeContract } from '@yimatong/shared/place/contract';
import { handler as appoint } from '../src/account/jobs';
import { now } from '../src/core/clock';
import { outboxed } from '../src/core/sms';
import { today, type World } from './world';

export interface Sent<R extends Route> {
  readonly params?: GivenParams<R>;
  readonly query?: GivenQuery<R>;
  readonly body?: GivenBody<R>;
}
export interface Answered<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export const newId = <P extends string>(prefix: P) =>
  `${prefix}_${uuidV7(msOf(now()), randomBytes(10))}` as const;
export const declarationId = (): DeclarationId => newId('decl');
export const passId = (): PassId => newId('pass');

/** Calls a route as it is, whatever comes back. */
export async function calling<R extends Route>(
  world: World,
  route: R,
  sent: Sent<R>,
  token?: string,
): Promise<Answered<Answer<R> | ProblemAnswer>> {
  const query = sent.query
    ? `?${new URLSearchParams(sent.query as Record<string, string>).toString()}`
    : '';
  const response = await fetch(
    world.url + pathOf(route, sent.params as Record<string, string>) + query,
    {
      method: route.method,
      headers: {
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer<R> | ProblemAnswer,
  };
}

/** Calls a route that must succeed. */
export async function done<R extends Route>(
  world: World,
  route: R,
  sent: Sent<R>,
  token?: string,
): Promise<Answer<R>> {
  const { status, body } = await calling(world, route, sent, token);
  if (status !== 200)
    throw new Error(`${route.method} ${route.path}: ${String(status)} ${JSON.stringify(body)}`);
  return body as Answer<R>;
}

export interface Raw {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}
/** Sends what no client of ours would send. */
export async function sending(
  world: World,
  { method, path, token, headers = {}, body }: Raw,
): Promise<Answered<ProblemAnswer>> {
  const response = await fetch(world.url + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as ProblemAnswer,
  };
}

let made = 0;
/** A number that nobody has: the 170-0000 range is not given out. */
export const aPhone = (): string => `1700000${String((made += 1)).padStart(4, '0')}`;
/** A number that only satisfies the checksum: district 460199 does not exist. */
export const aDocumentNumber = (): string => {
  const digits17 = `46019919900307${String((made += 1) % 1000).padStart(3, '0')}`;
  return digits17 + checkCharacterOf(digits17);
};
export const anAddress = { area: '460108001', detail: '虚构路 1 号' };

/** The code that the last SMS to this phone holds. */
export const codeSentTo = (phone: string): string => {
  const sms = outboxed().find(({ sms: { to } }) => to === `+86${phone}`);
  if (!sms) throw new Error('no SMS was sent');
  return sms.sms.params[0]!;
};

export async function aPerson(world: World, { phone = aPhone() }: { phone?: string } = {}) {
  await done(world, accountContract.sendSmsCode, { body: { phone } });
  const session: Session = await done(world, accountContract.signIn, {
    body: { phone, code: codeSentTo(phone) },
  });
  const call = <R extends Route>(route: R, sent: Sent<R> = {}) =>
    done(world, route, sent, session.token);
  const tries = <R extends Route>(route: R, sent: Sent<R> = {}) =>
    calling(world, route, sent, session.token);
  return { phone, session, personId: session.personId, call, tries };
}
export type Person = Awaited<ReturnType<typeof aPerson>>;

type Of<Kind extends Declaration['kind']> = Extract<Declaration, { kind: Kind }>;

/** Somebody who has filled in their details, and can declare. */
export async function aResident(
  world: World,
  {
    name = '林小雨',
    number = aDocumentNumber(),
    phone,
  }: { name?: string; number?: string; phone?: string } = {},
) {
  const person = await aPerson(world, phone === undefined ? {} : { phone });
  const { personId, call, tries } = person;
  await call(accountContract.putDetails, {
    params: { personId },
    body: { name, document: { type: 'resident-id', number }, address: anAddress },
  });
  const claimOf = (symptoms: Symptom[] = []) => ({
    kind: 'claim' as const,
    id: declarationId(),
    personId,
    day: today(),
    symptoms,
    situations: [],
    pledged: true as const,
  });
  const dailyOf = (symptoms: Symptom[] = [], temperature = 36.5) => ({
    kind: 'daily' as const,
    id: declarationId(),
    personId,
    day: today(),
    temperature,
    symptoms,
    condition: 'well' as const,
    address: anAddress,
  });
  const returnToWorkOf = (more: Partial<Of<'return-to-work'>> = {}): Of<'return-to-work'> => ({
    kind: 'return-to-work',
    id: declarationId(),
    personId,
    day: today(),
    purpose: 'work',
    organisation: '虚构食品厂',
    residence: anAddress,
    departure: '460108',
    condition: 'well',
    exposures: [],
    ...more,
  });
  const returnWithinOf = (more: Partial<Of<'return-within'>> = {}): Of<'return-within'> => ({
    kind: 'return-within',
    id: declarationId(),
    personId,
    day: today(),
    departure: '460202',
    residence: anAddress,
    condition: 'well',
    exposures: [],
    ...more,
  });
  const returnOutsideOf = (more: Partial<Of<'return-outside'>> = {}): Of<'return-outside'> => ({
    kind: 'return-outside',
    id: declarationId(),
    personId,
    day: today(),
    returnOn: addDays(today(), 3),
    transport: { mode: 'plane', number: 'XX1234' },
    from: { province: '44', place: '虚构市' },
    condition: 'well',
    symptoms: [],
    exposures: [],
    residence: anAddress,
    ...more,
  });
  return {
    ...person,
    claimOf,
    dailyOf,
    returnToWorkOf,
    returnOutsideOf,
    plansToReturn: (more?: Partial<Of<'return-outside'>>) =>
      call(declarationContract.declare, { body: returnOutsideOf(more) }),
    returnWithinOf,
    returnsWithin: (more?: Partial<Of<'return-within'>>) =>
      call(declarationContract.declare, { body: returnWithinOf(more) }),
    registersForWork: (more?: Partial<Of<'return-to-work'>>) =>
      call(declarationContract.declare, { body: returnToWorkOf(more) }),
    claims: (...symptoms: Symptom[]) =>
      call(declarationContract.declare, { body: claimOf(symptoms) }),
    checksIn: (symptoms: Symptom[] = [], temperature?: number) =>
      call(declarationContract.declare, { body: dailyOf(symptoms, temperature) }),
    declares: (body: GivenBody<(typeof declarationContract)['declare']>) =>
      tries(declarationContract.declare, { body }),
    seesTheirCode: (): Promise<MyCode> => call(codeContract.mine, { params: { personId } }),
    /** Where their code was scanned, newest first. */
    async seesWhoLooked() {
      const { passes } = await call(passContract.mine, { query: { personId } });
      return passes;
    },
    async showsTheirQr(): Promise<string> {
      const { token } = await call(codeContract.mine, { params: { personId } });
      if (!token) throw new Error('no code to show');
      return token.text;
    },
  };
}
export type Resident = Awaited<ReturnType<typeof aResident>>;

export const aCheckpoint = (over: Partial<Checkpoint> = {}): Checkpoint => ({
  id: newId<'plac'>('plac'),
  kind: 'checkpoint',
  name: '虚构村路口',
  type: 'village',
  address: anAddress,
  requires: 'green',
  ...over,
});

/** The supervisor of a city, appointed by the operator. */
export async function aSupervisor(world: World, area = '460100') {
  const person = await aResident(world, { name: '符督导' });
  await appoint({ phone: person.phone, role: 'supervisor', area });
  return {
    ...person,
    decides: (grant: Grant, decision: 'granted' | 'refused' | 'withdrawn', reason?: string) =>
      person.tries(placeContract.decide, {
        params: { grantId: grant.id },
        body: { area, decision, ...(reason && { reason }) },
      }),
  };
}

/** Somebody who has entered a checkpoint and waits for the grant. */
export async function anAspiringGuard(world: World, place = aCheckpoint()) {
  const person = await aResident(world, { name: '陈守卡' });
  const grant = await person.call(placeContract.register, {
    body: { grantId: newId<'gran'>('gran'), place },
  });
  const at = place.id;
  return {
    ...person,
    place,
    grant,
    /** Without a duty: the colour only. */
    glancesAt: (token: string): Promise<Scan> =>
      person.call(passContract.scan, { body: { id: passId(), token } }),
    scans: (token: string, more: { id?: PassId; scannedAt?: Instant } = {}): Promise<Scan> =>
      person.call(passContract.scan, { body: { id: passId(), placeId: at, token, ...more } }),
    /** What the scan showed of a person; anything but a valid code is a mistake of the play. */
    async sees(token: string, more: { id?: PassId; scannedAt?: Instant } = {}) {
      const scan = await this.scans(token, more);
      if (scan.verdict !== 'valid') throw new Error(`not a valid scan: ${scan.verdict}`);
      return scan;
    },
    asksForHistory: (
      { scanId, subject = '' }: Extract<Scan, { verdict: 'valid' }>,
      before?: PassId,
    ) =>
      person.tries(passContract.history, {
        params: { scanId },
        query: { subject, placeId: at, ...(before && { before }) },
      }),
    async letsThrough(
      token: string,
      more: Partial<GivenBody<(typeof passContract)['record']>> = {},
    ) {
      const body = await this.wouldRecord(token, more);
      return person.call(passContract.record, { body });
    },
    /** Scans, and answers what would be recorded of it. */
    async wouldRecord(
      token: string,
      more: Partial<GivenBody<(typeof passContract)['record']>> = {},
    ) {
      return this.recordOf(await this.sees(token), more);
    },
    recordOf(
      { scanId, subject = '' }: Extract<Scan, { verdict: 'valid' }>,
      more: Partial<GivenBody<(typeof passContract)['record']>> = {},
    ) {
      return {
        id: scanId,
        placeId: at,
        subject,
        outcome: 'passed' as const,
        direction: 'in' as const,
        reason: 'shopping' as const,
        temperature: 'normal' as const,
        ...more,
      };
    },
  };
}

/** A guard on duty at a checkpoint of their own. */
export async function aGuard(world: World, place = aCheckpoint()) {
  const guard = await anAspiringGuard(world, place);
  const supervisor = await aSupervisor(world);
  const { status } = await supervisor.decides(guard.grant, 'granted');
  if (status !== 200) throw new Error('the grant was refused');
  return { ...guard, supervisor };
}

const workplaces = {
  clinician: { kind: 'hospital', name: '虚构市人民医院' },
  pharmacist: { kind: 'pharmacy', name: '虚构大药房' },
  sampler: { kind: 'sampling-site', name: '虚构广场采样点' },
  gridworker: { kind: 'grid', name: '虚构社区第三网格' },
} as const;

/** Somebody on duty at a hospital, a pharmacy, a sampling site or in a grid of their own. */
export async function aWorker(world: World, role: keyof typeof workplaces, address = anAddress) {
  const person = await aResident(world, { name: '李当班' });
  const place = { id: newId<'plac'>('plac'), address, ...workplaces[role] };
  const grant = await person.call(placeContract.register, {
    body: { grantId: newId<'gran'>('gran'), place },
  });
  const supervisor = await aSupervisor(world, cityOf(place.address.area));
  const { status } = await supervisor.decides(grant, 'granted');
  if (status !== 200) throw new Error('the grant was refused');
  return {
    ...person,
    place,
    grant,
    supervisor,
    placeId: place.id,
    /** What the scan showed; anything but a valid code is a mistake of the play. */
    async sees(token: string, more: { id?: PassId; scannedAt?: Instant } = {}) {
      const scan = await person.call(passContract.scan, {
        body: { id: passId(), placeId: place.id, token, ...more },
      });
      if (scan.verdict !== 'valid') throw new Error(`not a valid scan: ${scan.verdict}`);
      return { ...scan, subject: scan.subject! };
    },
    /** Whom a record is about, by a scan of their code. */
    async whom(token: string) {
      const { scanId, subject } = await this.sees(token);
      return { by: 'scan' as const, scanId, subject };
    },
    looksUp: (
      named: { name: string; document: GivenBody<(typeof lookUpContract)['lookUp']>['document'] },
      why: GivenBody<(typeof lookUpContract)['lookUp']>['why'] = 'no-phone',
      id = passId(),
    ) => person.tries(lookUpContract.lookUp, { body: { id, placeId: place.id, ...named, why } }),
    readsDetails: ({ scanId, subject = '' }: { scanId: PassId; subject?: string | undefined }) =>
      person.tries(lookUpContract.detailsBehind, {
        params: { scanId },
        query: { subject, placeId: place.id },
      }),
  };
}
export type Worker = Awaited<ReturnType<typeof aWorker>>;
