/** Claiming the code: the first declaration (U2). */
import { useState } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { Claim } from '@yimatong/shared/declaration/contract';
import { useDetailsOf } from '../code/use-details-of';
import { stepOf, useCode } from '../code/use-code';
import { useDeclarationForm } from './use-declaration-form';
import type { Sent } from './use-declare';

export function useClaim(personId: PersonId) {
  const { state, reload, signedIn } = useCode(personId);
  const details = useDetailsOf(personId).state;
  const [sent, setSent] = useState<Sent>();
  return {
    state,
    reload: () => void reload(),
    step: stepOf(state, signedIn),
    details: details.status === 'ready' ? details.value : undefined,
    sent,
    onSent: setSent,
  };
}

export function useClaimForm(personId: PersonId, onSent: (sent: Sent) => void) {
  const claim = useDeclarationForm(Claim, {
    kind: 'claim',
    personId,
    unkept: ['pledged'], // a promise is given, never filled in
    // A pledge is about what stands there on its day.
    onAnotherDay: () => claim.form.methods.resetField('pledged'),
    onSent,
  });
  return claim;
}
