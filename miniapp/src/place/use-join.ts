import type { GrantId, PlaceId } from '@yimatong/shared/core/id';
import { type Grant, placeContract } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { dropDraft, keepDraft, restoreDraft } from '../core/draft';
import { newId } from '../core/id';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';

/** Asking for the duty at a place that somebody else has entered (V1): asked for again, it is the same request. */
export function useJoin(placeId: PlaceId, onAsked: (grant: Grant) => void) {
  const { state, reload } = useRoute(keepingContract.one, { params: { placeId } });
  const draft = `join-${placeId}`;
  const { submit, busy, failure } = useSubmit(keepingContract.join, {
    changes: [placeContract.mine],
    failed: ({ code }) => {
      if (code === 'core.id-reused') dropDraft(draft);
    },
    done: (grant) => {
      dropDraft(draft);
      onAsked(grant);
    },
  });
  const join = () => {
    const id = restoreDraft<GrantId>(draft) ?? newId('gran');
    keepDraft(draft, id);
    void submit({ body: { id, placeId } });
  };
  return { state, reload, join, busy, failure };
}
