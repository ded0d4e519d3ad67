/** The only place that asks what time it is. Phones are wrong by minutes and more: the server's time corrects them. */
import { useEffect, useState } from 'react';
import { type Instant, instantOf } from '@yimatong/shared/core/day';
import { stored } from './storage';

/** Server minus device, in milliseconds; kept, so that a start without network is corrected too. */
const skew = stored<number>('skew');

/** Below this the difference is the network's, not the clock's. */
const NOTEWORTHY_MS = 1500;

/** The device's own clock, uncorrected: for measuring how long something took. */
// eslint-disable-next-line no-restricted-properties -- the one place
export const deviceNow = (): number => Date.now();

/** Milliseconds since 1970, by the server's clock as far as it is known. */
export const now = (): number => deviceNow() + skewMs();

export const nowInstant = (): Instant => instantOf(now());

/** How far the device's clock is behind the server's. */
export const skewMs = (): number => skew.get() ?? 0;

/** Learns from an answer: `iso` (or an HTTP date) was the server's time half a round trip ago. */
export function noteServerTime(iso: string, roundTripMs = 0): void {
  const server = Date.parse(iso);
  if (Number.isNaN(server)) return;
  const difference = Math.round(server + roundTripMs / 2 - deviceNow());
  if (Math.abs(difference - skewMs()) > NOTEWORTHY_MS) skew.set(difference);
}

/** The time, again and again: for running clocks and ages. */
export function useNow(everyMs = 1000): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return time;
}
