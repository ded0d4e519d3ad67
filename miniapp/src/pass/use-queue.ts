import { useState, useSyncExternalStore } from 'react';
import { usePerson } from '../core/session';
import { flush, isOwn, queue, type Waiting, watchQueue } from './queue';

/** What still waits to be sent, and what the server refused and the guard has not seen yet. */
export function useQueue() {
  usePerson();
  const own = useSyncExternalStore(watchQueue, queue).filter(isOwn);
  const [busy, setBusy] = useState(false);
  return {
    waiting: own.filter(({ refused }) => refused === undefined).length,
    refused: own.filter((one): one is Waiting & { refused: object } => one.refused !== undefined),
    busy,
    sendNow: () => {
      setBusy(true);
      void flush().finally(() => setBusy(false));
    },
  };
}
