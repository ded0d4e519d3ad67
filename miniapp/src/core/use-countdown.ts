/** Seconds until something may be done again. */
import { useEffect, useState } from 'react';
import { deviceNow } from './clock';

export function useCountdown() {
  const [until, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const count = () => setSeconds(Math.max(0, Math.ceil((until - deviceNow()) / 1000)));
    count();
    if (until <= deviceNow()) return undefined;
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [until]);
  return { seconds, begin: (after: number) => setUntil(deviceNow() + after * 1000) };
}
