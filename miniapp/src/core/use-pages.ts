/** A list that the server pages by key: the first page at once, the next when asked for. */
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import { type Given, call } from './call';
import { asFailure } from './failure';
import { type Loaded, routeKey, useOnReturn } from './use-route';

interface Options<R extends Route, Key> {
  given: (after: Key | undefined) => Given<R>;
  nextOf: (answer: Answer<R>) => Key | undefined;
  /** Read once and not again by itself: a list whose every look is audited. */
  once?: boolean;
}

export function usePages<R extends Route, Key extends string>(route: R, options: Options<R, Key>) {
  const { given, nextOf, once = false } = options;
  // not under the key of a single answer to the same question
  const queryKey: readonly unknown[] = [...routeKey(route, given(undefined)), 'pages'];
  const query = useInfiniteQuery<
    Answer<R>,
    Error,
    InfiniteData<Answer<R>, Key | undefined>,
    readonly unknown[],
    Key | undefined
  >({
    queryKey,
    queryFn: ({ pageParam }) => call(route, given(pageParam as Key | undefined)),
    initialPageParam: undefined,
    getNextPageParam: nextOf,
    ...(once ? { staleTime: Infinity, refetchOnReconnect: false } : {}),
  });
  const reload = async (): Promise<void> => {
    await query.refetch();
  };
  useOnReturn(() => {
    if (!once) void reload();
  });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  return {
    state: loadedOf(query),
    /** Undefined where nothing follows. */
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    reload,
  };
}

function loadedOf<A>(query: {
  data: InfiniteData<A> | undefined;
  error: Error | null;
  dataUpdatedAt: number;
}): Loaded<readonly A[]> {
  const failed = query.error === null ? {} : { failure: asFailure(query.error) };
  if (query.data !== undefined) {
    return { status: 'ready', value: query.data.pages, at: query.dataUpdatedAt, ...failed };
  }
  return failed.failure === undefined
    ? { status: 'loading' }
    : { status: 'failed', failure: failed.failure };
}
