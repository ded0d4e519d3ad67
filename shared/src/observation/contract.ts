/**
 * Medical observation (V6): opened by a clinician at a hospital, followed day by day by the hospital or by the grid
 * worker of the street, ended by two. Whatever the case type, it is the clause `isolated` that colours the code: one
 * clinician makes nobody a confirmed case, the command end's list does (G2).
 */
import * as z from 'zod/mini';
import { Match, Whom } from '../code/whom';
import { Address } from '../core/address';
import { CityCode } from '../core/area';
import { contract, Role } from '../core/contract';
import { Day, Instant } from '../core/day';
import { FollowUpId, ObservationId, PersonId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import { DocumentType } from '../core/person';
import type { Said } from '../core/say';
import { FollowUp, Note } from './follow-up';

export const caseTypeLabels = {
  confirmed: { zh: '确诊', en: 'Confirmed' },
  suspected: { zh: '疑似', en: 'Suspected' },
  'close-contact': { zh: '密接', en: 'Close contact' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export const CaseType = oneOf(caseTypeLabels);

export const outcomeLabels = {
  released: { zh: '解除观察', en: 'Released' },
  transferred: { zh: '转诊', en: 'Transferred to a hospital' },
  confirmed: { zh: '确诊', en: 'Confirmed as a case' },
  lost: { zh: '失访', en: 'Lost' },
  died: { zh: '死亡', en: 'Died' },
} as const satisfies Record<string, Said>;
export const Outcome = oneOf(outcomeLabels);
export type Outcome = z.infer<typeof Outcome>;

const CaseNumber = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: 'case-number' }),
    z.maxLength(40, { error: 'case-number' }),
    z.refine(isPlain, { error: 'case-number' }),
  );

/** What the hospital and the command alone may read. */
const Case = {
  caseNumber: CaseNumber,
  caseType: CaseType,
  onsetOn: z.optional(Day),
};

export const Opening = z.strictObject({
  /** Made by the client; sent twice, it is recorded once. */
  id: ObservationId,
  /** The hospital. */
  placeId: PlaceId,
  whom: Whom,
  age: z.int().check(z.minimum(0, { error: 'age' }), z.maximum(120, { error: 'age' })),
  ...Case,
  /** Where they stay meanwhile: this observation’s, not written over the person’s. */
  address: Address,
  /** Day 0. */
  startOn: Day,
  days: z.int().check(z.minimum(1), z.maximum(60)),
});
Opening.register(z.globalRegistry, { id: 'Opening' });
export type Opening = z.infer<typeof Opening>;

export const Ending = z.object({
  outcome: Outcome,
  endOn: Day,
  note: z.optional(Note),
});
export type Ending = z.infer<typeof Ending>;

const DayShown = z.object({
  day: Day,
  nth: z.int(),
  state: z.enum(['before', 'done', 'due', 'not-reached', 'missed', 'ahead']),
  temperature: z.optional(z.number()),
  isAdded: z.boolean(),
});
const CalendarShown = z.object({
  days: z.array(DayShown),
  until: Day,
  addedDays: z.int(),
  done: z.int(),
  missed: z.int(),
  notReached: z.int(),
  isDue: z.boolean(),
  missedYesterday: z.boolean(),
  isFinished: z.boolean(),
});

/** A line of the list of what is to do today: masked, so that looking at a list is no look at a person. */
export const Due = z.object({
  id: ObservationId,
  placeName: z.string(),
  maskedName: z.string(),
  /** Street or township in which they stay. */
  area: z.string(),
  startOn: Day,
  days: z.int(),
  until: Day,
  done: z.int(),
  isDue: z.boolean(),
  missedYesterday: z.boolean(),
  isFinished: z.boolean(),
  /** Somebody proposed the end, and a second has to confirm it. */
  endsAs: z.optional(Outcome),
});
Due.register(z.globalRegistry, { id: 'DueObservation' });
export type Due = z.infer<typeof Due>;

/** A follow-up with who made it, in which duty, and when it reached the server. */
const FollowedUp = z.object({
  followUp: FollowUp,
  at: Instant,
  role: Role,
  placeName: z.optional(z.string()),
});

const DocumentShown = z.object({ type: DocumentType, number: z.string() });

export const Observed = z.object({
  id: ObservationId,
  placeName: z.string(),
  openedAt: Instant,
  match: Match,
  name: z.string(),
  age: z.int(),
  phone: z.optional(z.string()),
  address: Address,
  startOn: Day,
  days: z.int(),
  calendar: CalendarShown,
  /** Newest first. */
  followUps: z.array(FollowedUp),
  /** Of the hospital and the command alone. */
  details: z.optional(z.object({ ...Case, document: z.optional(DocumentShown) })),
  /** The end that waits for a second person, or is confirmed. */
  ending: z.optional(
    z.object({
      ...Ending.shape,
      state: z.enum(['proposed', 'confirmed']),
      proposedAt: Instant,
      /** The caller’s own: somebody else has to confirm it. */
      isOwn: z.boolean(),
      confirmedAt: z.optional(Instant),
    }),
  ),
  mayFollow: z.boolean(),
  mayPropose: z.boolean(),
  mayConfirm: z.boolean(),
});
Observed.register(z.globalRegistry, { id: 'Observation' });
export type Observed = z.infer<typeof Observed>;

/** What the person concerned sees: since when, where, how far; nothing of the case. */
export const OwnObservation = z.object({
  id: ObservationId,
  placeName: z.string(),
  openedAt: Instant,
  startOn: Day,
  days: z.int(),
  done: z.int(),
  until: Day,
  endOn: z.optional(Day),
  outcome: z.optional(Outcome),
});
OwnObservation.register(z.globalRegistry, { id: 'OwnObservation' });
export type OwnObservation = z.infer<typeof OwnObservation>;

const Figures = z.object({
  open: z.int(),
  dueToday: z.int(),
  seenToday: z.int(),
  missedYesterday: z.int(),
  after48Hours: z.int(),
  within48Hours: z.int(),
  neverSeen: z.int(),
  ended: z.int(),
  released: z.int(),
  lost: z.int(),
});

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const onDuty = [...signedIn, 'account.not-allowed', 'place.not-yours'] as const;
const ofOne = [...signedIn, 'account.not-allowed', 'observation.unknown'] as const;
const params = z.strictObject({ observationId: ObservationId });
/** A hospital’s or a grid’s, by who is on duty there; or those of a city or county, for its supervisor. */
const Where = z.strictObject({ placeId: z.optional(PlaceId), area: z.optional(CityCode) }).check(
  z.refine(({ placeId, area }) => (placeId === undefined) !== (area === undefined), {
    path: ['placeId'],
  }),
);

export const observationContract = contract({
  open: {
    rows: ['V6'],
    summary:
      'Puts a person under medical observation: their code is red from the first day, by the clause `isolated`, until the release is recorded and the days are done.',
    method: 'POST',
    path: '/observations',
    roles: ['clinician'],
    body: Opening,
    answer: z.object({ id: ObservationId, match: Match, openedAt: Instant, until: Day }),
    problems: [
      ...onDuty,
      'pass.scan-unknown',
      'pass.scan-over',
      'observation.full',
      'observation.already-open',
      'observation.too-many-openings',
      'core.id-reused',
    ],
  },
  due: {
    rows: ['V6', 'V9'],
    summary:
      'Who is under observation at a hospital, in a grid’s street, or in a city or county: what is to be done today first. At most 300.',
    method: 'GET',
    path: '/observations/due',
    roles: ['clinician', 'gridworker', 'supervisor', 'headquarters'],
    query: Where,
    answer: z.object({ observations: z.array(Due) }),
    problems: [...onDuty, 'place.area-not-yours'],
  },
  figures: {
    rows: ['V6', 'G3'],
    summary:
      'Indicators of follow-up over what is open, and what was opened in the last 60 days and has ended.',
    method: 'GET',
    path: '/observations/figures',
    roles: ['clinician', 'supervisor', 'headquarters'],
    query: Where,
    answer: Figures,
    problems: [...onDuty, 'place.area-not-yours'],
  },
  mine: {
    rows: ['U12'],
    summary: 'A person’s own observations, newest first.',
    method: 'GET',
    path: '/observations/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId }),
    answer: z.object({ observations: z.array(OwnObservation) }),
    problems: [...signedIn, 'account.not-your-person'],
  },
  one: {
    rows: ['V6'],
    summary:
      'An observation with its calendar. The case is shown to the hospital and the command alone.',
    method: 'GET',
    path: '/observations/{observationId}',
    roles: ['clinician', 'gridworker', 'supervisor', 'headquarters'],
    params,
    answer: Observed,
    problems: ofOne,
  },
  followUp: {
    rows: ['V6'],
    summary: 'Records a day’s follow-up. Of a day one counts; a correction names what it corrects.',
    method: 'POST',
    path: '/observations/{observationId}/follow-ups',
    roles: ['clinician', 'gridworker'],
    params,
    body: FollowUp,
    answer: z.object({ id: FollowUpId, at: Instant }),
    problems: [
      ...ofOne,
      'observation.ended',
      'observation.day-not-open',
      'observation.too-many',
      'core.id-reused',
    ],
  },
  proposeEnd: {
    rows: ['V6'],
    summary: 'A clinician of the hospital proposes the end; a second person confirms it.',
    method: 'POST',
    path: '/observations/{observationId}/ending',
    roles: ['clinician'],
    params,
    body: z.strictObject(Ending.shape),
    answer: Ending,
    problems: [...ofOne, 'observation.ended', 'observation.early'],
  },
  decideEnd: {
    rows: ['V6'],
    summary:
      'A second clinician of the hospital, or the supervisor, confirms the proposed end as they read it, or sends it back. A release releases what this observation made of the code, and nothing else.',
    method: 'POST',
    path: '/observations/{observationId}/ending/decision',
    roles: ['clinician', 'supervisor', 'headquarters'],
    params,
    body: z.strictObject({
      decision: z.enum(['confirmed', 'rejected']),
      outcome: Outcome,
      endOn: Day,
    }),
    answer: z.object({ decision: z.enum(['confirmed', 'rejected']) }),
    problems: [
      ...ofOne,
      'observation.ended',
      'observation.no-ending',
      'observation.ending-changed',
      'observation.ending-own',
    ],
  },
});
