/** Writing to the server: busy while it runs, and whatever went wrong in words. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import { type Given, call } from './call';
import { type Failure, asFailure, isOffline } from './failure';
import { useOnline } from './network';
import { routeKey } from './use-route';

export interface Submit<R extends Route> {
  /** Sends; answers what the server answered, or undefined when it failed (`failure` says why). */
  submit: (given: Given<R>) => Promise<Answer<R> | undefined>;
  busy: boolean;
  failure: Failure | undefined;
  answer: Answer<R> | undefined;
  /** Forgets the last outcome. */
  reset: () => void;
}

export function useSubmit<R extends Route>(
  route: R,
  options: {
    done?: (answer: Answer<R>) => void;
    failed?: (failure: Failure) => void;
    /** What was read by these routes is asked for anew afterwards. */
    changes?: readonly Route[];
  } = {},
): Submit<R> {
  const client = useQueryClient();
  const isOnline = useOnline();
  const running = useRef(false); // known at once: two taps come before the next drawing
  const sending = useMutation<Answer<R>, Error, Given<R>>({
    mutationFn: (given) => call(route, given),
  });

  return {
    async submit(given) {
      if (running.current) return undefined;
      running.current = true;
      try {
        const answer = await sending.mutateAsync(given);
        for (const changed of options.changes ?? []) {
          void client.invalidateQueries({ queryKey: routeKey(changed) });
        }
        options.done?.(answer);
        return answer;
      } catch (error) {
        options.failed?.(asFailure(error));
        return undefined;
      } finally {
        running.current = false;
      }
    },
    busy: sending.isPending,
    // That there was no network is no news once there is one.
    failure:
      sending.error === null || (isOnline && isOffline(sending.error))
        ? undefined
        : asFailure(sending.error),
    answer: sending.data,
    reset: sending.reset,
  };
}
