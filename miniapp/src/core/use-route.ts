/** Reading from the server. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useRef } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import { type Given, call } from './call';
import { now } from './clock';
import { type Failure, asFailure } from './failure';
import { onSignOut } from './session';
import { erase, keysFrom, read, write } from './storage';

/** What a page knows of something it asked for. A value that could not be refreshed stays, with its age. */
export type Loaded<T> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  | {
      status: 'ready';
      value: T;
      /** When it was asked for, ms since 1970. */
      at: number;
      /** Why it is not newer, where the last try failed. */
      failure?: Failure;
    };

export interface Options {
  /** Kept on the device under this name: the page opens from it at once, offline too. */
  keepAs?: string;
  /** Asked again that often while the page is in front. */
  everyMs?: number;
  /** False: do not ask yet. */
  when?: boolean;
  /**
   * Until when (ms since 1970, server's time) an answer needs no other: not asked for again before, but for a change or
   * by hand, and then by itself while the page is in front.
   */
  freshUntil?: (answer: never) => number | undefined;
}

interface Kept<T> {
  at: number;
  value: T;
}
const keyOf = (keepAs: string) => `kept.${keepAs}`;
onSignOut(() => keysFrom('kept.').forEach(erase));

/** The name under which an answer is cached; for `queryClient.invalidateQueries({ queryKey: routeKey(route) })`. */
export const routeKey = (route: Route, given?: unknown): readonly unknown[] =>
  given === undefined ? [route.method, route.path] : [route.method, route.path, given];

/** The route's answer. Asked for anew each time the page comes to the front, and when somebody pulls it down. */
export function useRoute<R extends Route>(route: R, given: Given<R>, options: Options = {}) {
  const { keepAs, everyMs, when = true } = options;
  const kept = useRef(keepAs === undefined ? undefined : read<Kept<Answer<R>>>(keyOf(keepAs)));
  const query = useQuery<Answer<R>>({
    queryKey: routeKey(route, given),
    queryFn: async () => {
      const value = await call(route, given);
      if (keepAs !== undefined) write(keyOf(keepAs), { at: now(), value });
      return value;
    },
    enabled: when,
    refetchInterval: everyMs ?? false,
    ...(kept.current === undefined
      ? {}
      : { initialData: () => kept.current!.value, initialDataUpdatedAt: kept.current.at }),
  });
  const reload = async (): Promise<void> => void (await query.refetch());

  useOnReturn(() => void (when && reload()));
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return { state: loadedOf(query), reload, busy: query.isFetching };
}

/** Each time the page is shown again after it was hidden: the first time things start by themselves. */
export function useOnReturn(returned: () => void): void {
  const hidden = useRef(false);
  useDidHide(() => {
    hidden.current = true;
  });
  useDidShow(() => {
    if (hidden.current) returned();
    hidden.current = false;
  });
}

function loadedOf<T>(query: {
  data: T | undefined;
  error: Error | null;
  dataUpdatedAt: number;
}): Loaded<T> {
  const failed = query.error === null ? undefined : asFailure(query.error);
  if (query.data !== undefined) {
    return {
      status: 'ready',
      value: query.data,
      at: query.dataUpdatedAt,
      ...(failed === undefined ? {} : { failure: failed }),
    };
  }
  return failed === undefined ? { status: 'loading' } : { status: 'failed', failure: failed };
}

/** After a change: whatever was read by these routes is asked for anew. */
export function useReloadOf(...routes: readonly Route[]): () => void {
  const client = useQueryClient();
  return () => {
    for (const route of routes) void client.invalidateQueries({ queryKey: routeKey(route) });
  };
}
