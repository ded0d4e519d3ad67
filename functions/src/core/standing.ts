/**
 * What an account may do now: its persons, the duties granted to it, the sessions it has ended. One small item,
 * read at every call that needs a session, so that a withdrawn duty and an ended session stop at once.
 *
 * | question                     | pk          | sk         |
 * | ---------------------------- | ----------- | ---------- |
 * | what may this account do?    | {accountId} | `standing` |
 * | who commands this area?      | `command#{area}` | {accountId} |
 *
 * Of an account that has left nothing stands any more, until its item is erased: nobody may do anything by it.
 */
import * as z from 'zod';
import { Requirement } from '@yimatong/shared/code/requirement';
import { Role } from '@yimatong/shared/core/contract';
import { Instant } from '@yimatong/shared/core/day';
import { AccountId, GrantId, PersonId, PlaceId } from '@yimatong/shared/core/id';
import { Location } from '@yimatong/shared/core/location';
import { Relation } from '@yimatong/shared/core/relation';
import { get, getNow, insert, type Item, query, replace, type Write } from './table';

/** A duty as it is needed at a gate: with the place's name and requirement, so that a scan reads no place. */
export const DutyHeld = z.object({
  grantId: GrantId,
  role: Role,
  placeId: z.optional(PlaceId),
  placeName: z.string().optional(),
  placeAddress: z.string().optional(),
  requires: z.optional(Requirement),
  location: z.optional(Location),
  area: z.string().optional(),
});
export type DutyHeld = z.infer<typeof DutyHeld>;

/** A member of the family, as far as the family's lists need it. */
export const MemberHeld = z.object({ personId: PersonId, relation: Relation, name: z.string() });
export type MemberHeld = z.infer<typeof MemberHeld>;

export const Standing = z.object({
  accountId: AccountId,
  /** The first is the account's holder. */
  persons: z.array(PersonId).min(1),
  /** Of each person but the first. */
  members: z.array(MemberHeld).optional(),
  /**
   * Who came by name and document alone, without a hand-over: of them the account sees what was recorded since then.
   */
  recordsFrom: z.record(PersonId, Instant).optional(),
  duties: z.array(DutyHeld),
  /** Sessions ended before their time, with the second at which they would have ended anyway. */
  ended: z.array(z.object({ sessionId: z.string(), until: z.number() })),
  v: z.number(),
});
export type Standing = z.infer<typeof Standing>;

const hasLeft = (item: Item | undefined): boolean => item?.['leftAt'] !== undefined;
const parsed = (item: Item | undefined): Standing | undefined =>
  item === undefined || hasLeft(item) ? undefined : Standing.parse(item);

/** `left` of an account that was deleted by its holder, as long as its item is there. */
export const of = async (accountId: string): Promise<Standing | 'left' | undefined> => {
  const item = await get('standing', accountId, 'standing');
  return hasLeft(item) ? 'left' : parsed(item);
};
/** As of now, for deciding what to write. */
export const ofNow = async (accountId: string): Promise<Standing | undefined> =>
  parsed(await getNow('standing', accountId, 'standing'));

/** The standing with one person more; undefined sees all records. */
export const joinedBy = (
  standing: Standing,
  member: MemberHeld,
  recordsFrom: Instant | undefined,
): Standing => ({
  ...standing,
  persons: [...standing.persons, member.personId],
  members: [...(standing.members ?? []), member],
  ...(recordsFrom !== undefined && {
    recordsFrom: { ...standing.recordsFrom, [member.personId]: recordsFrom },
  }),
});

export const leftBy = (standing: Standing, personId: PersonId): Standing => {
  const { [personId]: _, ...recordsFrom } = standing.recordsFrom ?? {};
  return {
    ...standing,
    persons: standing.persons.filter((one) => one !== personId),
    members: (standing.members ?? []).filter((one) => one.personId !== personId),
    recordsFrom,
  };
};

/** The standing under another holder, whose place nobody had taken yet. */
export const heldBy = (
  standing: Standing,
  personId: PersonId,
  recordsFrom: Instant | undefined,
): Standing => ({
  ...standing,
  persons: [personId, ...standing.persons.slice(1)],
  ...(recordsFrom !== undefined && {
    recordsFrom: { ...standing.recordsFrom, [personId]: recordsFrom },
  }),
});

export const put = ({ v, ...standing }: Omit<Standing, 'v'> & { v?: number | undefined }): Write =>
  replace('standing', { pk: standing.accountId, sk: 'standing', ...standing }, v);

/** Ends all that the account may do, its sessions included. */
export const closed = ({ accountId, v }: Standing, leftAt: Instant): Write =>
  replace('standing', { pk: accountId, sk: 'standing', leftAt }, v);

/** That the account is to be told what waits in an area: to be written along with the duty. */
export const listedIn = (area: string, accountId: string): Write =>
  insert('standing', { pk: `command#${area}`, sk: accountId });

/** Who has the duty of a supervisor of an area now. */
export async function commandOf(area: string): Promise<AccountId[]> {
  const items = await query('standing', { pk: `command#${area}` });
  const found = await Promise.all(items.map(({ sk }) => of(sk)));
  return found.flatMap((standing) =>
    typeof standing === 'object' &&
    standing.duties.some((duty) => duty.role === 'supervisor' && duty.area === area)
      ? [standing.accountId]
      : [],
  );
}
