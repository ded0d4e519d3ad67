/** What is known of a person before they fill in a form; without it the form is only less filled in. */
import type { PersonId } from '@yimatong/shared/core/id';
import { declarationContract } from '@yimatong/shared/declaration/contract';
import { useDetailsOf } from '../code/use-details-of';
import { useRoute } from '../core/use-route';

export function useKnown(personId: PersonId) {
  const mine = useRoute(
    declarationContract.mine,
    { query: { personId } },
    { keepAs: `declared.${personId}` },
  ).state;
  const details = useDetailsOf(personId).state;
  return {
    waits: mine.status === 'loading' || details.status === 'loading',
    /** Newest first. */
    declarations: mine.status === 'ready' ? mine.value.declarations : [],
    address: details.status === 'ready' ? details.value?.address : undefined,
  };
}
