/** Filling in and correcting personal details (U1). One document belongs to one person. */
import { isDeepStrictEqual } from 'node:util';
import type { DetailsShown } from '@yimatong/shared/account/details';
import type { Sign } from '@yimatong/shared/code/record';
import { bornOn } from '@yimatong/shared/core/age';
import { type Day, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import {
  familiarName,
  type IdentityDocument,
  maskedName,
  maskedNumber,
  tailOf,
} from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import * as codes from '../code/store';
import * as waitings from '../code/waiting';
import { nameDigest, namedPhone } from '../code/whom';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { documentFound } from '../core/people';
import * as standings from '../core/standing';
import { commit, untilCommitted, type Write } from '../core/table';
import { wrongField } from '../core/wrong-field';
import * as leavers from './leavers';
import { type Known, knownAs, returning } from './returning';
import * as accounts from './store';

export const shown = (
  personId: PersonId,
  { details, updatedAt }: Pick<accounts.DetailsKept, 'details' | 'updatedAt'>,
): DetailsShown => ({
  personId,
  name: details.name,
  maskedName: maskedName(details.name),
  document: { type: details.document.type, maskedNumber: maskedNumber(details.document.number) },
  address: details.address,
  updatedAt,
});

/** Whoever could try numbers without end would learn which of them are registered. */
const changes = [
  { most: 5, windowSeconds: 3600 },
  { most: 10, windowSeconds: 86_400 },
];
/** Of the whole family. */
const changesOfAccount = [{ most: 20, windowSeconds: 86_400 }];

export async function putDetails(
  personId: PersonId,
  details: accounts.Details,
  accountId: AccountId,
  at: Instant,
): Promise<DetailsShown> {
  mustBeBorn(details.document, at);
  let counted: Promise<void> | undefined;
  const countOnce = () => (counted ??= countChange(personId, accountId, at));

  return untilCommitted(async () => {
    const earlier = await accounts.detailsOf(personId);
    if (earlier && isDeepStrictEqual(earlier.details, details)) return shown(personId, earlier);
    await countOnce();
    const found = await documentFound(details.document);
    const claim = await accounts.claimOn(found);
    if (claim.personId !== undefined && claim.personId !== personId) {
      const known = earlier ? undefined : await returning(claim.personId, details);
      if (!known) throw new Problem('account.document-taken');
      return returnedAlone(accountId, claim.personId, personId, known, details, at);
    }

    const code = await codes.ofNow(personId);
    const isNewHere = claim.personId === undefined;
    const { traces, writes } = isNewHere
      ? await leavers.takenUp(
          { accountId, personId, details, document: found, isFirst: !earlier },
          at,
        )
      : leavers.nothing;
    const waited = await waitings.takenUp(
      [
        ...(isNewHere ? [waitings.keyOf('document', found)] : []),
        ...(earlier ? [] : await phoneKeysOf(accountId, personId, details.name)),
      ],
      { personId, name: await nameDigest(details.name) },
      at,
    );
    const committed = await commit(
      await accounts.putDetails(personId, accountId, details, at, earlier?.v),
      code
        ? codes.renamed(
            code,
            onCode(details),
            { sign: signOf(earlier?.details, details, at), traces, triggers: waited.triggers },
            numberOf(dayOf(at)),
          )
        : codes.begun(
            personId,
            onCode(details),
            { traces, triggers: waited.triggers },
            numberOf(dayOf(at)),
          ),
      ...writes,
      ...waited.writes,
      ...(isNewHere ? await accounts.claimedDocument(found, claim, personId) : []),
      ...(earlier && code && (await isUnused(code))
        ? await givenUp(earlier.details.document, found, personId)
        : []),
      ...(await renamedInFamily(accountId, personId, details.name)),
      audited(accountId, earlier ? 'details.corrected' : 'details.filled-in', personId, at),
    );
    return committed === 'committed' ? shown(personId, { details, updatedAt: at }) : undefined;
  });
}

async function countChange(personId: PersonId, accountId: AccountId, at: Instant): Promise<void> {
  const otherwise = 'account.details-too-many';
  await withinLimits(`details#${personId}`, changes, at, otherwise);
  await withinLimits(`details-of#${accountId}`, changesOfAccount, at, otherwise);
}

/**
 * Somebody whom a family let go of has a phone now: they are the account's holder, with the code they had. The person
 * that the account began with had nothing yet and is gone.
 */
async function returnedAlone(
  accountId: AccountId,
  personId: PersonId,
  instead: PersonId,
  { kept, keeper }: Known,
  details: accounts.Details,
  at: Instant,
): Promise<DetailsShown | undefined> {
  const standing = await standings.ofNow(accountId);
  if (standing?.persons[0] !== instead) return undefined;
  const committed = await commit(
    standings.put(standings.heldBy(standing, personId, at)),
    accounts.kept(personId, keeper, accountId),
    await accounts.putDetails(personId, accountId, details, at, kept.v),
    ...(await broughtByPhone(accountId, personId, details.name, at)),
    audited(accountId, 'person.returned', personId, at),
  );
  return committed === 'committed' ? shown(personId, { details, updatedAt: at }) : undefined;
}

/** The answer to a return that was sent again, by a phone that still goes by the person it replaced. */
export async function returnedBefore(
  holder: PersonId,
  details: accounts.Details,
): Promise<DetailsShown | undefined> {
  const known = await knownAs(holder, details);
  return known && shown(holder, known.kept);
}

/** Family lists tell a member by name. */
async function renamedInFamily(
  accountId: AccountId,
  personId: PersonId,
  fullName: string,
): Promise<Write[]> {
  const standing = await standings.ofNow(accountId);
  const name = familiarName(fullName);
  const member = standing?.members?.find((one) => one.personId === personId);
  if (!standing || !member || member.name === name) return [];
  const members = standing.members?.map((one) => (one === member ? { ...one, name } : one));
  return [standings.put({ ...standing, members })];
}

export const onCode = ({ name, document }: accounts.Details) => ({
  maskedName: maskedName(name),
  documentTail: tailOf(document.number),
});

/**
 * Nothing was ever declared or recorded under the code. Only of such a code a document is given up: once a code is in
 * use, whatever document it went by leads to it, so that nobody begins anew by changing a document.
 */
export const isUnused = async ({ personId, record }: codes.CodeItem): Promise<boolean> =>
  record.claimedOn === undefined &&
  record.triggers.length === 0 &&
  record.signs.length === 0 &&
  !(await waitings.hasRecords(personId));

/** A number entered by mistake: the claim on the earlier one is let go of. */
async function givenUp(document: IdentityDocument, now: string, personId: PersonId) {
  const found = await documentFound(document);
  if (found === now) return [];
  const claim = await accounts.claimOn(found);
  return claim.personId === personId ? [accounts.givenUpDocument(found, claim)] : [];
}

/** A code that goes by another name or document than before is told to the next guards. */
function signOf(
  before: accounts.Details | undefined,
  after: accounts.Details,
  at: Instant,
): Sign | undefined {
  const isSame =
    before === undefined ||
    (before.name === after.name && isDeepStrictEqual(before.document, after.document));
  return isSame ? undefined : { kind: 'identity-changed', on: numberOf(dayOf(at)), placeId: '' };
}

/** What was recorded under an account's phone is its holder's. */
async function phoneKeysOf(
  accountId: AccountId,
  personId: PersonId,
  name: string,
): Promise<string[]> {
  const standing = await standings.ofNow(accountId);
  return standing?.persons[0] === personId ? keysOfPhone(accountId, name) : [];
}

/** Under which records wait for the holder of the account's phone, by the number alone or with a name. */
async function keysOfPhone(accountId: AccountId, name: string): Promise<string[]> {
  const phone = await accounts.phoneOf(accountId);
  const found = await Promise.all([lookUpOf('phone', phone), namedPhone(phone, name)]);
  return found.map((one) => waitings.keyOf('phone', one));
}

/** What waited under the phone of whoever has one from now on, for the code that they had before. */
export async function broughtByPhone(
  accountId: AccountId,
  personId: PersonId,
  name: string,
  at: Instant,
): Promise<Write[]> {
  const [code, waited] = await Promise.all([
    codes.ofNow(personId),
    waitings.takenUp(
      await keysOfPhone(accountId, name),
      { personId, name: await nameDigest(name) },
      at,
    ),
  ]);
  const { triggers, writes } = waited;
  return code && triggers.length > 0
    ? [codes.renamed(code, code, { triggers }, numberOf(dayOf(at))), ...writes]
    : writes;
}

export function mustBeBorn(document: IdentityDocument, at: Instant): void {
  if (isOfTheFuture(document, dayOf(at))) throw wrongField('document.number', 'document');
}

const isOfTheFuture = (document: IdentityDocument, today: Day): boolean =>
  (bornOn(document) ?? today) > today;
