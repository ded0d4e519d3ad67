/**
 * Organisation filing 单位机构申报 (U7): an organiser puts people on the organisation's list, each joins by confirming in
 * their own app, and the list shows who may come in. The organisation itself is registered as a place, and the duty of
 * its organiser granted like a guard's (place/contract.ts).
 */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { DepartmentId, GrantId, ImportId, MemberId, PersonId, PlaceId, UploadId } from '../core/id';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';
import { sheetTypes } from '../core/sheet';
import { FileAnswer, Upload } from '../core/upload';
import { Clearance, Figures } from './clearance';
import { invitationRoutes } from './invitations';
import { Departments } from './department';
import { Filing, MemberShown, MemberState } from './member';
import { ReasonShown } from './row';

/** People of one organisation. */
export const MOST_PEOPLE = 2000;
/** People of one sheet. */
export const MOST_ROWS = 1000;

/** What of the list is shown. */
export const showLabels = {
  everybody: { zh: '全部', en: 'Everybody' },
  'not-in': { zh: '不能到岗', en: 'May not come in' },
  filed: { zh: '待本人确认', en: 'Not confirmed' },
  green: { zh: '绿码', en: 'Green' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
  none: { zh: '未申领', en: 'No code' },
  'not-checked-in': { zh: '今天未打卡', en: 'Not checked in today' },
  refused: { zh: '未同意', en: 'Refused' },
  left: { zh: '已退出', en: 'Left' },
} as const satisfies Record<string, Said>;
export const Show = oneOf(showLabels);
export type Show = z.infer<typeof Show>;

export const reportKindLabels = {
  evening: { zh: '22:00 分部门', en: '22:00 by department' },
  morning: { zh: '08:00 汇总', en: '08:00 in total' },
} as const satisfies Record<string, Said>;
export const ReportKind = oneOf(reportKindLabels);
export type ReportKind = z.infer<typeof ReportKind>;

/** The figures of a part of the organisation; without an id, of people in no department. */
const DepartmentFigures = z.object({
  id: z.optional(DepartmentId),
  name: z.string(),
  figures: Figures,
});

/** A roll-up as it was counted: the college asks for it by department at 22:00 and in total at 08:00. */
export const Report = z.object({
  day: Day,
  kind: ReportKind,
  at: Instant,
  figures: Figures,
  clearance: Clearance,
  /** Of the evening's report. */
  departments: z.array(DepartmentFigures),
});
Report.register(z.globalRegistry, { id: 'OrganisationReport' });
export type Report = z.infer<typeof Report>;
/** `2020-03-01#morning`: by day, the morning's before the evening's. */
export const ReportKey = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}#(0|1)$/));
/** In the order of the day. */
export const reportKeyOf = ({ day, kind }: Pick<Report, 'day' | 'kind'>): string =>
  `${day}#${kind === 'morning' ? 0 : 1}`;

const Person = z.object({ memberId: MemberId, name: z.string() });

export const Overview = z.object({
  id: PlaceId,
  name: z.string(),
  /** The whole organisation, or only the departments one is responsible for. */
  scope: z.enum(['organisation', 'departments']),
  figures: Figures,
  clearance: Clearance,
  departments: z.array(z.object({ ...DepartmentFigures.shape, responsible: z.optional(Person) })),
  /** To whom the duty was offered, until they answer. */
  handover: z.optional(z.object({ ...Person.shape, at: Instant })),
  serverTime: Instant,
});
Overview.register(z.globalRegistry, { id: 'OrganisationOverview' });
export type Overview = z.infer<typeof Overview>;

/** A list that one is on, as the person on it sees it. */
export const Membership = z.object({
  organisationId: PlaceId,
  organisationName: z.string(),
  memberId: MemberId,
  /** Whose: one's own, or somebody's under the same account. */
  personId: PersonId,
  /** As the organiser wrote it. */
  maskedName: z.string(),
  departmentName: z.optional(z.string()),
  state: MemberState,
  filedAt: Instant,
  decidedAt: z.optional(Instant),
  /** Only under one's own name can one join. */
  nameMatches: z.boolean(),
  /** Days on which somebody of the organisation looked at the colour, newest first, a fortnight back. */
  lookedOn: z.array(Day),
  /** The organiser offers the duty to this person. */
  offersDuty: z.boolean(),
});
export type Membership = z.infer<typeof Membership>;

const Named = z.object({ id: PlaceId, name: z.string() });

/** What became of a row of a sheet. */
export const outcomeLabels = {
  added: { zh: '已加入名单', en: 'Added' },
  corrected: { zh: '已更正', en: 'Corrected' },
  already: { zh: '名单上已有', en: 'Already on the list' },
  rejected: { zh: '未导入', en: 'Rejected' },
} as const satisfies Record<string, Said>;
export const Outcome = oneOf(outcomeLabels);
export type Outcome = z.infer<typeof Outcome>;

export const RowShown = z.object({
  /** As the spreadsheet numbers it. */
  row: z.int(),
  outcome: Outcome,
  reasons: z.array(ReasonShown),
});
export type RowShown = z.infer<typeof RowShown>;

export const Imported = z.object({
  id: ImportId,
  at: Instant,
  /** False: stopped for the time that one answer may take; the same request goes on from there. */
  done: z.boolean(),
  /** Rows of the sheet with something in them. */
  total: z.int(),
  counts: z.object({
    added: z.int(),
    corrected: z.int(),
    already: z.int(),
    rejected: z.int(),
  }),
  rows: z.array(RowShown),
});
Imported.register(z.globalRegistry, { id: 'Imported' });
export type Imported = z.infer<typeof Imported>;

const signedIn = ['account.not-signed-in', 'account.session-ended', 'account.left'] as const;
const seeing = [...signedIn, 'organisation.not-yours', 'organisation.too-many'] as const;
const organising = [...signedIn, 'account.not-allowed', 'organisation.not-yours'] as const;
const params = z.strictObject({ organisationId: PlaceId });

export const organisationContract = contract({
  ...invitationRoutes,
  mine: {
    rows: ['U7'],
    summary:
      'The organisations one organises or has a department of, the lists one is on, and the invitations that wait.',
    method: 'GET',
    path: '/organisations/mine',
    roles: ['resident'],
    answer: z.object({
      organised: z.array(Named),
      inCharge: z.array(Named),
      memberships: z.array(Membership),
      serverTime: Instant,
    }),
    problems: [...signedIn],
  },
  overview: {
    rows: ['U7', 'G3'],
    summary:
      'Figures of the organisation as of now, by department, and whether it may resume or what is missing.',
    method: 'GET',
    path: '/organisations/{organisationId}',
    roles: ['resident'],
    params,
    answer: Overview,
    problems: [...seeing],
  },
  list: {
    rows: ['U7'],
    summary:
      'People of the list with what they confirmed to show: colour and last check-in. A POST, because a name searched for belongs into no address. Each look is audited, once a day for a person and a looker, and the person sees it.',
    method: 'POST',
    path: '/organisations/{organisationId}/lists',
    roles: ['resident'],
    params,
    body: z.strictObject({
      show: Show,
      departmentId: z.optional(DepartmentId),
      /** A part of the name. */
      name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
      after: z.optional(MemberId),
    }),
    answer: z.object({
      members: z.array(MemberShown),
      /** How many there are to be shown. */
      count: z.int(),
      figures: Figures,
      next: z.optional(MemberId),
    }),
    problems: [...seeing],
  },
  add: {
    rows: ['U7'],
    summary: 'Puts one person on the list. They join by confirming in their own app.',
    method: 'POST',
    path: '/organisations/{organisationId}/members',
    roles: ['organiser'],
    params,
    body: z.strictObject({ id: MemberId, filing: Filing }),
    answer: MemberShown,
    problems: [
      ...organising,
      'core.id-reused',
      'organisation.full',
      'organisation.already-filed',
      'organisation.phone-shared',
      'organisation.department-unknown',
      'organisation.too-many',
    ],
  },
  correct: {
    rows: ['U7'],
    summary: 'Moves somebody to another department; of somebody who has not joined also the name.',
    method: 'PUT',
    path: '/organisations/{organisationId}/members/{memberId}',
    roles: ['organiser'],
    params: z.strictObject({ organisationId: PlaceId, memberId: MemberId }),
    body: z.strictObject({
      name: Filing.shape.name,
      departmentId: z.optional(DepartmentId),
    }),
    answer: MemberShown,
    problems: [
      ...organising,
      'organisation.member-unknown',
      'organisation.department-unknown',
      'organisation.decided',
    ],
  },
  remove: {
    rows: ['U7'],
    summary: 'Takes somebody off the list: whoever has gone for good.',
    method: 'DELETE',
    path: '/organisations/{organisationId}/members/{memberId}',
    roles: ['organiser'],
    params: z.strictObject({ organisationId: PlaceId, memberId: MemberId }),
    answer: z.object({ removed: z.literal(true) }),
    problems: [...organising, 'organisation.member-unknown'],
  },
  putDepartments: {
    rows: ['U7'],
    summary: 'The departments as they are from now on, each with the person responsible.',
    method: 'PUT',
    path: '/organisations/{organisationId}/departments',
    roles: ['organiser'],
    params,
    body: z.strictObject({ departments: Departments }),
    answer: z.object({ departments: Departments }),
    problems: [...organising, 'organisation.department-in-use', 'organisation.not-joined'],
  },
  answer: {
    rows: ['U7'],
    summary: 'The person’s own word: joins, refuses, or leaves at any time.',
    method: 'POST',
    path: '/organisations/{organisationId}/answers',
    roles: ['resident'],
    params,
    body: z.strictObject({
      memberId: MemberId,
      decision: z.enum(['joined', 'refused', 'left']),
    }),
    answer: Membership,
    problems: [
      ...signedIn,
      'organisation.member-unknown',
      'organisation.name-differs',
      'organisation.decided',
    ],
  },
  offerDuty: {
    rows: ['U7'],
    summary: 'Offers the organiser’s duty to somebody who joined; `null` takes the offer back.',
    method: 'PUT',
    path: '/organisations/{organisationId}/handover',
    roles: ['organiser'],
    params,
    body: z.strictObject({ memberId: z.nullable(MemberId) }),
    answer: z.object({ memberId: z.nullable(MemberId) }),
    problems: [
      ...organising,
      'organisation.member-unknown',
      'organisation.not-joined',
      'organisation.decided',
    ],
  },
  takeDuty: {
    rows: ['U7'],
    summary:
      'Accepts the duty that was offered: from that moment it is this person’s and the former organiser’s no more.',
    method: 'POST',
    path: '/organisations/{organisationId}/organisers',
    roles: ['resident'],
    params,
    body: z.strictObject({ grantId: GrantId }),
    answer: Named,
    problems: [...signedIn, 'account.details-missing', 'organisation.decided', 'core.id-reused'],
  },
  askForDuty: {
    rows: ['U7'],
    summary:
      'Somebody who joined asks the supervisor for the duty of an organiser who is gone or was withdrawn.',
    method: 'POST',
    path: '/organisations/{organisationId}/requests',
    roles: ['resident'],
    params,
    body: z.strictObject({ grantId: GrantId }),
    answer: z.object({ asked: z.literal(true) }),
    problems: [
      ...signedIn,
      'account.details-missing',
      'organisation.not-joined',
      'organisation.too-many',
      'core.id-reused',
    ],
  },
  reports: {
    rows: ['U7', 'G3'],
    summary: 'Roll-ups as they were counted, newest first, paged by key.',
    method: 'GET',
    path: '/organisations/{organisationId}/reports',
    roles: ['resident'],
    params,
    query: z.strictObject({ before: z.optional(ReportKey) }),
    answer: z.object({ reports: z.array(Report), next: z.optional(ReportKey) }),
    problems: [...seeing],
  },
});

/** Served by a Lambda of its own: the spreadsheet library weighs more than the rest of the feature. */
export const sheetContract = contract({
  upload: {
    rows: ['U7'],
    summary: 'Where to put a spreadsheet of at most 2 MB, for a quarter of an hour.',
    method: 'POST',
    path: '/organisations/{organisationId}/uploads',
    roles: ['organiser'],
    params,
    body: z.strictObject({ id: UploadId, type: z.enum(sheetTypes) }),
    answer: Upload,
    problems: [...organising, 'organisation.too-many'],
    entry: 'sheet',
  },
  import: {
    rows: ['U7'],
    summary:
      'Files the people of an uploaded sheet, row by row. Under the same id it goes on where it was stopped, and answers the same.',
    method: 'POST',
    path: '/organisations/{organisationId}/imports',
    roles: ['organiser'],
    params,
    body: z.strictObject({ id: ImportId, uploadId: UploadId }),
    answer: Imported,
    problems: [
      ...organising,
      'core.id-reused',
      'core.file-missing',
      'core.file-unreadable',
      'organisation.no-header',
      'organisation.too-many-rows',
      'organisation.too-many',
    ],
    entry: 'sheet',
  },
  rejected: {
    rows: ['U7'],
    summary: 'The rejected rows of an import with a column of reasons, to correct and load again.',
    method: 'GET',
    path: '/organisations/{organisationId}/rejected',
    roles: ['organiser'],
    params,
    query: z.strictObject({ importId: ImportId }),
    answer: FileAnswer,
    problems: [...organising, 'organisation.import-unknown', 'core.file-missing'],
    entry: 'sheet',
  },
  template: {
    rows: ['U7'],
    summary: 'An empty sheet with the columns, all of them text.',
    method: 'GET',
    path: '/organisations/{organisationId}/template',
    roles: ['organiser'],
    params,
    answer: FileAnswer,
    problems: [...organising],
    entry: 'sheet',
  },
  peopleFile: {
    rows: ['U7'],
    summary: 'The list as a spreadsheet, audited like a look at each of those who joined.',
    method: 'GET',
    path: '/organisations/{organisationId}/people',
    roles: ['resident'],
    params,
    answer: FileAnswer,
    problems: [...seeing],
    entry: 'sheet',
  },
  reportFile: {
    rows: ['U7', 'G3'],
    summary: 'A roll-up as a spreadsheet.',
    method: 'GET',
    path: '/organisations/{organisationId}/files',
    roles: ['resident'],
    params,
    query: z.strictObject({ report: ReportKey }),
    answer: FileAnswer,
    problems: [...seeing, 'organisation.report-unknown'],
    entry: 'sheet',
  },
});
