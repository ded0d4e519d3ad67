/** What the device remembers, as JSON under a typed key. A full or broken storage forgets; it never throws. */
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

export interface Stored<T> {
  get: () => T | undefined;
  set: (value: T) => void;
  drop: () => void;
  /** Calls back after each change made here; answers how to stop. */
  watch: (changed: () => void) => () => void;
}

const PREFIX = 'ymt.';

/** One remembered value. Call once per key, at module level: watchers hang on it. */
export function stored<T>(key: string): Stored<T> {
  const watchers = new Set<() => void>();
  let known: { value: T | undefined } | undefined;
  const remember = (value: T | undefined) => {
    known = { value };
    for (const changed of [...watchers]) changed();
  };

  return {
    get: () => (known ??= { value: read<T>(key) }).value,
    set: (value) => {
      write(key, value);
      remember(value);
    },
    drop: () => {
      erase(key);
      remember(undefined);
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

/** The remembered value, following its changes. */
export const useStored = <T>(one: Stored<T>): T | undefined =>
  useSyncExternalStore(one.watch, one.get, one.get);

export function read<T>(key: string): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + key);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

export function write(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(PREFIX + key, JSON.stringify(value));
  } catch {
    // full: the product works without memory
  }
}

export function erase(key: string): void {
  try {
    Taro.removeStorageSync(PREFIX + key);
  } catch {
    // nothing to erase
  }
}

/** Every key of ours that begins so: what signing out must clear. */
export function keysFrom(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(PREFIX + prefix))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
