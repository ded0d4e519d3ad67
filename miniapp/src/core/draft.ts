/** What somebody typed and has not sent: kept under a key until it is sent, too old, or thrown away. */
import { DAY_MS } from '@yimatong/shared/core/day';
import { now } from './clock';
import { erase, keysFrom, read, write } from './storage';

interface Draft<T> {
  at: number;
  value: T;
}

/** A form about today's health is of no use next week, and is nobody else's to find. */
const KEPT_FOR_MS = 7 * DAY_MS;
const keyOf = (key: string) => `draft.${key}`;

export const keepDraft = <T>(key: string, value: T): void =>
  write(keyOf(key), { at: now(), value } satisfies Draft<T>);

export function restoreDraft<T>(key: string): T | undefined {
  const draft = read<Draft<T>>(keyOf(key));
  if (draft === undefined) return undefined;
  if (now() - draft.at < KEPT_FOR_MS) return draft.value;
  dropDraft(key);
  return undefined;
}

export const dropDraft = (key: string): void => erase(keyOf(key));

/** On signing out: the next person at this phone must not read them. */
export const dropAllDrafts = (): void => keysFrom('draft.').forEach(erase);
