/** Places of this kind that are entered already, where somebody is about to enter one. */
import type { PlaceId } from '@yimatong/shared/core/id';
import type { Place, PostKind } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { usePages } from '../core/use-pages';
import { useSettled } from './use-settled';

export function useNeighbours(kind: PostKind, area: string, typed: string) {
  const name = useSettled(typed.length >= 2 ? typed : '');
  const { state, more, loadingMore } = usePages(keepingContract.search, {
    given: (after: PlaceId | undefined) => ({
      query: { area, kind, ...(name !== '' && { name }), ...(after && { after }) },
    }),
    nextOf: ({ next }) => next,
  });
  const found = state.status === 'ready' ? state.value.flatMap(({ places }) => places) : [];
  return { found, isNarrowed: name !== '', isNamesake: namesakeOf(typed), more, loadingMore };
}

/** Blanks make no other name. */
const namesakeOf = (typed: string) => {
  const bare = (name: string): string => name.replace(/\s/g, '');
  return ({ name }: Place): boolean => bare(name) === bare(typed);
};
