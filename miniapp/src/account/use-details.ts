/** Filling in and correcting personal details (U1). */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import { codeContract } from '@yimatong/shared/code/contract';
import type { Answer } from '@yimatong/shared/core/contract';
import { call } from '../core/call';
import { type Failure, failure, needsLogin } from '../core/failure';
import { useFormOf } from '../core/form';
import { go, goBack, goOn } from '../core/go';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';

export type Account = Answer<typeof accountContract.mine>;

export const useAccount = () => useRoute(accountContract.mine, {}, { keepAs: 'account' });

const Details = accountContract.putDetails.body;

export function useDetails({ personId, details }: Account) {
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
    changes: [accountContract.mine, codeContract.mine],
    done: () => {
      form.forget();
      if (details === undefined) goOn.claim();
      else void goOnFrom(personId);
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
    failure: noticed(saving.failure),
  };
}

/** Corrected before a code was claimed: the claim is still to do. */
async function goOnFrom(personId: Account['personId']): Promise<void> {
  const code = await call(codeContract.mine, { params: { personId } }).catch(() => undefined);
  if (code?.colour === 'none') goOn.claim();
  else goBack();
}

const isTaken = ({ code }: Failure): boolean => code === 'account.document-taken';

const underTheNumber = ({ code, status, says }: Failure): Failure =>
  failure({ code, status, says, fields: [{ path: 'document.number', says }] });

/** What stands under a field is not said twice. */
const noticed = (refused: Failure | undefined): Failure | undefined =>
  refused === undefined || isTaken(refused) || needsLogin(refused) ? undefined : refused;
