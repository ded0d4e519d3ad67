/**
 * Organisations with their departments, the people on their lists, roll-ups and imports.
 *
 * | question                                          | pk                                   | sk              |
 * | ------------------------------------------------- | ------------------------------------ | --------------- |
 * | an organisation (table organisation)              | {placeId}                            | `organisation`  |
 * | its roll-ups, by day (a year)                     | {placeId}                            | report#{day}#{0 morning, 1 evening} |
 * | what became of an import (90 days)                | {placeId}                            | {importId}      |
 * | organisations with people on their list, by shard | index `filing`: filing = `o{0…15}`   | pk              |
 * | the people of a list (table member)               | {placeId}                            | {memberId}      |
 * | who has filed this phone, document, person?       | index `byPhone`, `byDocument`, `byPerson` | sk         |
 *
 * Whoever adds people writes the organisation's item along, on condition of its version: two at once cannot both add
 * the same person, and the count of people holds. Somebody removed leaves an empty item: nothing here can delete.
 */
import * as z from 'zod';
import { Instant, msOf } from '@yimatong/shared/core/day';
import { GrantId, type ImportId, MemberId, PersonId, PlaceId } from '@yimatong/shared/core/id';
import { IdentityDocument } from '@yimatong/shared/core/person';
import { Report, reportKeyOf } from '@yimatong/shared/organisation/contract';
import { Departments } from '@yimatong/shared/organisation/department';
import { MemberState } from '@yimatong/shared/organisation/member';
import { open, seal } from '../core/seal';
import { get, getNow, insert, type Item, query, replace, type Write } from '../core/table';

const Organisation = z.object({
  id: PlaceId,
  name: z.string(),
  departments: Departments,
  /** On the list, but for those removed. */
  people: z.number(),
  /** To whom the organiser has offered the duty. */
  handover: z
    .object({ memberId: MemberId, from: z.string(), grantId: GrantId, at: Instant })
    .optional(),
  v: z.number().optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** Before anybody is on the list there is no item. */
export const begun = (id: PlaceId, name: string): Organisation => ({
  id,
  name,
  departments: [],
  people: 0,
});

export const of = async (id: PlaceId): Promise<Organisation | undefined> => {
  const item = await get('organisation', id, 'organisation');
  return item && Organisation.parse(item);
};
export const ofNow = async (id: PlaceId): Promise<Organisation | undefined> => {
  const item = await getNow('organisation', id, 'organisation');
  return item && Organisation.parse(item);
};

/** Shards of the index that the roll-up goes over. */
export const SHARDS = 16;
/** The last character of a UUID is random: it is the shard. */
const shardOf = (id: PlaceId): string => `o${parseInt(id.slice(-1), 16)}`;

export const put = ({ v, ...organisation }: Organisation): Write =>
  replace(
    'organisation',
    {
      pk: organisation.id,
      sk: 'organisation',
      ...organisation,
      ...(organisation.people > 0 && { filing: shardOf(organisation.id) }),
    },
    v,
  );

export const filingIn = async (shard: number): Promise<PlaceId[]> => {
  const items = await query('organisation', {
    pk: `o${shard.toString()}`,
    index: ['filing', 'filing', 'pk'],
  });
  return items.map(({ pk }) => pk as PlaceId);
};

const REPORT_KEPT_SECONDS = 366 * 86_400;
const IMPORT_KEPT_SECONDS = 90 * 86_400;
const endsAfter = (at: Instant, seconds: number): number => Math.floor(msOf(at) / 1000) + seconds;

const reportSk = (report: Pick<Report, 'day' | 'kind'>): string => `report#${reportKeyOf(report)}`;

/** Counted once for its day: a run that is tried again changes nothing. */
export const reported = (id: PlaceId, report: Report): Write =>
  insert('organisation', {
    pk: id,
    sk: reportSk(report),
    report,
    endsAt: endsAfter(report.at, REPORT_KEPT_SECONDS),
  });

const reportIn = (item: Item): Report => Report.parse(item['report']);

export const reportOf = async (
  id: PlaceId,
  key: Pick<Report, 'day' | 'kind'>,
): Promise<Report | undefined> => {
  const item = await get('organisation', id, reportSk(key));
  return item && reportIn(item);
};
export const reportKeyed = async (id: PlaceId, key: string): Promise<Report | undefined> => {
  const item = await get('organisation', id, `report#${key}`);
  return item && reportIn(item);
};

/** Newest first; reports are the last in order of their keys. */
export const reportsOf = async (
  id: PlaceId,
  before: string | undefined,
  limit: number,
): Promise<Report[]> => {
  const items = await query('organisation', {
    pk: id,
    newestFirst: true,
    before: `report#${before ?? '~'}`,
    limit,
  });
  return items.filter(({ sk }) => sk.startsWith('report#')).map(reportIn);
};

/** What became of a row: its number in the sheet, the outcome, and why by column. Short, a thousand are one item. */
const RowKept = z.tuple([
  z.number(),
  z.enum(['added', 'corrected', 'already', 'rejected']),
  z.array(z.tuple([z.string(), z.string()])),
]);
export type RowKept = z.infer<typeof RowKept>;

const ImportKept = z.object({
  uploadId: z.string(),
  by: z.string(),
  /** Of the file's bytes: under one id there is one file. */
  hash: z.string(),
  at: Instant,
  total: z.number(),
  rows: z.array(RowKept),
  v: z.number(),
});
export type ImportKept = z.infer<typeof ImportKept>;

export const importOf = async (
  id: PlaceId,
  importId: ImportId,
): Promise<ImportKept | undefined> => {
  const item = await getNow('organisation', id, importId);
  if (!item) return undefined;
  const rows: unknown = JSON.parse(z.string().parse(item['rows']));
  return ImportKept.parse({ ...item, rows });
};

export const imported = (
  id: PlaceId,
  importId: ImportId,
  { v, rows, ...kept }: Omit<ImportKept, 'v'> & { v?: number },
): Write =>
  replace(
    'organisation',
    {
      pk: id,
      sk: importId,
      ...kept,
      rows: JSON.stringify(rows),
      endsAt: endsAfter(kept.at, IMPORT_KEPT_SECONDS),
    },
    v,
  );

/** What the organiser has entered, sealed. */
const Entered = z.object({
  name: z.string(),
  phone: z.string().optional(),
  document: z.optional(IdentityDocument),
});
export type Entered = z.infer<typeof Entered>;

const Member = z.object({
  id: MemberId,
  organisationId: PlaceId,
  state: MemberState,
  sealed: z.string(),
  /** HMACs. A document, where there is one, is what the person is found by. */
  phone: z.string().optional(),
  document: z.string().optional(),
  departmentId: z.string().optional(),
  filedAt: Instant,
  decidedAt: z.optional(Instant),
  /** Of somebody who has answered. */
  personId: z.optional(PersonId),
  /** Days on which somebody of the organisation saw the colour, oldest first, with the accounts. */
  looks: z.array(z.object({ day: z.string(), by: z.array(z.string()) })),
  v: z.number(),
});
export type Member = z.infer<typeof Member>;

const memberIn = ({ pk, sk, phoneBeside, ...item }: Item): Member =>
  Member.parse({
    ...item,
    ...(phoneBeside !== undefined && { phone: phoneBeside }),
    id: sk,
    organisationId: pk,
  });

/** Everybody on the list, in the order in which they were filed. */
export const membersOf = async (
  id: PlaceId,
  { asOfNow = false }: { asOfNow?: boolean } = {},
): Promise<Member[]> => {
  const items = await query('member', { pk: id, asOfNow });
  return items.filter(({ state }) => state !== 'removed').map(memberIn);
};

export const memberOf = async (id: PlaceId, memberId: MemberId): Promise<Member | undefined> => {
  const item = await getNow('member', id, memberId);
  return item && item['state'] !== 'removed' ? memberIn(item) : undefined;
};

/** More lists than anybody is on. */
const MOST_LISTS = 50;
const found = async (
  index: 'byPhone' | 'byDocument' | 'byPerson',
  key: string,
  pk: string,
): Promise<Member[]> => {
  const items = await query('member', { pk, index: [index, key, 'sk'], limit: MOST_LISTS });
  return items.map(memberIn);
};
export const withPhone = (phone: string): Promise<Member[]> => found('byPhone', 'phone', phone);
export const withDocument = (document: string): Promise<Member[]> =>
  found('byDocument', 'document', document);
export const ofPerson = (personId: PersonId): Promise<Member[]> =>
  found('byPerson', 'personId', personId);

export const enteredOf = async ({ sealed, id }: Member): Promise<Entered> =>
  Entered.parse(JSON.parse(await open(sealed, id)));
export const sealedFor = (entered: Entered, id: MemberId): Promise<string> =>
  seal(JSON.stringify(entered), id);

/** A member in place of the version that was read; version 0 is one that is not there yet. */
export const putMember = ({ id, organisationId, v, phone, ...member }: Member): Write => {
  // Beside a document a phone is not indexed: rows that name nobody by it would stand before those that do.
  const found = member.document === undefined ? { phone } : { phoneBeside: phone };
  const item = { pk: organisationId, sk: id, ...member, ...found };
  return replace('member', item, v === 0 ? undefined : v);
};

/** Nothing of the person stays. */
export const removedMember = ({ id, organisationId, v }: Member, at: Instant): Write =>
  replace('member', { pk: organisationId, sk: id, state: 'removed', decidedAt: at }, v);

/** Whether the id is taken, by whomever. */
export const isTaken = async (id: PlaceId, memberId: MemberId): Promise<boolean> =>
  (await getNow('member', id, memberId)) !== undefined;

/** The organisation as it was registered. */
export const placeOf = async (id: PlaceId): Promise<unknown> =>
  (await get('place', id, 'place'))?.['place'];
