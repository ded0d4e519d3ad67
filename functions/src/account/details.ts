/** Filling in and correcting personal details (U1). One document belongs to one person. */
import { isDeepStrictEqual } from 'node:util';
import type { DetailsShown } from '@yimatong/shared/account/contract';
import type { Instant } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { maskedName, maskedNumber, tailOf } from '@yimatong/shared/core/person';
import { Problem } from '@yimatong/shared/core/problem';
import type * as z from 'zod';
import * as codes from '../code/store';
import { lookUpOf } from '../core/keys';
import { audited } from '../core/ledger';
import { commit, untilCommitted } from '../core/table';
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

export const putDetails = (
  personId: PersonId,
  details: accounts.Details,
  actorId: string,
  at: Instant,
): Promise<Shown> =>
  untilCommitted(async () => {
    const earlier = await accounts.detailsOf(personId);
    if (earlier && isDeepStrictEqual(earlier.details, details)) return shown(personId, earlier);

    const { document, name } = details;
    const found = await lookUpOf('document', `${document.type}:${document.number}`);
    const owner = await accounts.personOfDocument(found);
    if (owner !== undefined && owner !== personId) throw new Problem('account.document-taken');

    const code = await codes.ofNow(personId);
    const onCode = { maskedName: maskedName(name), documentTail: tailOf(document.number) };
    const committed = await commit(
      await accounts.putDetails(personId, details, at, earlier?.v),
      code ? codes.renamed(code, onCode) : codes.begun(personId, onCode),
      ...(owner === undefined ? [accounts.claimedDocument(found, personId)] : []),
      audited(actorId, earlier ? 'details.corrected' : 'details.filled-in', personId, at),
    );
    return committed === 'committed' ? shown(personId, { details, updatedAt: at }) : undefined;
  });
