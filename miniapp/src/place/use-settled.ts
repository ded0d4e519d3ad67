import { useEffect, useState } from 'react';

/** A name is looked for once somebody stops typing. */
const SETTLED_MS = 600;

export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
