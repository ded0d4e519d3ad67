/** At the gate: scan, verdict, pass record, history (V2, V3). */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { Subject, WithoutCode } from '../code/whom';
import { contract, Role } from '../core/contract';
import { Day, Instant } from '../core/day';
import { EscalationId, PartyId, PassId, PersonId, PlaceId } from '../core/id';
import { LocationCheck } from '../core/location';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';

export const directionLabels = {
  in: { zh: '进入', en: 'In' },
  out: { zh: '外出', en: 'Out' },
} as const satisfies Record<string, Said>;
export const Direction = oneOf(directionLabels);

export const reasonLabels = {
  'return-to-work': { zh: '返工', en: 'Return to work' },
  'return-home': { zh: '返乡', en: 'Return home' },
  shopping: { zh: '购买生活用品', en: 'Daily necessities' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Said>;
export const PassReason = oneOf(reasonLabels);

/** Normal, abnormal, or a reading in °C that the rule set judges. */
export const Temperature = z.union([
  z.enum(['normal', 'abnormal']),
  z
    .number({ error: 'temperature' })
    .check(z.minimum(34, { error: 'temperature' }), z.maximum(43, { error: 'temperature' })),
]);

/** GA 36: province, letter, five or six characters; also the special ones (学, 警, 港, 澳, 挂, 使, 领). */
export const Plate = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(20)),
    z.transform((typed) =>
      typed
        .normalize('NFKC')
        .replace(/[\s·.\-]/g, '')
        .toUpperCase(),
    ),
  ),
  z.string().check(
    z.regex(/^[\u4e00-\u9fa5][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳挂使领]$/, {
      error: 'plate',
    }),
  ),
);

/** Why the guard is warned (V3): what the last 14 days hold, or that the colour does not do here. */
export const warningLabels = {
  'abnormal-temperature': {
    zh: '14天内有体温异常记录',
    en: 'An abnormal temperature within 14 days',
  },
  stopped: { zh: '14天内曾在其他卡口被劝返', en: 'Stopped at a checkpoint within 14 days' },
  'not-green': { zh: '14天内曾为非绿码', en: 'Not green within the last 14 days' },
  'left-isolation': { zh: '隔离期间外出', en: 'Went out while told to isolate' },
  'far-apart': {
    zh: '短时间内在相距很远的两地出现，请核对证件',
    en: 'Seen at two places too far apart in too short a time: check the document',
  },
  'identity-changed': {
    zh: '14天内改过姓名或证件，请核对证件',
    en: 'Changed name or document within 14 days: check the document',
  },
} as const satisfies Record<string, Said>;
export const WarningKind = oneOf(warningLabels);
export const Warning = z.object({ kind: WarningKind, on: Day });
export type Warning = z.infer<typeof Warning>;

const ScanToken = z.string().check(z.minLength(1), z.maxLength(2000));
const Says = z.object({ zh: z.string(), en: z.string() });

/** A code of ours, in time: what the guard may see. */
const ValidScan = z.object({
  verdict: z.literal('valid'),
  scanId: PassId,
  colour: Colour,
  /** Whether the duty at the place was granted. Until then nothing but the colour is told. */
  granted: z.boolean(),
  /** Whether the colour meets the checkpoint's requirement. */
  meets: z.optional(z.boolean()),
  maskedName: z.optional(z.string()),
  documentTail: z.optional(z.string()),
  /** One line for the guard: never medical detail. */
  line: z.optional(Says),
  since: z.optional(Day),
  warnings: z.array(Warning),
  subject: z.optional(z.string()),
  /** A printed card was scanned: whoever holds it may be anybody, the document decides. */
  byCard: z.optional(z.boolean()),
  /** Found by name and document instead of a scan: the document decides. */
  lookedUp: z.optional(WithoutCode),
  /** The command has let this person through here, until then, once. */
  letPass: z.optional(z.object({ escalationId: EscalationId, until: Instant })),
  serverTime: Instant,
});

/** A printed card that is no card: never issued, reported lost or replaced, or past its last day. */
const cardFaults = ['card-unknown', 'card-ended', 'card-over'] as const;
export type CardFault = (typeof cardFaults)[number];

/** Anything else: about the code or the verifier, not the person. */
const OtherScan = z.object({
  verdict: z.enum([
    'expired',
    'clock-off',
    'forged',
    'truncated',
    'foreign',
    'unreadable',
    'unknown-key',
    ...cardFaults,
  ]),
  /** Seconds since it ended, or that it lies ahead. */
  bySeconds: z.optional(z.int()),
  serverTime: Instant,
});
export const Scan = z.discriminatedUnion('verdict', [ValidScan, OtherScan]);
Scan.register(z.globalRegistry, { id: 'Scan' });
export type Scan = z.infer<typeof Scan>;

export const Pass = z.object({
  id: PassId,
  personId: PersonId,
  at: Instant,
  placeId: z.optional(PlaceId),
  placeName: z.optional(z.string()),
  address: z.optional(z.string()),
  colour: Colour,
  /** Scanned without network and sent later: the colour is the token’s. */
  offline: z.optional(z.boolean()),
  /** By a printed card. */
  byCard: z.optional(z.boolean()),
  /** Found by name and document instead of a scan, and why. */
  lookedUp: z.optional(WithoutCode),
  /** In which duty, where that is not a guard's. */
  role: z.optional(Role),
  /** `looked`: scanned and seen, not recorded as passing. `self`: the person scanned the place's poster (V4). */
  outcome: z.enum(['looked', 'passed', 'stopped', 'self']),
  /** Of a scan of the poster. */
  locationCheck: z.optional(LocationCheck),
  direction: z.optional(Direction),
  reason: z.optional(PassReason),
  temperature: z.optional(Temperature),
  plate: z.optional(z.string()),
  note: z.optional(z.string()),
  /** Who goes through together has the same one: a family, the people in one vehicle. */
  partyId: z.optional(PartyId),
  /** Let through by the command’s answer, despite the colour. */
  escalationId: z.optional(EscalationId),
  /** Entered by hand, without scan or look-up. */
  byHand: z.optional(z.boolean()),
  /** Taken back by the guard at once: kept on record, counts for nothing. */
  undone: z.optional(z.boolean()),
});
Pass.register(z.globalRegistry, { id: 'Pass' });
export type Pass = z.infer<typeof Pass>;

export const PassBody = z.strictObject({
  /** The scan's id: the pass is the scan, completed. */
  id: PassId,
  placeId: PlaceId,
  subject: Subject,
  outcome: z.enum(['passed', 'stopped']),
  direction: Direction,
  reason: PassReason,
  temperature: Temperature,
  plate: z.optional(Plate),
  /** What was said when somebody was stopped. */
  note: z.optional(z.string().check(z.trim(), z.maxLength(200), z.refine(isPlain))),
  /** Made at the first of a party. Each is judged and recorded alone; this only tells who came together. */
  partyId: z.optional(PartyId),
  /** The command’s answer by which somebody passes whose colour does not do here. */
  escalationId: z.optional(EscalationId),
});

export const onDuty = [
  'account.not-signed-in',
  'account.session-ended',
  'place.not-yours',
] as const;

export const passContract = contract({
  scan: {
    rows: ['V2', 'V3', 'V5', 'V6', 'V7', 'V8', 'V9'],
    summary:
      'Reads a scanned code at a checkpoint, a clinic, a counter, a door. The look itself is recorded; the person can see it.',
    method: 'POST',
    path: '/scans',
    roles: ['resident'],
    body: z.strictObject({
      id: PassId,
      placeId: z.optional(PlaceId),
      token: ScanToken,
      /** When it was scanned, for one that waited without network: at most a day ago. */
      scannedAt: z.optional(Instant),
    }),
    answer: Scan,
    problems: [
      ...onDuty,
      'code.unknown',
      'pass.card-needs-duty',
      'pass.too-many',
      'core.id-reused',
    ],
  },
  record: {
    rows: ['V2'],
    summary: 'Records the pass, or the stop, of a person scanned in the last half hour.',
    method: 'POST',
    path: '/passes',
    roles: ['guard'],
    body: PassBody,
    answer: z.object({ pass: z.omit(Pass, { personId: true }), warnings: z.array(Warning) }),
    problems: [
      ...onDuty,
      'account.not-allowed',
      'pass.code-not-valid',
      'pass.must-stop',
      'escalation.let-pass-over',
      'pass.scan-unknown',
      'pass.scan-over',
      'core.id-reused',
    ],
  },
  undo: {
    rows: ['V2'],
    summary:
      'Takes back what one has just recorded, within two minutes. It stays on record as undone; the signs it made are taken back.',
    method: 'POST',
    path: '/passes/{passId}/undo',
    roles: ['guard'],
    params: z.strictObject({ passId: PassId }),
    body: z.strictObject({ placeId: PlaceId, subject: Subject }),
    answer: z.object({ pass: z.omit(Pass, { personId: true }) }),
    problems: [...onDuty, 'account.not-allowed', 'pass.scan-unknown', 'pass.undo-over'],
  },
  history: {
    rows: ['V3'],
    summary: 'All passes of the person just scanned, newest first. The look is audited.',
    method: 'GET',
    path: '/scans/{scanId}/passes',
    roles: ['guard'],
    params: z.strictObject({ scanId: PassId }),
    query: z.strictObject({ subject: Subject, placeId: PlaceId, before: z.optional(PassId) }),
    answer: z.object({
      passes: z.array(z.omit(Pass, { personId: true })),
      warnings: z.array(Warning),
      next: z.optional(PassId),
    }),
    problems: [...onDuty, 'account.not-allowed', 'pass.scan-unknown', 'pass.scan-over'],
  },
  mine: {
    rows: ['V2', 'U12'],
    summary: 'Where one’s own code was scanned, newest first: who looked, where and when.',
    method: 'GET',
    path: '/passes/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(PassId) }),
    answer: z.object({ passes: z.array(Pass), next: z.optional(PassId) }),
    problems: ['account.not-signed-in', 'account.session-ended', 'account.not-your-person'],
  },
});
