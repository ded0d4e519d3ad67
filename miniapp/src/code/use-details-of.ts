/** The personal details of the holder or of a member of the family, for filling in forms. */
import { accountContract } from '@yimatong/shared/account/contract';
import type { DetailsShown } from '@yimatong/shared/account/details';
import type { PersonId } from '@yimatong/shared/core/id';
import { type Loaded, useRoute } from '../core/use-route';

export function useDetailsOf(personId: PersonId): {
  /** Undefined: not filled in yet. */
  state: Loaded<DetailsShown | undefined>;
  reload: () => void;
} {
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' });
  const isMember =
    account.state.status === 'ready' &&
    account.state.value.members.some((one) => one.personId === personId);
  const member = useRoute(
    accountContract.details,
    { params: { personId } },
    { keepAs: `details.${personId}`, when: isMember },
  );
  const ofAccount = account.state;
  return {
    state: isMember
      ? member.state
      : ofAccount.status === 'ready'
        ? { ...ofAccount, value: ofAccount.value.details }
        : ofAccount,
    reload: () => void (isMember ? member : account).reload(),
  };
}
