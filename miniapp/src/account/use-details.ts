/** Filling in and correcting personal details (U1). */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import { call } from '../core/call';
import { type Failure, needsLogin } from '../core/failure';
import { useFormOf } from '../core/form';
import { choose } from '../code/chosen';
import { go, goBack, goOn } from '../core/go';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';
import { become } from './begin-session';
import { isTaken, underTheNumber } from './taken';

export type Account = Answer<typeof accountContract.mine>;

export const useAccount = () => useRoute(accountContract.mine, {}, { keepAs: 'account' });

const Details = accountContract.putDetails.body;

/** Of the holder or of a member of the family. */
export type DetailsOf = Pick<Account, 'personId' | 'details'>;

export function useDetails({ personId, details }: DetailsOf) {
  const form = useFormOf(Details, {
    known: {
      document: { type: details?.document.type ?? 'resident-id' },
      ...(details && { name: details.name, address: details.address }),
    },
    draft: `details.${personId}`,
    unkept: ['document.number'],
  });
  const [editing, setEditing] = useState(details === undefined || form.restored);
  const saving = useSubmit(accountContract.putDetails, {
    changes: [accountContract.mine, accountContract.details, codeContract.mine],
    done: (saved) => {
      form.forget();
      if (saved.personId === personId) choose(personId);
      else become(saved.personId); // somebody whom a family let go of: they have their code already
      if (details === undefined && saved.personId === personId) goOn.claim();
      else void goOnFrom(saved.personId);
    },
    failed: (refused) => {
      if (needsLogin(refused)) go.signIn();
      else form.refuse(isTaken(refused) ? underTheNumber(refused) : refused);
    },
  });
  return {
    form,
    editing,
    edit: () => setEditing(true),
    save: () => form.send((body) => saving.submit({ params: { personId }, body })),
    busy: saving.busy,
    /** A document that a family may have entered: they can hand it over. */
    taken: saving.failure !== undefined && isTaken(saving.failure),
    failure: noticed(saving.failure),
  };
}

/** Corrected before a code was claimed: the claim is still to do. */
async function goOnFrom(personId: Account['personId']): Promise<void> {
  const code = await call(codeContract.mine, { params: { personId } }).catch(() => undefined);
  if (code?.colour === 'none') goOn.claim();
  else goBack();
}

/** What stands under a field is not said twice. */
const noticed = (refused: Failure | undefined): Failure | undefined =>
  refused === undefined || isTaken(refused) || needsLogin(refused) ? undefined : refused;
