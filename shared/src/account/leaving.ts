/**
 * Deleting one's account (U12; 个人信息保护法 art. 47). Nobody deletes a yellow code away, and nobody is gone whom
 * others still count on: what stands in the way is told, with what to do about it.
 */
import * as z from 'zod/mini';
import type { Reason } from '../code/colour';
import { colourOn } from '../code/colour';
import type { CodeRecord } from '../code/record';
import type { RuleSet } from '../code/rule-set';
import { contract, Role } from '../core/contract';
import { Day, type DayNumber, dayNumbered, Instant } from '../core/day';
import { SmsCode } from './contract';

/** What stands in the way of deleting the account. */
export const Obstacle = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('not-green'),
    colour: z.enum(['yellow', 'red']),
    /** The first day on which it can be green again. */
    clearsOn: Day,
    awaitsRelease: z.boolean(),
  }),
  z.object({
    kind: z.literal('planned'),
    /** The day of the planned return. */
    on: Day,
  }),
  z.object({
    kind: z.literal('duty'),
    role: Role,
    /** The place or the area that counts on it. */
    at: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('family'),
    /** People under the account beside its holder. */
    count: z.int(),
  }),
  z.object({
    kind: z.literal('list'),
    /** Lists of organisations that the holder has joined. */
    count: z.int(),
  }),
]);
export type Obstacle = z.infer<typeof Obstacle>;

interface Held {
  readonly duties: readonly { readonly role: Role; readonly at?: string | undefined }[];
  /** People under the account, the holder included. */
  readonly persons: number;
  /** Lists of organisations joined. */
  readonly lists: number;
}

/** What stands in the way today, the code first. `record` is missing where no details were ever filled in. */
export function obstaclesTo(
  today: DayNumber,
  record: CodeRecord | undefined,
  ruleSet: RuleSet,
  { duties, persons, lists }: Held,
): Obstacle[] {
  return [
    ...(record ? ofCode(today, record, ruleSet) : []),
    ...duties.map(({ role, at }) => ({
      kind: 'duty' as const,
      role,
      ...(at !== undefined && { at }),
    })),
    ...(persons > 1 ? [{ kind: 'family' as const, count: persons - 1 }] : []),
    ...(lists > 0 ? [{ kind: 'list' as const, count: lists }] : []),
  ];
}

function ofCode(today: DayNumber, record: CodeRecord, ruleSet: RuleSet): Obstacle[] {
  const { reasons } = colourOn(today, record, ruleSet);
  const ahead = record.triggers.map(({ since }) => since).filter((since) => since > today);
  return [
    ...(reasons.length > 0 ? [notGreen(reasons)] : []),
    ...(ahead.length > 0
      ? [{ kind: 'planned' as const, on: dayNumbered(Math.min(...ahead)) }]
      : []),
  ];
}

const notGreen = (reasons: readonly Reason[]): Obstacle => ({
  kind: 'not-green',
  colour: reasons.some(({ colour }) => colour === 'red') ? 'red' : 'yellow',
  clearsOn: dayNumbered(Math.max(...reasons.map(({ clearsOn }) => clearsOn))),
  awaitsRelease: reasons.some(({ awaitsRelease }) => awaitsRelease),
});

const signedIn = ['account.not-signed-in', 'account.session-ended', 'account.left'] as const;
const hindered = [
  'account.leave-not-green',
  'account.leave-planned',
  'account.leave-duty',
  'account.leave-family',
  'account.leave-list',
] as const;

export const leavingContract = contract({
  leaving: {
    rows: ['U12'],
    summary: 'What stands in the way of deleting one’s account, if anything.',
    method: 'GET',
    path: '/accounts/mine/departure',
    roles: ['resident'],
    answer: z.object({ maskedPhone: z.string(), obstacles: z.array(Obstacle) }),
    problems: [...signedIn],
  },
  sendLeaveCode: {
    rows: ['U12'],
    summary:
      'Sends a code to the account’s own phone, good for deleting the account and nothing else.',
    method: 'POST',
    path: '/accounts/mine/departure/codes',
    roles: ['resident'],
    answer: z.object({ resendAfterSeconds: z.int(), expiresInSeconds: z.int() }),
    problems: [...signedIn, ...hindered, 'account.sms-too-many'],
  },
  leave: {
    rows: ['U12'],
    summary:
      'Deletes one’s account: sessions and code end at once, phone and document are free; everything else is erased within two hours, but for what the statement names.',
    method: 'POST',
    path: '/accounts/mine/departure',
    roles: ['resident'],
    body: z.strictObject({ code: SmsCode }),
    answer: z.object({ leftAt: Instant }),
    problems: [
      ...signedIn,
      ...hindered,
      'account.sms-too-many',
      'account.sms-code-wrong',
      'account.sms-code-over',
    ],
  },
});
