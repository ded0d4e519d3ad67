/**
 * Fever clinic (V5). A visit can always be recorded: whatever the colour, without a code, without network, without
 * anybody who could be asked. What the doctor writes is for the hospital's clinicians and the command end alone.
 */
import * as z from 'zod/mini';
import { Measured, Met, MetNote, Written } from '../code/spot';
import { Match, Whom } from '../code/whom';
import { Decision, Proposal, RecordState, WithdrawalReason } from '../code/withdrawal';
import { Address } from '../core/address';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { ClinicVisitId, PersonId, PlaceId } from '../core/id';
import { DocumentType, Name } from '../core/person';
import { Symptom } from '../core/symptom';

/** What is measured, asked and found; an amendment says all of it anew. */
const findings = {
  /** Where they stay now: this visit’s, never written over the person’s. */
  address: z.optional(Address),
  /** Typed, where no document tells it. */
  age: z.optional(
    z.int({ error: 'age' }).check(z.minimum(0, { error: 'age' }), z.maximum(130, { error: 'age' })),
  ),
  /** Of a child under 14. */
  guardian: z.optional(Name),
  temperature: Measured,
  met: Met,
  metNote: z.optional(MetNote),
  symptoms: z.array(Symptom).check(
    z.maxLength(16),
    z.refine((list) => new Set(list).size === list.length),
  ),
  /** 病情 */
  caseDetails: z.optional(Written(2000, 'note-of-2000')),
  /** 医生意见 */
  opinion: z.optional(Written(2000, 'note-of-2000')),
};
export const Findings = z.strictObject(findings);
export type Findings = z.infer<typeof Findings>;

export const VisitBody = z.strictObject({
  id: ClinicVisitId,
  placeId: PlaceId,
  whom: Whom,
  /** When it was, for one that waited on a phone without network: believed for a day. */
  happenedAt: z.optional(Instant),
  ...findings,
});
export type VisitBody = z.infer<typeof VisitBody>;

const Amendment = z.strictObject({ id: ClinicVisitId, ...findings });

const VisitReceipt = z.object({ id: ClinicVisitId, at: Instant, match: Match });
VisitReceipt.register(z.globalRegistry, { id: 'VisitReceipt' });
export type VisitReceipt = z.infer<typeof VisitReceipt>;

const VisitListed = z.object({
  id: ClinicVisitId,
  at: Instant,
  maskedName: z.string(),
  temperature: z.number(),
  state: RecordState,
  /** How often it was amended. */
  amended: z.int(),
  proposal: z.optional(Proposal),
});
VisitListed.register(z.globalRegistry, { id: 'VisitListed' });
export type VisitListed = z.infer<typeof VisitListed>;

const Visit = z.object({
  id: ClinicVisitId,
  placeName: z.string(),
  at: Instant,
  match: Match,
  name: z.string(),
  document: z.optional(z.object({ type: DocumentType, number: z.string(), isMasked: z.boolean() })),
  phone: z.optional(z.string()),
  age: z.optional(z.int()),
  /** The one in force first, then those before it. */
  versions: z.array(z.object({ id: ClinicVisitId, at: Instant, findings: Findings })),
  state: RecordState,
  proposal: z.optional(Proposal),
});
Visit.register(z.globalRegistry, { id: 'ClinicVisit' });
export type Visit = z.infer<typeof Visit>;

/** What the person may know: what, where and when; never what the doctor wrote. */
export const OwnVisit = z.object({
  id: ClinicVisitId,
  at: Instant,
  placeName: z.string(),
  temperature: z.number(),
  state: RecordState,
});
OwnVisit.register(z.globalRegistry, { id: 'OwnVisit' });
export type OwnVisit = z.infer<typeof OwnVisit>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const atHospital = [...signedIn, 'account.not-allowed', 'place.not-yours'] as const;
const ofVisit = [...atHospital, 'clinic.unknown'] as const;
const params = z.strictObject({ visitId: ClinicVisitId });
const commandEnd = ['clinician', 'supervisor', 'headquarters'] as const;

export const clinicContract = contract({
  record: {
    rows: ['V5'],
    summary: 'Records a visit to a fever clinic; the code turns yellow that day.',
    method: 'POST',
    path: '/clinic-visits',
    roles: ['clinician'],
    body: VisitBody,
    answer: VisitReceipt,
    problems: [
      ...atHospital,
      'pass.scan-unknown',
      'pass.scan-over',
      'clinic.too-many',
      'core.id-reused',
    ],
  },
  visits: {
    rows: ['V5'],
    summary:
      'A hospital’s visits of a day, names masked, newest first; what awaits a second person.',
    method: 'GET',
    path: '/clinic-visits',
    roles: ['clinician'],
    query: z.strictObject({
      placeId: PlaceId,
      day: z.optional(Day),
      before: z.optional(ClinicVisitId),
    }),
    answer: z.object({
      day: Day,
      visits: z.array(VisitListed),
      /** Of whatever day; only on the first page. */
      proposals: z.array(VisitListed),
      next: z.optional(ClinicVisitId),
    }),
    problems: atHospital,
  },
  mine: {
    rows: ['V5', 'U12'],
    summary: 'One’s own visits to fever clinics, newest first.',
    method: 'GET',
    path: '/clinic-visits/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(ClinicVisitId) }),
    answer: z.object({ visits: z.array(OwnVisit), next: z.optional(ClinicVisitId) }),
    problems: [...signedIn, 'account.not-your-person'],
  },
  one: {
    rows: ['V5'],
    summary:
      'A visit with what the doctor wrote: for clinicians of that hospital, the supervisor of the area and headquarters. Audited.',
    method: 'GET',
    path: '/clinic-visits/{visitId}',
    roles: commandEnd,
    params,
    answer: Visit,
    problems: ofVisit,
  },
  amend: {
    rows: ['V5'],
    summary: 'Says anew what was found; the earlier versions are kept.',
    method: 'POST',
    path: '/clinic-visits/{visitId}/amend',
    roles: ['clinician'],
    params,
    body: Amendment,
    answer: Visit,
    problems: [...ofVisit, 'withdrawal.decided', 'clinic.too-many', 'core.id-reused'],
  },
  propose: {
    rows: ['V5'],
    summary: 'Proposes to withdraw a visit that was entered by mistake.',
    method: 'POST',
    path: '/clinic-visits/{visitId}/withdrawal',
    roles: ['clinician'],
    params,
    body: z.strictObject({ reason: WithdrawalReason }),
    answer: VisitListed,
    problems: [...ofVisit, 'withdrawal.proposed-already', 'withdrawal.decided'],
  },
  decide: {
    rows: ['V5'],
    summary:
      'Another clinician of the hospital withdraws the visit, or lets it stand. What the visit made of the code goes with it.',
    method: 'POST',
    path: '/clinic-visits/{visitId}/withdrawal/decision',
    roles: ['clinician'],
    params,
    body: z.strictObject({ decision: Decision }),
    answer: VisitListed,
    problems: [...ofVisit, 'withdrawal.none', 'withdrawal.own', 'withdrawal.decided'],
  },
});
