import type { Answer } from '@yimatong/shared/core/contract';
import type { GrantId } from '@yimatong/shared/core/id';
import { placeContract } from '@yimatong/shared/place/contract';
import { usePages } from '../core/use-pages';
import { useDecide } from './use-decide';

export type Request = Answer<typeof placeContract.waiting>['requests'][number];

/** Requests of a city that wait, oldest first, and deciding one. */
export function useRequests(area: string) {
  const pages = usePages(placeContract.waiting, {
    given: (after: GrantId | undefined) => ({ query: { area, after } }),
    nextOf: ({ next }) => next,
  });
  return { ...pages, ...useDecide(pages.reload) };
}
