/**
 * Places and the duties at them (V1, U7): whoever works there enters the place and asks for the duty; the supervisor
 * of the area grants it.
 */
import * as z from 'zod/mini';
import { Requirement } from '../code/requirement';
import { Address } from '../core/address';
import { AreaCode } from '../core/area';
import { contract, Role } from '../core/contract';
import { Instant } from '../core/day';
import { AccountId, GrantId, PlaceId } from '../core/id';
import { Location } from '../core/location';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';
import { CreditCode } from './credit-code';

export const placeKindLabels = {
  checkpoint: { zh: '关口', en: 'Checkpoint' },
  hospital: { zh: '医院', en: 'Hospital' },
  pharmacy: { zh: '药店', en: 'Pharmacy' },
  'sampling-site': { zh: '采样 / 接种点', en: 'Sampling or vaccination site' },
  grid: { zh: '网格', en: 'Grid' },
  organisation: { zh: '单位', en: 'Organisation' },
} as const satisfies Record<PlaceKind, Said>;

export const checkpointTypeLabels = {
  road: { zh: '路口', en: 'Road' },
  village: { zh: '村庄', en: 'Village' },
  community: { zh: '小区', en: 'Community' },
  campus: { zh: '校园', en: 'Campus' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  market: { zh: '市场商超', en: 'Market or mall' },
  port: { zh: '机场车站码头', en: 'Airport, station or port' },
} as const satisfies Record<string, Said>;
export const CheckpointType = oneOf(checkpointTypeLabels);

const PlaceName = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, { error: 'place-name' }),
    z.maxLength(40, { error: 'place-name' }),
    z.refine(isPlain, { error: 'place-name' }),
  );

/** What every place where people are met has; `location` where the device that entered it could tell. */
const met = { id: PlaceId, name: PlaceName, address: Address, location: z.optional(Location) };

export const Checkpoint = z.strictObject({
  ...met,
  kind: z.literal('checkpoint'),
  type: CheckpointType,
  requires: Requirement,
  /** Whether a green code is recorded by the scan alone, without a tap (V2). */
  passesGreen: z.optional(z.boolean()),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const Hospital = z.strictObject({ ...met, kind: z.literal('hospital') });
export const Pharmacy = z.strictObject({ ...met, kind: z.literal('pharmacy') });
export const SamplingSite = z.strictObject({ ...met, kind: z.literal('sampling-site') });
/** Some streets or a village under one grid worker: the duty reaches as far as the address's street or township. */
export const Grid = z.strictObject({ ...met, kind: z.literal('grid') });

export const organisationTypeLabels = {
  school: { zh: '学校', en: 'School or college' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  government: { zh: '机关', en: 'Government body' },
  institution: { zh: '事业单位', en: 'Public institution' },
  other: { zh: '其他单位', en: 'Other' },
} as const satisfies Record<string, Said>;
export const OrganisationType = oneOf(organisationTypeLabels);

/** An employer or a school whose people are filed together (U7): the duty at it is `organiser`. */
export const Organisation = z.strictObject({
  id: PlaceId,
  kind: z.literal('organisation'),
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(2, { error: 'organisation' }),
      z.maxLength(60, { error: 'organisation' }),
      z.refine(isPlain, { error: 'organisation' }),
    ),
  type: OrganisationType,
  creditCode: z.optional(CreditCode),
  address: Address,
});
export type Organisation = z.infer<typeof Organisation>;

/** Where a duty is held. */
export const Place = z.discriminatedUnion('kind', [
  Checkpoint,
  Hospital,
  Pharmacy,
  SamplingSite,
  Grid,
  Organisation,
]);
export type Place = z.infer<typeof Place>;
export type PlaceKind = Place['kind'];

/** Where people are met: all but the organisation, whose duty passes from hand to hand (U7). */
export type Post = Exclude<Place, { kind: 'organisation' }>;
export type PostKind = Post['kind'];
export const isPost = (place: Place): place is Post => place.kind !== 'organisation';

/** The duty that is asked for with a place. */
export const roleAt = {
  checkpoint: 'guard',
  hospital: 'clinician',
  pharmacy: 'pharmacist',
  'sampling-site': 'sampler',
  grid: 'gridworker',
  organisation: 'organiser',
} as const satisfies Record<PlaceKind, Role>;

export const grantStateLabels = {
  asked: { zh: '待批准', en: 'Waiting' },
  granted: { zh: '已批准', en: 'Granted' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const satisfies Record<string, Said>;
export const GrantState = oneOf(grantStateLabels);
export type GrantState = z.infer<typeof GrantState>;

/** A duty asked for: who, which role, at which place, and what became of it. */
export const Grant = z.object({
  id: GrantId,
  role: Role,
  state: GrantState,
  place: Place,
  askedAt: Instant,
  decidedAt: z.optional(Instant),
  /** Why it was refused or withdrawn, in the supervisor's words. */
  reason: z.optional(z.string()),
});
Grant.register(z.globalRegistry, { id: 'Grant' });
export type Grant = z.infer<typeof Grant>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;

export const placeContract = contract({
  register: {
    rows: ['V1', 'U7'],
    summary: 'Enters a place (checkpoint, hospital, pharmacy …) and asks for the duty there.',
    method: 'POST',
    path: '/places',
    roles: ['resident'],
    body: z.strictObject({ grantId: GrantId, place: Place }),
    answer: Grant,
    problems: [...signedIn, 'account.details-missing', 'place.too-many', 'core.id-reused'],
  },
  mine: {
    rows: ['V1'],
    summary: 'The duties one has asked for, newest first, with their state.',
    method: 'GET',
    path: '/grants/mine',
    roles: ['resident'],
    answer: z.object({ grants: z.array(Grant) }),
    problems: [...signedIn],
  },
  waiting: {
    rows: ['V1'],
    summary: 'Requests that wait for the supervisor of an area, oldest first, paged by key.',
    method: 'GET',
    path: '/grants',
    roles: ['supervisor', 'headquarters'],
    query: z.strictObject({ area: AreaCode, after: z.optional(GrantId) }),
    answer: z.object({
      requests: z.array(
        z.object({
          grant: Grant,
          accountId: AccountId,
          name: z.string(),
          maskedPhone: z.string(),
          /** How many work there already. */
          workers: z.int(),
        }),
      ),
      next: z.optional(GrantId),
    }),
    problems: [...signedIn, 'account.not-allowed', 'place.area-not-yours'],
  },
  decide: {
    rows: ['V1'],
    summary: 'Grants, refuses or withdraws a duty. A withdrawn duty stops at the next call.',
    method: 'POST',
    path: '/grants/{grantId}/decision',
    roles: ['supervisor', 'headquarters'],
    params: z.strictObject({ grantId: GrantId }),
    body: z.strictObject({
      /** City or county in which the request lies. */
      area: AreaCode,
      decision: z.enum(['granted', 'refused', 'withdrawn']),
      reason: z.optional(
        z.string().check(z.trim(), z.minLength(2), z.maxLength(200), z.refine(isPlain)),
      ),
    }),
    answer: Grant,
    problems: [
      ...signedIn,
      'account.not-allowed',
      'place.area-not-yours',
      'place.grant-unknown',
      'place.grant-decided',
      'place.grant-own',
      'place.closed',
    ],
  },
});
