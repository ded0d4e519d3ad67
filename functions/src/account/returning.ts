/**
 * Somebody who was let go of by a family: under no account, their code and records kept under their document. Whoever
 * enters the very name and document has them again, with the same code and without what was recorded before.
 */
import { isDeepStrictEqual } from 'node:util';
import type { PersonId } from '@yimatong/shared/core/id';
import type { IdentityDocument } from '@yimatong/shared/core/person';
import * as accounts from './store';

export interface Named {
  readonly name: string;
  readonly document: IdentityDocument;
}
export interface Known {
  readonly kept: accounts.DetailsKept;
  readonly keeper: accounts.Keeper;
}

/** The person as they are kept, if these are their name and document; else nothing is told of them. */
export async function knownAs(
  personId: PersonId,
  { name, document }: Named,
): Promise<Known | undefined> {
  const [kept, keeper] = await Promise.all([
    accounts.detailsOf(personId),
    accounts.keeperOf(personId),
  ]);
  const isTheirs =
    kept?.details.name === name && isDeepStrictEqual(kept.details.document, document);
  return kept && isTheirs ? { kept, keeper } : undefined;
}

export const returning = async (personId: PersonId, named: Named): Promise<Known | undefined> => {
  const known = await knownAs(personId, named);
  return known && accounts.isLetGo(known.keeper) ? known : undefined;
};
