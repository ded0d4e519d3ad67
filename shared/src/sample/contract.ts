/**
 * Samples, results and vaccinations (V8): what a sampler on duty records, a tube at a time, and what the person reads
 * of it (U12). A tube is told by its number and how full it is: never by who is in it.
 */
import * as z from 'zod/mini';
import { Colour } from '../code/colour-label';
import { Match, Whom } from '../code/whom';
import { AreaCode } from '../core/area';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { PersonId, PlaceId, SampleId, TestResultId } from '../core/id';
import { isPlain } from '../core/plain';
import { Laboratory } from './laboratory';
import { ResultState, ShownResult, TestResult } from './result';
import { TubeKind, TubeNumber } from './tube';

export const ResultOfTube = z.object({
  id: TestResultId,
  result: TestResult,
  state: ResultState,
  testedAt: Instant,
  laboratory: z.string(),
  /** Whether it was the asking account that recorded it: then somebody else confirms. */
  isOwn: z.boolean(),
  /** Why a positive result was not confirmed. */
  reason: z.optional(z.string()),
});

export const Tube = z.object({
  tubeNumber: z.string(),
  kind: TubeKind,
  people: z.int(),
  size: z.int(),
  state: z.enum(['open', 'closed']),
  openedAt: Instant,
  placeId: PlaceId,
  placeName: z.optional(z.string()),
  result: z.optional(ResultOfTube),
});
Tube.register(z.globalRegistry, { id: 'Tube' });
export type Tube = z.infer<typeof Tube>;

/** A sample as it was taken; sent again it is answered the same, however full the tube is by then. */
export const Taken = z.object({
  id: SampleId,
  tubeNumber: z.string(),
  kind: TubeKind,
  /** The how manieth of the tube. */
  position: z.int(),
  size: z.int(),
  takenAt: Instant,
  match: Match,
  /** Of whom the code was found: as a gate sees them. */
  maskedName: z.optional(z.string()),
  colour: z.optional(Colour),
});
Taken.register(z.globalRegistry, { id: 'SampleTaken' });
export type Taken = z.infer<typeof Taken>;

/** A sample as its person reads it. */
export const OwnSample = z.object({
  id: SampleId,
  at: Instant,
  placeName: z.optional(z.string()),
  address: z.optional(z.string()),
  kind: TubeKind,
  tubeNumber: z.string(),
  result: ShownResult,
  testedAt: z.optional(Instant),
  laboratory: z.optional(z.string()),
  /** Taken back at once: entered by mistake. */
  undone: z.optional(z.literal(true)),
});
OwnSample.register(z.globalRegistry, { id: 'OwnSample' });
export type OwnSample = z.infer<typeof OwnSample>;

export const sampling = [
  'account.not-signed-in',
  'account.session-ended',
  'account.left',
  'account.not-allowed',
  'place.not-yours',
] as const;
const ofPerson = ['pass.scan-unknown', 'pass.scan-over', 'core.id-reused'] as const;
const params = z.strictObject({ tubeNumber: TubeNumber });

export const sampleContract = contract({
  take: {
    rows: ['V8'],
    summary:
      'Takes somebody’s sample into a tube; the first makes the tube. Nobody comes into it twice, and never more than it holds.',
    method: 'POST',
    path: '/samples',
    roles: ['sampler'],
    body: z.strictObject({
      id: SampleId,
      placeId: PlaceId,
      tubeNumber: TubeNumber,
      kind: TubeKind,
      whom: Whom,
      /** When it was taken, where the phone had no network: believed for a day. */
      takenAt: z.optional(Instant),
    }),
    answer: Taken,
    problems: [
      ...sampling,
      ...ofPerson,
      'sample.tube-elsewhere',
      'sample.kind-differs',
      'sample.already-in-tube',
      'sample.tube-full',
      'sample.tube-closed',
    ],
  },
  undo: {
    rows: ['V8'],
    summary: 'Takes back the last sample of a tube, by whoever took it, within two minutes.',
    method: 'DELETE',
    path: '/samples/{sampleId}',
    roles: ['sampler'],
    params: z.strictObject({ sampleId: SampleId }),
    answer: Tube,
    problems: [...sampling, 'sample.unknown', 'sample.undo-over', 'sample.not-the-last'],
  },
  mine: {
    rows: ['U12', 'V8'],
    summary: 'One’s own samples with their results, newest first, paged by key.',
    method: 'GET',
    path: '/samples/mine',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId, before: z.optional(SampleId) }),
    answer: z.object({ samples: z.array(OwnSample), next: z.optional(SampleId) }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.left',
      'account.not-your-person',
    ],
  },
  tube: {
    rows: ['V8'],
    summary: 'How full a tube is.',
    method: 'GET',
    path: '/tubes/{tubeNumber}',
    roles: ['sampler', 'supervisor', 'headquarters'],
    params,
    answer: Tube,
    problems: [...sampling, 'sample.tube-unknown'],
  },
  close: {
    rows: ['V8'],
    summary: 'Closes a tube before it is full.',
    method: 'POST',
    path: '/tubes/{tubeNumber}/closing',
    roles: ['sampler'],
    params,
    answer: Tube,
    problems: [...sampling, 'sample.tube-unknown'],
  },
  tubes: {
    rows: ['V8'],
    summary:
      'The tubes of a site on a day, the first first, paged by key; counted on the first page.',
    method: 'GET',
    path: '/tubes',
    roles: ['sampler', 'supervisor', 'headquarters'],
    query: z.strictObject({
      placeId: PlaceId,
      day: z.optional(Day),
      after: z.optional(z.string().check(z.maxLength(60))),
    }),
    answer: z.object({
      day: Day,
      counts: z.optional(
        z.object({
          tubes: z.int(),
          people: z.int(),
          open: z.int(),
          closed: z.int(),
          awaiting: z.int(),
        }),
      ),
      tubes: z.array(Tube),
      next: z.optional(z.string()),
    }),
    problems: [...sampling],
  },
  report: {
    rows: ['V8'],
    summary:
      'A tube’s result. A negative one is a record; a positive one is a proposal that a second person confirms.',
    method: 'POST',
    path: '/test-results',
    roles: ['sampler', 'supervisor', 'headquarters'],
    body: z.strictObject({
      id: TestResultId,
      tubeNumber: TubeNumber,
      result: TestResult,
      testedAt: Instant,
      laboratory: Laboratory,
    }),
    answer: Tube,
    problems: [
      ...sampling,
      'core.id-reused',
      'sample.tube-unknown',
      'sample.result-known',
      'sample.result-contradicts',
    ],
  },
  proposed: {
    rows: ['V8'],
    summary:
      'Positive results that wait for a second person: of a site, or of a city or county; the first first, paged by key.',
    method: 'GET',
    path: '/test-results',
    roles: ['sampler', 'supervisor', 'headquarters'],
    query: z.strictObject({
      placeId: z.optional(PlaceId),
      area: z.optional(AreaCode),
      after: z.optional(TestResultId),
    }),
    answer: z.object({ tubes: z.array(Tube), next: z.optional(TestResultId) }),
    problems: [...sampling, 'place.area-not-yours'],
  },
  decide: {
    rows: ['V8'],
    summary:
      'Confirms or rejects a positive result: by another account than recorded it. Confirmed, it turns the code of each person of the tube.',
    method: 'POST',
    path: '/test-results/{testResultId}/decision',
    roles: ['sampler', 'supervisor', 'headquarters'],
    params: z.strictObject({ testResultId: TestResultId }),
    body: z.strictObject({
      decision: z.enum(['confirmed', 'rejected']),
      reason: z.optional(
        z.string().check(z.trim(), z.minLength(2), z.maxLength(200), z.refine(isPlain)),
      ),
    }),
    answer: Tube,
    problems: [
      ...sampling,
      'sample.result-unknown',
      'sample.result-own',
      'sample.result-decided',
      'sample.reason-missing',
    ],
  },
});
