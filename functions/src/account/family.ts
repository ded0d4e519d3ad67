/** The family under an account (U1): adding, changing, letting go, handing over. One document leads to one person. */
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import { type Member, MEMBERS_MOST } from '@yimatong/shared/account/family';
import { colourOn } from '@yimatong/shared/code/colour';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import type { AuditAction } from '@yimatong/shared/core/audit-action';
import { dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import { familiarName } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import type { Relation } from '@yimatong/shared/core/relation';
import * as codes from '../code/store';
import * as waitings from '../code/waiting';
import { nameDigest } from '../code/whom';
import { newPersonId } from '../core/id';
import { cardEndedOf } from '../code/card-found';
import { audited } from '../core/ledger';
import { joinedLists } from '../core/lists';
import { withinLimits } from '../core/limit';
import { documentFound } from '../core/people';
import * as standings from '../core/standing';
import { commit, insert, untilCommitted, type Write } from '../core/table';
import { ERASURES } from './erase';
import { broughtByPhone, isUnused, mustBeBorn, onCode } from './details';
import { acceptHandover, withinTries } from './handover';
import * as leavers from './leavers';
import { type Known, knownAs } from './returning';
import * as accounts from './store';

export interface Joining extends accounts.Details {
  readonly relation: Relation;
  readonly handoverCode?: string | undefined;
}

/** A family of eight, with a few mistakes: numbers cannot be tried without end. */
const added = [{ most: 12, windowSeconds: 86_400 }];

/** What a person brings along: the writes, and from when on their records are seen (undefined: all of them). */
interface Brought {
  readonly personId: PersonId;
  readonly writes: readonly Write[];
  readonly recordsFrom?: Instant | undefined;
  readonly action: Extract<AuditAction, `member.${string}`>;
}

export async function addMember(
  accountId: AccountId,
  { relation, handoverCode, ...details }: Joining,
  at: Instant,
): Promise<Member> {
  mustBeBorn(details.document, at);
  const countOnce = once(() =>
    withinLimits(`members#${accountId}`, added, at, 'account.members-too-many'),
  );
  const accepted = acceptedOnce(accountId, handoverCode, at);

  return untilCommitted(async () => {
    // The claim first: whoever the same request has added meanwhile is in the standing that is read after it.
    const found = await documentFound(details.document);
    const claim = await accounts.claimOn(found);
    const standing = await standingNow(accountId);
    if (claim.personId !== undefined && standing.persons.includes(claim.personId))
      return memberAlready(standing, claim.personId, details.name, relation);
    if (standing.persons.length > MEMBERS_MOST) throw new Problem('account.family-full');
    if (!(await accounts.detailsOf(standing.persons[0]!)))
      throw new Problem('account.details-missing');
    await countOnce();

    const { personId, writes, recordsFrom, action } =
      claim.personId === undefined
        ? await born(accountId, details, { found, claim }, at)
        : await moved(accountId, claim.personId, details, accepted, at);
    const member = { personId, relation, name: familiarName(details.name) };
    const committed = await commit(
      ...writes,
      standings.put(standings.joinedBy(standing, member, recordsFrom)),
      audited(accountId, action, personId, at, relation),
    );
    return committed === 'committed' ? member : undefined;
  });
}

/** Sent twice, one person is added once; the same person otherwise is no second one. */
function memberAlready(
  { members = [] }: standings.Standing,
  personId: PersonId,
  name: string,
  relation: Relation,
): Member {
  const member = members.find((one) => one.personId === personId);
  if (member?.relation !== relation || member.name !== familiarName(name))
    throw new Problem('account.already-member');
  return member;
}

/** Nobody has had this document yet. */
async function born(
  accountId: AccountId,
  details: accounts.Details,
  { found, claim }: { found: string; claim: accounts.DocumentClaim },
  at: Instant,
): Promise<Brought> {
  const personId = newPersonId();
  const { traces, writes } = await leavers.takenUp(
    { accountId, personId, details, document: found, isFirst: true, isMember: true },
    at,
  );
  const waited = await waitings.takenUp(
    [waitings.keyOf('document', found)],
    { personId, name: await nameDigest(details.name) },
    at,
  );
  return {
    personId,
    action: 'member.added',
    writes: [
      await accounts.putDetails(personId, accountId, details, at, undefined),
      codes.begun(
        personId,
        onCode(details),
        { traces, triggers: waited.triggers },
        numberOf(dayOf(at)),
      ),
      ...writes,
      ...waited.writes,
      ...(await accounts.claimedDocument(found, claim, personId)),
      accounts.kept(personId, {}, accountId),
    ],
  };
}

/**
 * Somebody who is known: let go of, so that name and document are enough; or in another family, whose hand-over code is
 * needed. The same person with the same code in any case. Whatever is not so is told as if nobody had been looked for.
 */
async function moved(
  accountId: AccountId,
  personId: PersonId,
  details: accounts.Details,
  accepted: AcceptedOnce,
  at: Instant,
): Promise<Brought> {
  const known = await knownAs(personId, details);
  const common = {
    personId,
    writes: [
      ...(known ? [accounts.kept(personId, known.keeper, accountId)] : []),
      ...(known ? [await accounts.putDetails(personId, accountId, details, at, known.kept.v)] : []),
    ],
  };
  if (known && accounts.isLetGo(known.keeper))
    return { ...common, action: 'member.returned', recordsFrom: at };
  if (!accepted.isGiven) throw new Problem('account.document-taken');
  const { writes, recordsFrom } = await handedOver(personId, known, accountId, accepted, at);
  return {
    ...common,
    writes: [...common.writes, ...writes],
    action: 'member.moved',
    recordsFrom,
  };
}

/** What takes a member out of the account that has them, with that account's consent. */
async function handedOver(
  personId: PersonId,
  known: Known | undefined,
  to: AccountId,
  accepted: AcceptedOnce,
  at: Instant,
): Promise<{ writes: Write[]; recordsFrom: Instant | undefined }> {
  const from = known?.keeper.accountId;
  // Counted before anything is looked at: all failures cost the same.
  await accepted.count();
  if (from === undefined) throw new Problem('account.handover-wrong');
  const giving = await standingNow(from);
  if (!isMember(giving, personId)) throw new Problem('account.handover-wrong');
  return {
    recordsFrom: giving.recordsFrom?.[personId],
    writes: [
      await accepted.use(personId, from),
      standings.put(standings.leftBy(giving, personId)),
      audited(to, 'member.handed-over', from, at, personId),
    ],
  };
}

/** Makes a member of another account the holder of this one, who has nothing of their own here yet. */
export async function takeOver(
  accountId: AccountId,
  { code, ...named }: { name: string; document: accounts.Details['document']; code: string },
  at: Instant,
): Promise<{ personId: PersonId; kept: accounts.DetailsKept }> {
  const accepted = acceptedOnce(accountId, code, at);
  return untilCommitted(async () => {
    const standing = await standingNow(accountId);
    const holder = standing.persons[0]!;
    const already = await knownAs(holder, named);
    if (already) return { personId: holder, kept: already.kept };
    if (await accounts.detailsOf(holder)) throw new Problem('account.own-details');

    const { personId } = await accounts.claimOn(await documentFound(named.document));
    const known = personId && (await knownAs(personId, named));
    const { writes, recordsFrom } = await handedOver(
      personId ?? holder,
      known || undefined,
      accountId,
      accepted,
      at,
    );
    if (!personId || !known) throw new Problem('account.handover-wrong');
    const committed = await commit(
      ...writes,
      accounts.kept(personId, known.keeper, accountId),
      standings.put(standings.heldBy(standing, personId, recordsFrom)),
      ...(await broughtByPhone(accountId, personId, named.name, at)),
      audited(accountId, 'person.taken-over', personId, at),
    );
    return committed === 'committed' ? { personId, kept: known.kept } : undefined;
  });
}

export const changeMember = (
  accountId: AccountId,
  personId: PersonId,
  relation: Relation,
  at: Instant,
): Promise<Member> =>
  untilCommitted(async () => {
    const standing = await standingNow(accountId);
    const member = memberOf(standing, personId);
    if (member.relation === relation) return member;
    const members = standing.members?.map((one) => (one === member ? { ...one, relation } : one));
    const committed = await commit(
      standings.put({ ...standing, members }),
      audited(accountId, 'member.relation-changed', personId, at, relation),
    );
    return committed === 'committed' ? { ...member, relation } : undefined;
  });

/**
 * Lets go of a member. Their code, its records and the document stay together, for whoever enters name and document
 * again; of somebody who never claimed a code nothing is left but an entry by mistake, and the document is free.
 */
export const letGo = (accountId: AccountId, personId: PersonId, at: Instant): Promise<true> =>
  untilCommitted(async () => {
    const standing = await standingNow(accountId);
    const keeper = await accounts.keeperOf(personId);
    if (accounts.isLetGo(keeper) && keeper.letGoBy === accountId) return true;
    memberOf(standing, personId);
    const code = await codes.ofNow(personId);
    if (code && !mayBeLetGo(code, at)) throw new Problem('account.member-not-green');
    if ((await joinedLists(personId)) > 0) throw new Problem('account.member-on-list');
    const committed = await commit(
      standings.put(standings.leftBy(standing, personId)),
      accounts.letGo(personId, keeper, accountId),
      ...(code && (await isUnused(code)) ? await freed(code, at) : []),
      ...(await cardEndedOf(personId, at)),
      audited(accountId, 'member.let-go', personId, at),
    );
    return committed === 'committed' ? true : undefined;
  });

/** A code that somebody must still answer for does not go with a tap. */
function mayBeLetGo({ record }: codes.CodeItem, at: Instant): boolean {
  const today = numberOf(dayOf(at));
  const { colour } = colourOn(today, record, ruleSetOn(today));
  return record.triggers.length === 0 && (colour === 'green' || colour === 'none');
}

/** The document of an unused code, free again, and the entry erased; refused where the code came into use meanwhile. */
async function freed(code: codes.CodeItem, at: Instant): Promise<Write[]> {
  const { personId } = code;
  const claims = await accounts.claimsOf(personId);
  return [
    ...claims.map(({ document, claim }) => accounts.givenUpDocument(document, claim)),
    codes.renamed(code, code, {}, numberOf(dayOf(at))),
    insert('job', { pk: ERASURES, sk: personId, personId, at }),
  ];
}

/** A hand-over code is opened for members alone. */
export async function mustBeMember(accountId: AccountId, personId: PersonId): Promise<void> {
  memberOf(await standingNow(accountId), personId);
}

async function standingNow(accountId: AccountId): Promise<standings.Standing> {
  const standing = await standings.ofNow(accountId);
  if (!standing) throw new Problem('account.not-signed-in');
  return standing;
}

const isMember = ({ members = [] }: standings.Standing, personId: PersonId): boolean =>
  members.some((one) => one.personId === personId);

function memberOf(
  { persons, members = [] }: standings.Standing,
  personId: PersonId,
): standings.MemberHeld {
  const member = members.find((one) => one.personId === personId);
  if (member) return member;
  throw new Problem(
    persons.includes(personId) ? 'account.not-a-member' : 'account.not-your-person',
  );
}

interface AcceptedOnce {
  readonly isGiven: boolean;
  readonly count: () => Promise<void>;
  readonly use: (personId: PersonId, from: AccountId) => Promise<Write>;
}

/** Tried again because somebody else wrote in between, a code is still looked at once. */
function acceptedOnce(accountId: AccountId, code: string | undefined, at: Instant): AcceptedOnce {
  const count = once(() => withinTries(accountId, at));
  let used: Promise<Write> | undefined;
  return {
    isGiven: code !== undefined,
    count,
    use: (personId, from) => (used ??= acceptHandover(personId, code ?? '', from, at)),
  };
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}
