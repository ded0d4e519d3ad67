/** Claiming the code: the first declaration (U2). */
import { useState } from 'react';
import { accountContract } from '@yimatong/shared/account/contract';
import type { PersonId } from '@yimatong/shared/core/id';
import { Claim } from '@yimatong/shared/declaration/contract';
import { stepOf, useCode, useToday } from '../code/use-code';
import { useFormOf } from '../core/form';
import { newId } from '../core/id';
import { useRoute } from '../core/use-route';
import { type Sent, useDeclare } from './use-declare';

export function useClaim(personId: PersonId) {
  const { state, reload, signedIn } = useCode(personId);
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' }).state;
  const [sent, setSent] = useState<Sent>();
  return {
    state,
    reload: () => void reload(),
    step: stepOf(state, signedIn),
    details: account.status === 'ready' ? account.value.details : undefined,
    sent,
    onSent: setSent,
  };
}

export function useClaimForm(personId: PersonId, onSent: (sent: Sent) => void) {
  const today = useToday();
  const [first] = useState(() => ({ id: newId('decl'), day: today }));
  const form = useFormOf(Claim, {
    known: { kind: 'claim', personId, ...first },
    draft: `claim.${personId}`,
    unkept: ['pledged'], // a promise is given, never filled in
  });
  const { methods } = form;
  const declaring = useDeclare({
    day: methods.watch('day'),
    begun: form.restored || methods.formState.isDirty,
    renew: (id, day) => {
      // A pledge is about what stands there on its day.
      if (day !== methods.getValues('day')) methods.resetField('pledged');
      methods.setValue('id', id);
      methods.setValue('day', day);
    },
    refuse: form.refuse,
    done: (sent) => {
      form.forget();
      onSent(sent);
    },
  });
  return { form, declaring, day: methods.watch('day'), send: () => form.send(declaring.send) };
}
