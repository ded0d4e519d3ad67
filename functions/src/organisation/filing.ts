/**
 * Putting people on a list: whether a row is somebody new, somebody already there, or a correction.
 *
 * A document tells people apart. A phone number does so only under the same name: parents file children under their
 * own. Whoever answered stays as they answered, whatever is filed again.
 */
import { randomBytes } from 'node:crypto';
import { type Instant, msOf } from '@yimatong/shared/core/day';
import { type MemberId, type PlaceId, uuidV7 } from '@yimatong/shared/core/id';
import { lookUpOf } from '../core/keys';
import { documentFound } from '../core/people';
import type { Write } from '../core/table';
import * as members from './store';

export interface Wanted extends members.Entered {
  readonly departmentId?: string | undefined;
}

/** The list is in the order of ids: the rows of a sheet get a millisecond each. */
export const newMemberId = (at: Instant, row: number): MemberId =>
  `memb_${uuidV7(msOf(at) + row, randomBytes(10))}`;

export const phoneKey = (phone: string): Promise<string> => lookUpOf('phone', phone);

interface Known {
  readonly member: members.Member;
  readonly entered: members.Entered;
}

/** A list as it is looked through: it grows while a sheet is read. */
export interface Roster {
  readonly known: Map<MemberId, Known>;
  readonly byPhone: Map<string, MemberId[]>;
  readonly byDocument: Map<string, MemberId>;
  /** Changed and not written yet. */
  readonly changed: Set<MemberId>;
}

export async function rosterOf(list: readonly members.Member[]): Promise<Roster> {
  const roster: Roster = {
    known: new Map(),
    byPhone: new Map(),
    byDocument: new Map(),
    changed: new Set(),
  };
  for (const member of list) noted(roster, { member, entered: await members.enteredOf(member) });
  return roster;
}

function noted({ known, byPhone, byDocument }: Roster, one: Known): void {
  const { id, phone, document } = one.member;
  known.set(id, one);
  if (document !== undefined) byDocument.set(document, id);
  if (phone !== undefined) {
    const others = (byPhone.get(phone) ?? []).filter((other) => other !== id);
    byPhone.set(phone, [...others, id]);
  }
}

/** Each once, however many rows have changed the same person. */
export const writesOf = ({ known, changed }: Roster): Write[] =>
  [...changed].map((id) => members.putMember(known.get(id)!.member));

/** They are written: the roster is as the table is. */
export function settled({ known, changed }: Roster): void {
  for (const id of changed) {
    const { member, entered } = known.get(id)!;
    known.set(id, { entered, member: { ...member, v: member.v + 1 } });
  }
  changed.clear();
}

export type Filed =
  | { readonly outcome: 'added' | 'corrected'; readonly member: members.Member }
  | { readonly outcome: 'already'; readonly member: members.Member }
  | { readonly outcome: 'rejected'; readonly why: 'phone-shared' };

/** What filing this person comes to. What changes is noted in the roster; writing it is the caller's. */
export async function filed(
  roster: Roster,
  organisationId: PlaceId,
  wanted: Wanted,
  id: MemberId,
  at: Instant,
): Promise<Filed> {
  const keys = {
    ...(wanted.phone !== undefined && { phone: await phoneKey(wanted.phone) }),
    ...(wanted.document && { document: await documentFound(wanted.document) }),
  };
  const found = foundIn(roster, wanted.name, keys);
  if (found === 'shared') return { outcome: 'rejected', why: 'phone-shared' };
  const next = found ? await corrected(found, wanted, keys) : await fresh();
  if (!next) return { outcome: 'already', member: found!.member };
  noted(roster, next);
  roster.changed.add(next.member.id);
  return { outcome: found ? 'corrected' : 'added', member: next.member };

  async function fresh(): Promise<Known> {
    const { departmentId, ...entered } = wanted;
    const member: members.Member = {
      id,
      organisationId,
      state: 'filed',
      sealed: await members.sealedFor(entered, id),
      ...keys,
      ...(departmentId !== undefined && { departmentId }),
      filedAt: at,
      looks: [],
      v: 0,
    };
    return { member, entered };
  }
}

interface Keys {
  readonly phone?: string;
  readonly document?: string;
}

function foundIn(
  { known, byPhone, byDocument }: Roster,
  name: string,
  { phone, document }: Keys,
): Known | 'shared' | undefined {
  const owner = document === undefined ? undefined : byDocument.get(document);
  if (owner !== undefined) return known.get(owner);
  const sharing = (byPhone.get(phone ?? '') ?? []).map((id) => known.get(id)!);
  const candidates =
    document === undefined
      ? sharing
      : sharing.filter(({ member }) => member.document === undefined);
  const same = candidates.find(({ entered }) => entered.name === name);
  if (same || document !== undefined) return same;
  return sharing.some(({ member }) => member.document === undefined) ? 'shared' : undefined;
}

/** The member as the row says; undefined where it says nothing new, or the person has answered. */
async function corrected(
  { member, entered }: Known,
  wanted: Wanted,
  keys: Keys,
): Promise<Known | undefined> {
  const departmentId = wanted.departmentId ?? member.departmentId;
  const isMoved = departmentId !== member.departmentId;
  if (member.state === 'joined') {
    return isMoved ? { entered, member: withDepartment(member, departmentId) } : undefined;
  }
  if (member.state !== 'filed') return undefined;
  const isSame =
    entered.name === wanted.name &&
    (keys.phone ?? member.phone) === member.phone &&
    (keys.document ?? member.document) === member.document;
  if (isSame && !isMoved) return undefined;
  const next = {
    name: wanted.name,
    phone: wanted.phone ?? entered.phone,
    document: wanted.document ?? entered.document,
  };
  const sealed = await members.sealedFor(next, member.id);
  return {
    entered: next,
    member: { ...withDepartment(member, departmentId), ...keys, sealed },
  };
}

export const withDepartment = (
  { departmentId: _, ...member }: members.Member,
  departmentId: string | undefined,
): members.Member => ({ ...member, ...(departmentId !== undefined && { departmentId }) });
