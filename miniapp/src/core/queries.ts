/** react-query as a mini-program needs it: no window, no focus events, calls fail by themselves when offline. */
import { QueryClient, focusManager } from '@tanstack/react-query';
import { isFailure } from './failure';
import { onSignOut } from './session';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always', // else a query without network waits for ever and the page says “loading”
      refetchOnReconnect: true,
      refetchOnWindowFocus: false,
      staleTime: 5_000, // ms
      // `call` already tried twice; a busy server is asked once more, a refusal is final.
      retry: (count, error) => count < 1 && isFailure(error) && error.status >= 502,
      retryDelay: 1_500, // ms
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

focusManager.setFocused(true);
onSignOut(() => queries.clear());
