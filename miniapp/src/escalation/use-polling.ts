import { useEffect, useRef } from 'react';
import { useShown } from '../core/use-route';

/** Somebody waits at a gate. */
const EVERY_MS = 15_000;

/** Asks again while the page is in front. */
export function usePolling(ask: () => Promise<void>, isOn: boolean): void {
  const last = useRef(ask);
  last.current = ask;
  const isShown = useShown() && isOn;
  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setInterval(() => void last.current(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isShown]);
}
