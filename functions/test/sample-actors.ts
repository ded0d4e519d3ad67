/** Samplers of the plays (V8), and what they send. */
import type { ByHand } from '@yimatong/shared/code/whom';
import type { Answer, GivenBody } from '@yimatong/shared/core/contract';
import { addDays } from '@yimatong/shared/core/day';
import type { PlaceId, TestResultId } from '@yimatong/shared/core/id';
import type * as z from 'zod/mini';
import { batchContract } from '@yimatong/shared/sample/batch';
import { sampleContract } from '@yimatong/shared/sample/contract';
import { vaccinationContract } from '@yimatong/shared/sample/vaccination';
import { now } from '../src/core/clock';
import * as standings from '../src/core/standing';
import { commit } from '../src/core/table';
import { aDocumentNumber, aResident, aWorker, newId, type Resident } from './actors';
import { posts } from './report-actors';
import { today, type World } from './world';

type TakeBody = GivenBody<(typeof sampleContract)['take']>;
type ReportBody = GivenBody<(typeof sampleContract)['report']>;
type VaccinateBody = GivenBody<(typeof vaccinationContract)['vaccinate']>;

let tubes = 0;
export const aTubeNumber = (): string => `HN${String((tubes += 1)).padStart(10, '0')}`;

export const byHand = (over: Partial<z.input<typeof ByHand>> = {}): z.input<typeof ByHand> => ({
  by: 'hand',
  name: '林小雨',
  document: { type: 'resident-id', number: aDocumentNumber() },
  why: 'no-phone',
  consented: true,
  ...over,
});

export const aSample = () => ({
  id: newId<'samp'>('samp'),
  tubeNumber: aTubeNumber(),
  kind: 'single' as const,
});
export const aResult = (over: Partial<ReportBody> = {}): ReportBody => ({
  id: newId<'tres'>('tres'),
  tubeNumber: aTubeNumber(),
  result: 'negative',
  testedAt: now(),
  laboratory: '虚构市疾控中心实验室',
  ...over,
});
export const aVaccination = () => ({
  id: newId<'vacc'>('vacc'),
  vaccine: 'sinovac',
  dose: 1,
  on: addDays(today(), 0),
  batchNumber: '2021010101',
});

/** What a sampler does at a site, whether they may or not. */
export function samplingAt(
  world: World,
  person: Pick<Resident, 'call' | 'tries'>,
  placeId: PlaceId,
) {
  const { call, tries } = person;
  const decides = (
    testResultId: TestResultId,
    body: GivenBody<(typeof sampleContract)['decide']>,
  ) => tries(sampleContract.decide, { params: { testResultId }, body });
  return {
    takes: (whom: TakeBody['whom'], tubeNumber: string, more: Partial<TakeBody> = {}) =>
      tries(sampleContract.take, {
        body: { id: newId<'samp'>('samp'), placeId, kind: 'pool-10', tubeNumber, whom, ...more },
      }),
    undoes: (sampleId: `samp_${string}`) => tries(sampleContract.undo, { params: { sampleId } }),
    closes: (tubeNumber: string) => tries(sampleContract.close, { params: { tubeNumber } }),
    looksAt: (tubeNumber: string) => tries(sampleContract.tube, { params: { tubeNumber } }),
    lists: (after?: string) =>
      tries(sampleContract.tubes, { query: { placeId, ...(after && { after }) } }),
    reports: (over: Partial<ReportBody>) => tries(sampleContract.report, { body: aResult(over) }),
    waiting: (query: { placeId?: PlaceId; area?: string } = { placeId }) =>
      tries(sampleContract.proposed, { query }),
    confirms: (id: TestResultId) => decides(id, { decision: 'confirmed' }),
    rejects: (id: TestResultId, reason = '实验室更正') =>
      decides(id, { decision: 'rejected', reason }),
    decides,
    vaccinates: (whom: VaccinateBody['whom'], more: Partial<VaccinateBody> = {}) =>
      tries(vaccinationContract.vaccinate, {
        body: { ...aVaccination(), placeId, whom, ...more },
      }),
    async uploads(bytes: Uint8Array) {
      const id = newId<'uplo'>('uplo');
      const ticket = await call(batchContract.upload, { body: { id, type: 'text/csv' } });
      const status = await posts(world, ticket, bytes);
      if (status >= 300) throw new Error(`the upload was refused: ${String(status)}`);
      return id;
    },
    imports: (uploadId: `uplo_${string}`, id = newId<'impt'>('impt'), testedAt = now()) =>
      tries(batchContract.import, {
        body: { id, uploadId, laboratory: '虚构市疾控中心实验室', testedAt },
      }),
    rejected: (importId: `impt_${string}`) => call(batchContract.rejected, { query: { importId } }),
  };
}

export async function aSampler(world: World) {
  const worker = await aWorker(world, 'sampler');
  return { ...worker, ...samplingAt(world, worker, worker.placeId) };
}
export type Sampler = Awaited<ReturnType<typeof aSampler>>;

/** A second sampler of the same site, with the duty of the first. */
export async function aColleagueOf(world: World, { session, placeId }: Sampler) {
  const person = await aResident(world, { name: '陈同事' });
  const [own, first] = await Promise.all([
    standings.ofNow(person.session.accountId),
    standings.ofNow(session.accountId),
  ]);
  const duties = first!.duties.map((duty) => ({ ...duty, grantId: newId<'gran'>('gran') }));
  await commit(standings.put({ ...own!, duties }));
  return { ...person, placeId, ...samplingAt(world, person, placeId) };
}

/** What a person reads of their own samples. */
export const samplesOf = async ({ call, personId }: Pick<Resident, 'call' | 'personId'>) =>
  (await call(sampleContract.mine, { query: { personId } })).samples;

export const dosesOf = async ({ call, personId }: Pick<Resident, 'call' | 'personId'>) =>
  (await call(vaccinationContract.mine, { query: { personId } })).vaccinations;

export type Taken = Answer<(typeof sampleContract)['take']>;

/** As long as a number may be: one character more is none. */
const longest = () => aTubeNumber().padEnd(24, '0');

/** Whole requests of routes that name nobody. */
export const sampleRequests = {
  'sample.undo': () => ({ params: { sampleId: newId('samp') } }),
  'sample.tube': () => ({ params: { tubeNumber: longest() } }),
  'sample.close': () => ({ params: { tubeNumber: longest() } }),
  'sample.report': () => ({ body: { ...aResult() } }),
  'sample.decide': () => ({
    params: { testResultId: newId('tres') },
    body: { decision: 'confirmed' },
  }),
  'batch.upload': () => ({ body: { id: newId('uplo'), type: 'text/csv' } }),
  'batch.import': () => ({
    body: {
      id: newId('impt'),
      uploadId: newId('uplo'),
      laboratory: '虚构市疾控中心实验室',
      testedAt: now(),
    },
  }),
  'batch.rejected': () => ({ query: { importId: newId('impt') } }),
  'batch.template': () => ({}),
} as const;
