/**
 * Tubes and samples (V8). A tube is one item with who is in it, guarded by its version: however many samplers there
 * are, it never holds more than it may, and nobody twice. How long: shared/core/retention.ts.
 *
 * | question                                        | pk                                    | sk            |
 * | ----------------------------------------------- | ------------------------------------- | ------------- |
 * | a tube: who is in it, its result                | tube#{number}                         | `tube`        |
 * | a site's tubes of a day, the first first        | index `bySite`: site = {place}#{day}  | opened        |
 * | positive results that wait for a second person  | index `proposedAt`, `proposedIn`      | {result id}   |
 * | confirmed ones with somebody still to tell      | index `spreading`: spreading = `now`  | {result id}   |
 * | a person's samples, newest first                | person, waiting key or {sample id}    | {sample id}   |
 * | is an id taken; of which tube is it?            | {sample id}, {result id}              | `id`          |
 *
 * What a phone typed of somebody without a code is sealed with the sample.
 */
import { Colour } from '@yimatong/shared/code/colour-label';
import { Match, type Whom } from '@yimatong/shared/code/whom';
import { cityOf } from '@yimatong/shared/core/area';
import { Role } from '@yimatong/shared/core/contract';
import { type Day, dayOf, Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, PlaceId, SampleId, TestResultId } from '@yimatong/shared/core/id';
import { endsAtOf } from '@yimatong/shared/core/retention';
import { ResultState, TestResult } from '@yimatong/shared/sample/result';
import { TubeKind } from '@yimatong/shared/sample/tube';
import * as z from 'zod';
import { seal } from '../core/seal';
import { get, getNow, insert, query, replace, type Write } from '../core/table';

const ByKept = z.object({
  actorId: AccountId,
  role: z.optional(Role),
  placeName: z.string().optional(),
  area: z.string().optional(),
});

const ResultKept = z.object({
  id: TestResultId,
  result: TestResult,
  state: ResultState,
  testedAt: Instant,
  laboratory: z.string(),
  by: ByKept,
  at: Instant,
  decidedBy: ByKept.optional(),
  decidedAt: z.optional(Instant),
  reason: z.string().optional(),
});
export type ResultKept = z.infer<typeof ResultKept>;

const TubeKept = z.object({
  tubeNumber: z.string(),
  kind: TubeKind,
  placeId: PlaceId,
  placeName: z.string().optional(),
  address: z.string().optional(),
  /** Street or township of the site. */
  area: z.string(),
  openedAt: Instant,
  people: z.array(
    z.object({
      sampleId: SampleId,
      /** What the sample is kept under. */
      who: z.string(),
      by: AccountId,
      /** When the server had it. */
      at: Instant,
    }),
  ),
  closedAt: z.optional(Instant),
  result: ResultKept.optional(),
  /** Those that came before: invalid, rejected, or negative where a positive one followed. */
  earlier: z.array(ResultKept).default([]),
  /** Somebody of a confirmed positive tube has still to be told. */
  spreading: z.literal('now').optional(),
  v: z.number().optional(),
});
export type TubeKept = z.infer<typeof TubeKept>;

const tubeKey = (tubeNumber: string): string => `tube#${tubeNumber}`;

/** As of now, for deciding what to write. */
export const tubeNow = async (tubeNumber: string): Promise<TubeKept | undefined> => {
  const item = await getNow('sample', tubeKey(tubeNumber), 'tube');
  return item && TubeKept.parse(item);
};

const tubeOf = async (tubeNumber: string): Promise<TubeKept | undefined> => {
  const item = await get('sample', tubeKey(tubeNumber), 'tube');
  return item && TubeKept.parse(item);
};

export const put = ({ v, ...tube }: TubeKept): Write => {
  const { tubeNumber, placeId, openedAt, area, result } = tube;
  const waits = result?.state === 'proposed';
  return replace(
    'sample',
    {
      pk: tubeKey(tubeNumber),
      sk: 'tube',
      ...tube,
      site: `${placeId}#${dayOf(openedAt)}`,
      opened: `${openedAt}#${tubeNumber}`,
      ...(result && { resultId: result.id }),
      ...(waits && { proposedAt: placeId, proposedIn: cityOf(area) }),
      endsAt: endsAtOf('samples', msOf(openedAt)),
    },
    v,
  );
};

/** The key after which a page of a site's day goes on. */
export const placeOf = ({ openedAt, tubeNumber }: TubeKept): string => `${openedAt}#${tubeNumber}`;

export const tubesOn = async (
  placeId: PlaceId,
  day: Day,
  page: { after?: string | undefined; limit?: number },
): Promise<TubeKept[]> => {
  const items = await query('sample', {
    pk: `${placeId}#${day}`,
    index: ['bySite', 'site', 'opened'],
    ...(page.after !== undefined && { after: page.after }),
    ...(page.limit !== undefined && { limit: page.limit }),
  });
  return items.map((item) => TubeKept.parse(item));
};

export const proposed = async (
  of: { readonly placeId: PlaceId } | { readonly city: string },
  after: TestResultId | undefined,
  limit: number,
): Promise<TubeKept[]> => {
  const [name, pk] = 'placeId' in of ? ['proposedAt', of.placeId] : ['proposedIn', of.city];
  const items = await query('sample', {
    pk,
    index: [name, name, 'resultId'],
    limit,
    ...(after && { after }),
  });
  return items.map((item) => TubeKept.parse(item));
};

/** Tubes with somebody still to tell. */
export const spreading = async (): Promise<string[]> => {
  const items = await query('sample', {
    pk: 'now',
    index: ['spreading', 'spreading', 'resultId'],
  });
  return items.map(({ pk }) => pk.slice(tubeKey('').length));
};

const Numbered = z.object({
  tubeNumber: z.string(),
  accountId: AccountId,
  /** Of what was sent, to tell a repeat from another record. */
  hash: z.string(),
});

/** A result's id is one of its kind, whatever the tube. */
export const numbered = (id: TestResultId, of: z.infer<typeof Numbered>, at: Instant): Write =>
  insert('sample', { pk: id, sk: 'id', ...of, endsAt: endsAtOf('samples', msOf(at)) });

export const numberedAs = async (
  id: TestResultId,
): Promise<z.infer<typeof Numbered> | undefined> => {
  const item = await getNow('sample', id, 'id');
  return item && Numbered.parse(item);
};

const TakenKept = z.object({
  ...Numbered.shape,
  who: z.string(),
  match: Match,
  position: z.number(),
  maskedName: z.string().optional(),
  colour: z.optional(Colour),
  takenAt: Instant,
});
export type TakenKept = z.infer<typeof TakenKept>;

const SampleKept = z.object({
  sk: SampleId,
  tubeNumber: z.string(),
  kind: TubeKind,
  at: Instant,
  placeName: z.string().optional(),
  address: z.string().optional(),
  undone: z.literal(true).optional(),
  /** The positive result that the person's code has been told of. */
  told: z.optional(TestResultId),
  v: z.number(),
});
export type SampleKept = z.infer<typeof SampleKept>;

/** A sample under its person, and under its id as it was answered. */
export async function taken(
  id: SampleId,
  { placeName, address, kind }: TubeKept,
  answered: TakenKept,
  whom: Whom,
): Promise<Write[]> {
  const { who, tubeNumber, takenAt: at } = answered;
  const endsAt = endsAtOf('samples', msOf(at));
  const sealed = whom.by === 'hand' ? await seal(JSON.stringify(whom), id) : undefined;
  return [
    insert('sample', { pk: id, sk: 'id', ...answered, endsAt }),
    replace(
      'sample',
      { pk: who, sk: id, tubeNumber, kind, at, placeName, address, sealed, endsAt },
      undefined,
    ),
  ];
}

export const takenAs = async (id: SampleId): Promise<TakenKept | undefined> => {
  const item = await getNow('sample', id, 'id');
  return item && TakenKept.parse(item);
};

const itemOf = (who: string, id: SampleId) => getNow('sample', who, id);

export const sampleOf = async (who: string, id: SampleId): Promise<SampleKept | undefined> => {
  const item = await itemOf(who, id);
  return item && SampleKept.parse(item);
};

/** The sample with more known of it; undefined where there is none. */
export async function amended(
  who: string,
  id: SampleId,
  more: Pick<SampleKept, 'undone'> | Pick<SampleKept, 'told'>,
): Promise<Write | undefined> {
  const item = await itemOf(who, id);
  return item && replace('sample', { ...item, ...more }, SampleKept.parse(item).v);
}

/** A person's samples with their tubes, newest first; `keptUnder` is the person and whatever they waited under. */
export async function ofPerson(
  keptUnder: readonly string[],
  before: SampleId | undefined,
  limit: number | undefined,
): Promise<{ sample: SampleKept; tube: TubeKept | undefined }[]> {
  const lists = await Promise.all(
    keptUnder.map((pk) =>
      query('sample', {
        pk,
        newestFirst: true,
        ...(limit !== undefined && { limit }),
        ...(before && { before }),
      }),
    ),
  );
  const samples = lists
    .flat()
    .map((item) => SampleKept.parse(item))
    .sort((one, other) => (one.sk < other.sk ? 1 : -1))
    .slice(0, limit);
  return Promise.all(
    samples.map(async (sample) => ({ sample, tube: await tubeOf(sample.tubeNumber) })),
  );
}
