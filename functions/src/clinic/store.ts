/**
 * Visits to fever clinics. Whom they are of, what was found and what the doctor wrote are sealed; every version is kept.
 *
 * | question (table visit)                          | pk                               | sk        |
 * | ----------------------------------------------- | -------------------------------- | --------- |
 * | a visit as it stands                            | {visitId}                        | `visit`   |
 * | its versions, by the id they were sent under    | {visitId}                        | {versionId} |
 * | a hospital's visits of a day                    | index `byPlace`: {placeId}#{day} | pk        |
 * | what awaits a second person at a hospital       | index `proposed`: {placeId}      | pk        |
 * | of whom is it? (U12)                            | index `bySubject`: subject       | pk        |
 */
import { Findings, VisitBody } from '@yimatong/shared/clinic/contract';
import { stateOf } from '@yimatong/shared/code/withdrawal';
import { Match } from '@yimatong/shared/code/whom';
import { type Day, dayOf, Instant, msOf } from '@yimatong/shared/core/day';
import { AccountId, ClinicVisitId, PlaceId } from '@yimatong/shared/core/id';
import { IdentityDocument } from '@yimatong/shared/core/person';
import { endsAtOf } from '@yimatong/shared/core/retention';
import * as z from 'zod';
import { ProposalKept } from '../code/withdrawing';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

const VisitKept = z.object({
  id: ClinicVisitId,
  placeId: PlaceId,
  placeName: z.string(),
  /** Street or township of the hospital. */
  area: z.string(),
  accountId: AccountId,
  at: Instant,
  match: Match,
  /** The person, the key under which it waits for them, or the visit itself. */
  subject: z.string(),
  maskedName: z.string(),
  temperature: z.number(),
  amended: z.number(),
  version: ClinicVisitId,
  proposal: ProposalKept.optional(),
  /** Who it is of, sealed. */
  about: z.string(),
  /** As it was first sent, sealed. */
  sealed: z.string(),
  v: z.number(),
});
export type VisitKept = z.infer<typeof VisitKept>;

/** Who it is of, as far as that was known. */
const About = z.object({
  name: z.string(),
  document: z.optional(IdentityDocument),
  phone: z.string().optional(),
});
export type About = z.infer<typeof About>;

const VersionKept = z.object({ sk: ClinicVisitId, at: Instant, sealed: z.string() });
export interface Version {
  readonly id: z.infer<typeof ClinicVisitId>;
  readonly at: z.infer<typeof Instant>;
  readonly findings: Findings;
}

const itemOf = ({ v: _, ...kept }: VisitKept): Item => ({
  pk: kept.id,
  sk: 'visit',
  ...kept,
  placeDay: `${kept.placeId}#${dayOf(kept.at)}`,
  ...(stateOf(kept.proposal) === 'proposed' && { proposedAt: kept.placeId }),
  endsAt: endsAtOf('visits', msOf(kept.at)),
});
const aboutOf = (id: string): string => `${id}#about`;

/** The findings that a body says, as the first version has them. */
const findingsOf = ({
  id: _,
  placeId: __,
  whom: ___,
  happenedAt: ____,
  ...findings
}: VisitBody): Findings => findings;

export async function recorded(
  visit: Omit<VisitKept, 'about' | 'sealed' | 'v' | 'amended' | 'version'>,
  about: About,
  body: VisitBody,
): Promise<Write[]> {
  const { id, at } = visit;
  const kept: VisitKept = {
    ...visit,
    amended: 0,
    version: id,
    about: await seal(JSON.stringify(about), aboutOf(id)),
    sealed: await seal(JSON.stringify(body), id),
    v: 1,
  };
  return [
    insert('visit', { ...itemOf(kept), v: 1 }),
    await version(kept, { id, at, findings: findingsOf(body) }),
  ];
}

export const version = async (
  { id, at: visited }: VisitKept,
  { id: versionId, at, findings }: Version,
): Promise<Write> =>
  insert('visit', {
    pk: id,
    sk: versionId,
    at,
    sealed: await seal(JSON.stringify(findings), `${id}#${versionId}`),
    endsAt: endsAtOf('visits', msOf(visited)),
  });

export const changed = (before: VisitKept, after: VisitKept): Write =>
  replace('visit', itemOf(after), before.v);

const parsed = (item: Item): VisitKept => VisitKept.parse(item);

export const of = async (id: string): Promise<VisitKept | undefined> => {
  const item = await getNow('visit', id, 'visit');
  return item && parsed(item);
};
export const bodyOf = async ({ id, sealed }: VisitKept): Promise<VisitBody> =>
  VisitBody.parse(JSON.parse(await open(sealed, id)));
export const whoIn = async ({ id, about }: VisitKept): Promise<About> =>
  About.parse(JSON.parse(await open(about, aboutOf(id))));

export async function versionOf(id: string, versionId: string): Promise<Version | undefined> {
  const item = await getNow('visit', id, versionId);
  return item && opened(id, item);
}

/** The newest first: the order in which their ids were made. */
export async function versionsOf({ id, version: current }: VisitKept): Promise<Version[]> {
  const items = await query('visit', { pk: id, before: 'visit', newestFirst: true, asOfNow: true });
  const versions = await Promise.all(items.map((item) => opened(id, item)));
  return versions.sort((a, b) => Number(b.id === current) - Number(a.id === current));
}

async function opened(visitId: string, item: Item): Promise<Version> {
  const { sk, at, sealed } = VersionKept.parse(item);
  const text = await open(sealed, `${visitId}#${sk}`);
  return { id: sk, at, findings: Findings.parse(JSON.parse(text)) };
}

interface Paged {
  readonly before?: string | undefined;
  readonly limit: number;
}
const newest = ({ before, limit }: Paged) => ({
  newestFirst: true,
  limit,
  ...(before !== undefined && { before }),
});

export const atPlaceOn = async (placeId: PlaceId, day: Day, paged: Paged): Promise<VisitKept[]> => {
  const index = ['byPlace', 'placeDay', 'pk'] as const;
  return (await query('visit', { pk: `${placeId}#${day}`, index, ...newest(paged) })).map(parsed);
};

export const proposedAt = async (placeId: PlaceId, limit: number): Promise<VisitKept[]> =>
  (await query('visit', { pk: placeId, index: ['proposed', 'proposedAt', 'pk'], limit })).map(
    parsed,
  );

export const ofSubject = async (subject: string, paged: Paged): Promise<VisitKept[]> => {
  const index = ['bySubject', 'subject', 'pk'] as const;
  return (await query('visit', { pk: subject, index, ...newest(paged) })).map(parsed);
};
