/** Filling in and correcting personal details (U1). One document belongs to one person. */
import { isDeepStrictEqual } from 'node:util';
import type { DetailsShown } from '@yimatong/shared/account/contract';
import type { Sign } from '@yimatong/shared/code/record';
import { type Day, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { AccountId, PersonId } from '@yimatong/shared/core/id';
import {
  type IdentityDocument,
  maskedName,
  maskedNumber,
  tailOf,
} from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import type * as z from 'zod';
import * as codes from '../code/store';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { withinLimits } from '../core/limit';
import { commit, untilCommitted } from '../core/table';
import { wrongField } from '../core/wrong-field';
import * as leavers from './leavers';
import * as accounts from './store';

type Shown = z.infer<typeof DetailsShown>;

export const shown = (
  personId: PersonId,
  { details, updatedAt }: Pick<accounts.DetailsKept, 'details' | 'updatedAt'>,
): Shown => ({
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

export async function putDetails(
  personId: PersonId,
  details: accounts.Details,
  actorId: AccountId,
  at: Instant,
): Promise<Shown> {
  if (isOfTheFuture(details.document, dayOf(at))) throw wrongField('document.number', 'document');
  let counted: Promise<void> | undefined;
  const countOnce = () =>
    (counted ??= withinLimits(`details#${personId}`, changes, at, 'account.details-too-many'));

  return untilCommitted(async () => {
    const earlier = await accounts.detailsOf(personId);
    if (earlier && isDeepStrictEqual(earlier.details, details)) return shown(personId, earlier);
    await countOnce();
    const found = await documentFound(details.document);
    const claim = await accounts.claimOn(found);
    if (claim.personId !== undefined && claim.personId !== personId)
      throw new Problem('account.document-taken');

    const code = await codes.ofNow(personId);
    const isNewHere = claim.personId === undefined;
    const { traces, writes } = isNewHere
      ? await leavers.takenUp(
          { actorId, personId, details, document: found, isFirst: !earlier },
          at,
        )
      : leavers.nothing;
    const committed = await commit(
      await accounts.putDetails(personId, details, at, earlier?.v),
      code
        ? codes.renamed(code, onCode(details), signOf(earlier?.details, details, at), traces)
        : codes.begun(personId, onCode(details), traces),
      ...writes,
      ...(isNewHere ? [accounts.claimedDocument(found, claim, personId)] : []),
      ...(earlier ? await givenUp(earlier.details.document, found, personId) : []),
      audited(actorId, earlier ? 'details.corrected' : 'details.filled-in', personId, at),
    );
    return committed === 'committed' ? shown(personId, { details, updatedAt: at }) : undefined;
  });
}

/** What a document is found by. */
export const documentFound = ({ type, number }: IdentityDocument) =>
  lookUpOf('document', `${type}:${number}`);

const onCode = ({ name, document }: accounts.Details) => ({
  maskedName: maskedName(name),
  documentTail: tailOf(document.number),
});

/** A person has one document here: the claim on the earlier one is let go of. */
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

/** A resident's number holds the day of birth. */
const isOfTheFuture = ({ type, number }: IdentityDocument, today: Day): boolean =>
  (type === 'resident-id' || type === 'residence-permit') &&
  number.slice(6, 14) > today.replaceAll('-', '');
