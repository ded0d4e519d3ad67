/** Login by phone and SMS code or by the platform's identity, personal details, the family (U1). */
import * as z from 'zod/mini';
import { contract, Role } from '../core/contract';
import { Instant } from '../core/day';
import { AccountId, GrantId, PersonId, PlaceId } from '../core/id';
import { Phone } from '../core/person';
import { DetailsFields, DetailsShown } from './details';
import { familyRoutes, Member } from './family';

/** What `wx.login` or `my.getAuthCode` gave: good once, for minutes. */
const PlatformCode = z.string().check(z.minLength(4), z.maxLength(256));
export const SmsCode = z.string().check(z.regex(/^\d{6}$/, { error: 'code' }));

export const Session = z.object({
  /** Bearer token for `authorization`. */
  token: z.string(),
  expiresAt: Instant,
  accountId: AccountId,
  /** The person that the account's holder is. */
  personId: PersonId,
  /** False until the personal details are filled in. */
  hasDetails: z.boolean(),
  /** Random bytes, base64url, for mixing into ids made on a device without good randomness. */
  seed: z.string(),
  serverTime: Instant,
});
Session.register(z.globalRegistry, { id: 'Session' });
export type Session = z.infer<typeof Session>;

/** A duty that was granted: the role, and the place or area it is for. */
export const Duty = z.object({
  grantId: GrantId,
  role: Role,
  placeId: z.optional(PlaceId),
  area: z.optional(z.string()),
});

export const accountContract = contract({
  sendSmsCode: {
    rows: ['U1'],
    summary:
      'Sends a 6-digit code, good for 5 minutes and 5 tries. Limited per phone and per address.',
    method: 'POST',
    path: '/sms-codes',
    roles: ['anyone'],
    body: z.strictObject({ phone: Phone }),
    answer: z.object({ resendAfterSeconds: z.int(), expiresInSeconds: z.int() }),
    problems: ['account.sms-too-many'],
  },
  signIn: {
    rows: ['U1'],
    summary:
      'Signs in by phone and SMS code; the first time registers. With a platform code, later openings sign in by themselves.',
    method: 'POST',
    path: '/sessions',
    roles: ['anyone'],
    body: z.strictObject({
      phone: Phone,
      code: SmsCode,
      wechatCode: z.optional(PlatformCode),
      /** From `POST /identities/alipay`: proves the Alipay identity for ten minutes. */
      alipayProof: z.optional(z.string().check(z.maxLength(2000))),
    }),
    answer: Session,
    problems: ['account.sms-code-wrong', 'account.sms-code-over', 'account.sms-too-many'],
  },
  signInByWechat: {
    rows: ['U1'],
    summary: 'Signs in silently by the WeChat identity that an earlier login bound.',
    method: 'POST',
    path: '/sessions/wechat',
    roles: ['anyone'],
    body: z.strictObject({ code: PlatformCode }),
    answer: Session,
    problems: [
      'account.identity-unknown',
      'account.platform-refused',
      'account.platform-unreachable',
    ],
  },
  signInByAlipay: {
    rows: ['U1'],
    summary: 'Signs in silently by a proof of the Alipay identity that an earlier login bound.',
    method: 'POST',
    path: '/sessions/alipay',
    roles: ['anyone'],
    body: z.strictObject({ proof: z.string().check(z.maxLength(2000)) }),
    answer: Session,
    problems: ['account.identity-unknown', 'account.platform-refused'],
  },
  signOut: {
    rows: ['U1'],
    summary: 'Ends this session; its token is refused from the next call on.',
    method: 'DELETE',
    path: '/sessions/mine',
    roles: ['resident'],
    answer: z.object({ ended: z.literal(true) }),
    problems: ['account.not-signed-in', 'account.session-ended'],
  },
  mine: {
    rows: ['U1', 'V1'],
    summary: 'One’s own account: details, members of the family, duties granted.',
    method: 'GET',
    path: '/accounts/mine',
    roles: ['resident'],
    answer: z.object({
      accountId: AccountId,
      maskedPhone: z.string(),
      personId: PersonId,
      details: z.optional(DetailsShown),
      /** The family: at most 8, oldest first. What an older version kept on a device has none. */
      members: z._default(z.array(Member), []),
      duties: z.array(Duty),
      serverTime: Instant,
    }),
    problems: ['account.not-signed-in', 'account.session-ended'],
  },
  putDetails: {
    rows: ['U1'],
    summary: 'Fills in or corrects personal details. One document belongs to one person.',
    method: 'PUT',
    path: '/persons/{personId}',
    roles: ['resident'],
    params: z.strictObject({ personId: PersonId }),
    body: z.strictObject(DetailsFields),
    answer: DetailsShown,
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-your-person',
      'account.document-taken',
      'account.details-too-many',
    ],
  },
  ...familyRoutes,
});

/** Served by a Lambda of its own: Alipay's SDK weighs more than the rest of the feature. */
export const alipayContract = contract({
  proveAlipay: {
    rows: ['U1'],
    summary:
      'Exchanges an Alipay auth code for a signed proof of the identity, good for ten minutes.',
    method: 'POST',
    path: '/identities/alipay',
    roles: ['anyone'],
    body: z.strictObject({ code: PlatformCode }),
    answer: z.object({ proof: z.string() }),
    problems: ['account.platform-refused', 'account.platform-unreachable'],
    entry: 'alipay',
  },
});
