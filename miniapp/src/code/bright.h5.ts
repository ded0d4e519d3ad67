import { useEffect } from 'react';
import type { useBrightScreen as useBrightScreenOf } from './bright';

interface Awake {
  release: () => Promise<void>;
}
type Waker = { wakeLock?: { request: (what: 'screen') => Promise<Awake> } };

/** A browser cannot set the brightness; it can keep the screen on. */
export const useBrightScreen: typeof useBrightScreenOf = (on) => {
  useEffect(() => {
    const { wakeLock } = navigator as Waker;
    if (!on || wakeLock === undefined) return undefined;
    const awake = wakeLock.request('screen').catch(() => undefined);
    return () => void awake.then((lock) => lock?.release()).catch(() => undefined);
  }, [on]);
};
