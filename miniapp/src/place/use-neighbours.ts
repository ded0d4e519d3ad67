/** Places of this kind that are entered already, where somebody is about to enter one. */
import { useEffect, useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { type Place, type PostKind } from '@yimatong/shared/place/contract';
import { keepingContract } from '@yimatong/shared/place/keeping';
import { usePages } from '../core/use-pages';

/** A name is looked for once somebody stops typing. */
const SETTLED_MS = 600;

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

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
