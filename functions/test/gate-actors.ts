/** What happens at a gate in a play beyond scanning: taken back, entered by hand, escalated and answered. */
import { withTrigger } from '@yimatong/shared/code/record';
import type { Answer, GivenBody } from '@yimatong/shared/core/contract';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import type { EscalationId, PersonId } from '@yimatong/shared/core/id';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { type Escalation } from '@yimatong/shared/escalation/watch';
import { byHandContract } from '@yimatong/shared/pass/by-hand';
import { passContract, type Scan } from '@yimatong/shared/pass/contract';
import * as codes from '../src/code/store';
import { now } from '../src/core/clock';
import { commit } from '../src/core/table';
import { aDocumentNumber, type aGuard, type aSupervisor, newId, passId } from './actors';

export type Guard = Awaited<ReturnType<typeof aGuard>>;
export type Supervisor = Awaited<ReturnType<typeof aSupervisor>>;
type Valid = Extract<Scan, { verdict: 'valid' }>;

/** As a list of headquarters will turn a code. */
export async function turnsRed(personId: PersonId): Promise<void> {
  const today = numberOf(dayOf(now()));
  const code = (await codes.ofNow(personId))!;
  const trigger = { clause: 'close-contact' as const, since: today, evidence: newId('impt') };
  await commit(codes.changed(code, withTrigger(code.record, trigger), today));
}

export const undoes = (guard: Guard, { scanId, subject = '' }: Valid, placeId = guard.place.id) =>
  guard.tries(passContract.undo, { params: { passId: scanId }, body: { placeId, subject } });

type Entry = GivenBody<(typeof byHandContract)['record']>;
export type Entered = Answer<(typeof byHandContract)['record']>;
export const handOf = (
  guard: Guard,
  whom: Partial<Entry['whom']> = {},
  more: Partial<Entry> = {},
): Entry => ({
  id: passId(),
  placeId: guard.place.id,
  whom: {
    by: 'hand',
    name: '林小雨',
    document: { type: 'resident-id', number: aDocumentNumber() },
    why: 'no-phone',
    consented: true,
    ...whom,
  },
  outcome: 'passed',
  direction: 'in',
  reason: 'shopping',
  temperature: 'normal',
  ...more,
});
export const enters = (guard: Guard, body: Entry) => guard.tries(byHandContract.record, { body });

type Report = GivenBody<(typeof escalationContract)['escalate']>;
export const reportOf = (
  guard: Guard,
  { scanId, subject = '' }: Valid,
  more: Partial<Report> = {},
): Report => ({
  id: newId<'esca'>('esca'),
  scanId,
  subject,
  placeId: guard.place.id,
  reason: 'colour',
  photos: [],
  ...more,
});
export const escalates = (guard: Guard, body: Report) =>
  guard.tries(escalationContract.escalate, { body });
export const escalated = (guard: Guard, body: Report): Promise<Escalation> =>
  guard.call(escalationContract.escalate, { body });

/** What waits for the command of the guard's city, of the guard's place. */
export const waitingOf = async ({ supervisor, place }: Guard): Promise<Escalation[]> => {
  const { escalations } = await supervisor.call(escalationContract.inArea, {
    query: { area: '460100', state: 'waiting' },
  });
  return escalations.filter(({ placeId }) => placeId === place.id);
};
export const opens = (by: Supervisor, escalationId: EscalationId) =>
  by.tries(escalationContract.one, { params: { escalationId } });
export const answers = (
  by: Pick<Supervisor, 'tries'>,
  escalationId: EscalationId,
  body: GivenBody<(typeof escalationContract)['answer']>,
) => by.tries(escalationContract.answer, { params: { escalationId }, body });
export const readsAnswers = async (guard: Guard): Promise<Escalation[]> =>
  (await guard.call(escalationContract.ofMine)).escalations;
