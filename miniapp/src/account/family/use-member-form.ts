/** Adding a member to the family (U1). */
import { accountContract } from '@yimatong/shared/account/contract';
import { choose } from '../../code/chosen';
import { needsLogin } from '../../core/failure';
import { useFormOf } from '../../core/form';
import { go, goOn } from '../../core/go';
import { useSubmit } from '../../core/use-submit';
import { isTaken, underTheNumber } from '../taken';
import type { Account } from '../use-details';

export function useMemberForm({ personId, details }: Account) {
  const form = useFormOf(accountContract.addMember.body, {
    known: {
      document: { type: 'resident-id' },
      ...(details && { address: details.address }),
    },
    draft: `member.${personId}`,
    unkept: ['document.number', 'handoverCode'],
  });
  const adding = useSubmit(accountContract.addMember, {
    changes: [accountContract.mine],
    done: (member) => {
      form.forget();
      choose(member.personId);
      goOn.member(member.personId);
    },
    failed: (refused) => {
      if (needsLogin(refused)) go.signIn();
      else form.refuse(isTaken(refused) ? underTheNumber(refused) : refused);
    },
  });
  const { failure } = adding;
  return {
    form,
    busy: adding.busy,
    /** Another account has the document: the hand-over code is asked for. */
    taken: failure !== undefined && (isTaken(failure) || failure.code === 'account.handover-wrong'),
    failure: failure === undefined || isTaken(failure) || needsLogin(failure) ? undefined : failure,
    send: () => form.send((body) => adding.submit({ body })),
  };
}
