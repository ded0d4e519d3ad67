/** Reading from the server. */
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import { type Given, call } from './call';
import { now, skewMs } from './clock';
import { type Failure, asFailure } from './failure';
import { onSignOut, session } from './session';
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

export interface Options<A = never> {
  /** Kept on the device under this name: the page opens from it at once, offline too. */
  keepAs?: string;
  /** Nobody's own: kept without a session too, and after signing out. */
  isPublic?: boolean;
  /** Asked again that often while the page is in front. */
  everyMs?: number;
  /** False: do not ask yet. */
  when?: boolean;
  /**
   * Until when (ms since 1970, server's time) an answer needs no other: not asked for again before, but for a change or
   * by hand, and then by itself while the page is in front.
   */
  freshUntil?: (answer: A) => number | undefined;
}

interface Kept<T> {
  at: number;
  value: T;
}
const keyOf = (keepAs: string, isPublic: boolean) =>
  isPublic ? `public.${keepAs}` : `kept.${keepAs}`;
onSignOut(() => keysFrom('kept.').forEach(erase));

/** The name under which an answer is cached; for `queryClient.invalidateQueries({ queryKey: routeKey(route) })`. */
export const routeKey = (route: Route, given?: unknown): readonly unknown[] =>
  given === undefined ? [route.method, route.path] : [route.method, route.path, given];

/** The route's answer. Asked for anew each time the page comes to the front, and when somebody pulls it down. */
export function useRoute<R extends Route>(
  route: R,
  given: Given<R>,
  options: Options<Answer<R>> = {},
) {
  const { keepAs, isPublic = false, everyMs, when = true, freshUntil } = options;
  const [kept] = useState(() => keptOf(route, keepAs, isPublic));
  const query = useQuery<Answer<R>>({
    queryKey: routeKey(route, given),
    queryFn: async () => {
      const value = await call(route, given);
      // not after signing out meanwhile
      if (keepAs !== undefined && (isPublic || session.get() !== undefined)) {
        write(keyOf(keepAs, isPublic), { at: now(), value });
      }
      return value;
    },
    enabled: when,
    refetchInterval: everyMs ?? false,
    ...(freshUntil === undefined ? {} : freshnessOf(freshUntil)),
    // the client's own clock is what react-query compares with
    ...(kept && { initialData: kept.value, initialDataUpdatedAt: kept.at - skewMs() }),
  });
  const reload = async (): Promise<void> => {
    await query.refetch();
  };
  const due = query.data === undefined ? undefined : freshUntil?.(query.data);

  useOnReturn(() => void (when && freshUntil === undefined && reload()));
  useRefresh(query, when ? due : undefined);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return { state: loadedOf(query), reload, busy: query.isFetching };
}

/** What the device kept, if this version still understands it. */
function keptOf<R extends Route>(
  route: R,
  keepAs: string | undefined,
  isPublic: boolean,
): Kept<Answer<R>> | undefined {
  const kept = keepAs === undefined ? undefined : read<Kept<unknown>>(keyOf(keepAs, isPublic));
  const parsed = kept && route.answer.safeParse(kept.value);
  return kept && parsed?.success === true
    ? { at: kept.at, value: parsed.data as Answer<R> }
    : undefined;
}

const freshnessOf = <A>(freshUntil: (answer: A) => number | undefined) => ({
  refetchOnMount: false,
  staleTime: ({ state }: { state: { data: A | undefined; dataUpdatedAt: number } }) => {
    const until = state.data === undefined ? undefined : freshUntil(state.data);
    return until === undefined ? Infinity : Math.max(0, until - skewMs() - state.dataUpdatedAt);
  },
});

/** After a failed refresh; at most double, so that phones do not come back together. */
const TRY_AGAIN_AFTER_MS = 15_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Asks anew when the answer is due and the page is in front, and again while that fails. */
function useRefresh(
  query: Pick<UseQueryResult, 'refetch' | 'isStale' | 'error' | 'errorUpdatedAt'>,
  due: number | undefined,
): void {
  const { refetch, isStale } = query;
  const failedAt = query.error === null ? 0 : query.errorUpdatedAt;
  const shown = useShown();
  useEffect(() => {
    if (due === undefined || !shown) return undefined;
    const again = failedAt === 0 ? 0 : TRY_AGAIN_AFTER_MS * (1 + Math.random());
    const wait = isStale ? again : Math.max(due - now(), again);
    const timer = setTimeout(
      () => void refetch({ cancelRefetch: false }),
      Math.min(wait, LONGEST_TIMER_MS),
    );
    return () => clearTimeout(timer);
  }, [due, shown, isStale, failedAt, refetch]);
}

/** Whether the page is in front. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
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
      at: query.dataUpdatedAt + skewMs(),
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
