/** Places found, joined, corrected and closed, and who works there (V1); their posters (V4). */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { Instant } from '../core/day';
import { AccountId, GrantId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import { FileAnswer } from '../core/upload';
import { Grant, Place, placeKindLabels } from './contract';

/** A city or county, or one of its streets. */
const SearchedArea = z.string().check(z.regex(/^\d{6}(\d{3})?$/));
const Reason = z.string().check(z.trim(), z.minLength(2), z.maxLength(200), z.refine(isPlain));

export const PlaceShown = z.object({
  place: Place,
  /** How often it was corrected: whoever corrects says which version they saw. */
  version: z.int(),
  closed: z.optional(z.object({ at: Instant, reason: z.string() })),
});
PlaceShown.register(z.globalRegistry, { id: 'PlaceShown' });
export type PlaceShown = z.infer<typeof PlaceShown>;

/** Somebody who works at a place, or has asked to. */
export const Worker = z.object({
  grant: Grant,
  accountId: AccountId,
  name: z.string(),
  maskedPhone: z.string(),
});
Worker.register(z.globalRegistry, { id: 'Worker' });
export type Worker = z.infer<typeof Worker>;

const signedIn = ['account.not-signed-in', 'account.session-ended'] as const;
const params = z.strictObject({ placeId: PlaceId });

export const keepingContract = contract({
  search: {
    rows: ['V1'],
    summary:
      'Open places of a city, county or street by kind and part of the name, paged by key. A page may be empty and still have a next.',
    method: 'GET',
    path: '/places',
    roles: ['resident'],
    query: z.strictObject({
      area: SearchedArea,
      kind: oneOf(placeKindLabels),
      name: z.optional(z.string().check(z.trim(), z.maxLength(40))),
      after: z.optional(PlaceId),
    }),
    answer: z.object({ places: z.array(Place), next: z.optional(PlaceId) }),
    problems: [...signedIn, 'place.too-many-searches'],
  },
  one: {
    rows: ['V1', 'V4'],
    summary: 'A place as it stands now, closed ones too.',
    method: 'GET',
    path: '/places/{placeId}',
    roles: ['resident'],
    params,
    answer: PlaceShown,
    problems: [...signedIn, 'place.unknown'],
  },
  join: {
    rows: ['V1'],
    summary: 'Asks for the duty at a place that somebody else has entered.',
    method: 'POST',
    path: '/grants',
    roles: ['resident'],
    body: z.strictObject({ id: GrantId, placeId: PlaceId }),
    answer: Grant,
    problems: [
      ...signedIn,
      'account.details-missing',
      'place.unknown',
      'place.closed',
      'place.organisation-apart',
      'place.asked-already',
      'place.too-many',
      'core.id-reused',
    ],
  },
  correct: {
    rows: ['V1'],
    summary:
      'Corrects a place, for everybody who works there at once. Sent again it carries on where it stopped.',
    method: 'PUT',
    path: '/places/{placeId}',
    roles: ['resident'],
    params,
    body: z.strictObject({ version: z.int().check(z.minimum(1)), place: Place }),
    answer: PlaceShown,
    problems: [
      ...signedIn,
      'place.unknown',
      'place.not-yours',
      'place.closed',
      'place.changed',
      'place.field-not-yours',
      'place.too-many-changes',
      'place.organisation-apart',
    ],
  },
  close: {
    rows: ['V1'],
    summary:
      'Closes a place: duties there end, requests are refused, nobody can join. Its history stays.',
    method: 'POST',
    path: '/places/{placeId}/closure',
    roles: ['supervisor', 'headquarters'],
    params,
    body: z.strictObject({ reason: Reason }),
    answer: PlaceShown,
    problems: [
      ...signedIn,
      'account.not-allowed',
      'place.unknown',
      'place.area-not-yours',
      'place.closed',
      'place.organisation-apart',
    ],
  },
  workers: {
    rows: ['V1'],
    summary: 'Who works at a place or has asked to, paged by key. Each look is audited.',
    method: 'GET',
    path: '/places/{placeId}/workers',
    roles: ['supervisor', 'headquarters'],
    params,
    query: z.strictObject({ after: z.optional(AccountId) }),
    answer: z.object({ workers: z.array(Worker), next: z.optional(AccountId) }),
    problems: [...signedIn, 'account.not-allowed', 'place.unknown', 'place.area-not-yours'],
  },
});

/** Served by a Lambda of its own: fonts and WeChat's secret are nothing that the rest of the feature needs. */
export const posterContract = contract({
  print: {
    rows: ['V4'],
    summary: 'The place’s poster as a PDF (A4): for whoever works there, and for the supervisor.',
    method: 'POST',
    path: '/places/{placeId}/poster',
    roles: ['resident'],
    params,
    answer: FileAnswer,
    problems: [
      ...signedIn,
      'place.unknown',
      'place.not-yours',
      'place.closed',
      'place.organisation-apart',
      'place.too-many-posters',
      'place.poster-no-site',
    ],
    entry: 'poster',
  },
});
