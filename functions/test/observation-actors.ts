/** Clinicians and grid workers of a play about observation (V6). */
import type { GivenBody } from '@yimatong/shared/core/contract';
import type { Day } from '@yimatong/shared/core/day';
import type { ObservationId } from '@yimatong/shared/core/id';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { observationContract, type Outcome } from '@yimatong/shared/observation/contract';
import type { FollowUp } from '@yimatong/shared/observation/follow-up';
import { anAddress, aResident, aWorker, newId, type Person, type Worker } from './actors';
import { today, type World } from './world';

type Opening = GivenBody<(typeof observationContract)['open']>;

export const anOpening = (
  placeId: Opening['placeId'],
  whom: Opening['whom'],
  more: Partial<Opening> = {},
): Opening => ({
  id: newId('obse'),
  placeId,
  whom,
  age: 30,
  caseNumber: '虚构-2020-001',
  caseType: 'close-contact',
  address: anAddress,
  startOn: today(),
  days: 14,
  ...more,
});

export const aLook = (
  more: Partial<Extract<FollowUp, { result: 'seen' }>> = {},
): Extract<FollowUp, { result: 'seen' }> => ({
  result: 'seen',
  id: newId('foll'),
  day: today(),
  temperature: 36.6,
  dryCough: false,
  symptoms: [],
  ...more,
});
export const nobodyHome = (more: { day?: Day } = {}): FollowUp => ({
  result: 'not-reached',
  id: newId('foll'),
  day: today(),
  reason: 'nobody-home',
  ...more,
});

/** What whoever follows does. */
const following = ({ tries }: Pick<Person, 'tries'>, placeId: Opening['placeId']) => ({
  reads: (observationId: ObservationId) =>
    tries(observationContract.one, { params: { observationId } }),
  follows: (observationId: ObservationId, body: FollowUp = aLook()) =>
    tries(observationContract.followUp, { params: { observationId }, body }),
  seesWhoIsDue: () => tries(observationContract.due, { query: { placeId } }),
  proposes: (
    observationId: ObservationId,
    outcome: Outcome = 'released',
    more: { endOn?: Day; note?: string } = {},
  ) =>
    tries(observationContract.proposeEnd, {
      params: { observationId },
      body: { outcome, endOn: today(), ...more },
    }),
  decides: (
    observationId: ObservationId,
    outcome: Outcome = 'released',
    {
      decision = 'confirmed',
      endOn = today(),
    }: { decision?: 'confirmed' | 'rejected'; endOn?: Day } = {},
  ) =>
    tries(observationContract.decideEnd, {
      params: { observationId },
      body: { decision, outcome, endOn },
    }),
});

export async function aClinician(world: World) {
  const worker = await aWorker(world, 'clinician');
  return {
    ...worker,
    ...following(worker, worker.placeId),
    opens: (body: Opening) => worker.tries(observationContract.open, { body }),
    /** Puts somebody under observation by a scan of their code. */
    async observes(qr: string, more: Partial<Opening> = {}): Promise<ObservationId> {
      const body = anOpening(worker.placeId, await worker.whom(qr), more);
      return (await worker.call(observationContract.open, { body })).id;
    },
  };
}

/** Somebody else on duty at the same place. */
export async function aColleague(world: World, { placeId, supervisor }: Worker) {
  const person = await aResident(world, { name: '黄同事' });
  const grant = await person.call(keepingContract.join, { body: { id: newId('gran'), placeId } });
  const { status } = await supervisor.decides(grant, 'granted');
  if (status !== 200) throw new Error('the grant was refused');
  return { ...person, ...following(person, placeId) };
}

export async function aGridworker(world: World, address = anAddress) {
  const worker = await aWorker(world, 'gridworker', address);
  return { ...worker, ...following(worker, worker.placeId) };
}
