/** What is seen of the people of a list as of now: colour and last check-in of those who joined, of nobody else. */
import { colourOn } from '@yimatong/shared/code/colour';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { Colour } from '@yimatong/shared/code/colour-label';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { maskedNumber, maskedPhone } from '@yimatong/shared/core/person';
import { entryOf } from '@yimatong/shared/organisation/clearance';
import type { MemberShown } from '@yimatong/shared/organisation/member';
import * as codes from '../code/store';
import { audited, type By } from '../core/ledger';
import { commit } from '../core/table';
import * as members from './store';

export interface SeenMember {
  readonly member: members.Member;
  readonly state: members.Member['state'];
  readonly colour?: Colour;
  readonly lastDeclaredAt?: Instant;
  readonly checkedInToday?: boolean;
}

const isOpen = ({ state, personId }: members.Member): boolean =>
  state === 'joined' && personId !== undefined;

/** Colours are computed from the codes at this moment, a hundred codes to a read. */
export async function seenAt(list: readonly members.Member[], at: Instant): Promise<SeenMember[]> {
  const day = dayOf(at);
  const today = numberOf(day);
  const ruleSet = ruleSetOn(today);
  const people = list.flatMap((one) => (isOpen(one) ? [one.personId!] : []));
  const found = await codes.ofMany(people);
  return list.map((member) => {
    const { state } = member;
    if (!isOpen(member)) return { member, state };
    const code = found.get(member.personId!);
    if (!code) return { member, state, colour: 'none', checkedInToday: false };
    const { last } = code.record;
    return {
      member,
      state,
      colour: colourOn(today, code.record, ruleSet).colour,
      ...(last && { lastDeclaredAt: last.at }),
      checkedInToday: last !== undefined && dayOf(last.at) === day,
    };
  });
}

export async function shown({ member, ...seen }: SeenMember): Promise<MemberShown> {
  const { name, phone, document } = await members.enteredOf(member);
  const { id, state, departmentId, filedAt, decidedAt } = member;
  return {
    id,
    name,
    ...(phone !== undefined && { maskedPhone: maskedPhone(phone) }),
    ...(document && {
      document: { type: document.type, maskedNumber: maskedNumber(document.number) },
    }),
    ...(departmentId !== undefined && {
      departmentId: departmentId as NonNullable<MemberShown['departmentId']>,
    }),
    state,
    filedAt,
    ...(decidedAt !== undefined && { decidedAt }),
    ...(seen.colour && { colour: seen.colour }),
    ...(seen.lastDeclaredAt && { lastDeclaredAt: seen.lastDeclaredAt }),
    ...(seen.checkedInToday !== undefined && { checkedInToday: seen.checkedInToday }),
    entry: entryOf(seen),
  };
}

/** Days of looks that the person is shown. */
const LOOKS_SHOWN = 14;
const WRITTEN_AT_ONCE = 50;

/**
 * Writes down who saw these colours, before they are answered: once a day for a person and a looker, an audit entry and
 * the day on the person's own page. A list is looked at many times a day; an entry each time would tell nobody more.
 */
export async function lookedAt(seen: readonly SeenMember[], by: By, at: Instant): Promise<void> {
  const day = dayOf(at);
  const open = seen
    .map(({ member }) => member)
    .filter((member) => isOpen(member) && !hasLooked(member, by.actorId, day));
  for (let from = 0; from < open.length; from += WRITTEN_AT_ONCE) {
    const some = open.slice(from, from + WRITTEN_AT_ONCE);
    await Promise.all(some.map((member) => lookWritten(member, by, at)));
  }
}

const hasLooked = ({ looks }: members.Member, accountId: string, day: string): boolean =>
  looks.some((look) => look.day === day && look.by.includes(accountId));

async function lookWritten(member: members.Member, by: By, at: Instant): Promise<void> {
  const { actorId } = by;
  const day = dayOf(at);
  const write = (one: members.Member) =>
    commit(
      members.putMember({ ...one, looks: withLook(one.looks, day, actorId) }),
      audited(by, 'organisation.looked', one.personId!, at, one.organisationId),
    );
  if ((await write(member)) === 'committed') return;
  // Somebody wrote meanwhile: another look of today, or the person has just left.
  const now = await members.memberOf(member.organisationId, member.id);
  if (!now?.personId || hasLooked(now, actorId, day)) return;
  if ((await write(now)) !== 'committed') {
    await commit(audited(by, 'organisation.looked', now.personId, at, now.organisationId));
  }
}

const withLook = (looks: members.Member['looks'], day: string, accountId: string) => {
  const today = looks.find((look) => look.day === day) ?? { day, by: [] };
  const others = looks.filter((look) => look.day !== day);
  return [...others, { day, by: [...today.by, accountId] }].slice(-LOOKS_SHOWN);
};
