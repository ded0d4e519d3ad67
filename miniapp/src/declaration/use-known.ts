/** What is known of a person before they fill in a form; without it the form is only less filled in. */
import { accountContract } from '@yimatong/shared/account/contract';
import type { PersonId } from '@yimatong/shared/core/id';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { useRoute } from '../core/use-route';

export function useKnown(personId: PersonId) {
  const mine = useRoute(
    declarationContract.mine,
    { query: { personId } },
    { keepAs: `declared.${personId}` },
  ).state;
  const account = useRoute(accountContract.mine, {}, { keepAs: 'account' }).state;
  return {
    waits: mine.status === 'loading' || account.status === 'loading',
    /** Newest first. */
    declarations: mine.status === 'ready' ? mine.value.declarations : [],
    address: account.status === 'ready' ? account.value.details?.address : undefined,
  };
}
