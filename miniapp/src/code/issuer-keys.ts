/** The issuer's public keys, kept on the device so that a code is checked without network. They are no secret. */
import { useEffect } from 'react';
import type { Said } from '@yimatong/shared/core/say';
import { codeContract } from '@yimatong/shared/code/contract';
import type { IssuerKeys } from '@yimatong/shared/code/token';
import { DAY_MS, dayOf, instantOf, type Instant, MINUTE_MS } from '@yimatong/shared/core/day';
import { call } from '../core/call';
import { now, nowInstant, useNow } from '../core/clock';
import { useOnline } from '../core/network';
import { stored, useStored } from '../core/storage';
import { useOnReturn } from '../core/use-route';
import { momentIn, timeIn } from '../core/when';
import { bytesOfBase64url } from './base64url';

interface Kept {
  /** When they were asked for, ms since 1970. */
  at: number;
  keys: { keyId: number; publicKey: string }[];
}

const kept = stored<Kept>('issuer-keys');
const RELOAD_AFTER_MS = 10 * MINUTE_MS;
/** From here on the guard is warned: a key may have been replaced. */
const OLD_AFTER_MS = DAY_MS;

export const issuerKeys = (): IssuerKeys =>
  new Map((kept.get()?.keys ?? []).map((key) => [key.keyId, bytesOfBase64url(key.publicKey)]));

/** What cannot be loaded now stays as it is: its age is on the screen. */
export async function reloadKeys(): Promise<void> {
  try {
    const { keys } = await call(codeContract.keys, {});
    kept.set({ at: now(), keys });
  } catch {
    // tried again when there is network
  }
}

/** Of when the keys are, for something that is only read; undefined where there are none. */
export function useKeysKept(): { at: Instant; isOld: boolean } | undefined {
  const time = useNow(30_000);
  const at = useStored(kept)?.at;
  return at === undefined ? undefined : { at: instantOf(at), isOld: time - at > OLD_AFTER_MS };
}

/** `08:31`; with its day where that is not this one. No guard has to know of keys. */
export function keptSinceIn(at: Instant): Said {
  if (dayOf(at) !== dayOf(nowInstant())) return momentIn(at);
  return { zh: timeIn(at), en: timeIn(at) };
}

function reloadWhenOld(): void {
  const at = kept.get()?.at ?? -Infinity;
  if (now() - at > RELOAD_AFTER_MS) void reloadKeys();
}

/** Keeps them young while the page is in front and there is network. */
export function useFreshKeys(): void {
  const online = useOnline();
  useOnReturn(reloadWhenOld);
  useEffect(() => {
    if (!online) return undefined;
    reloadWhenOld();
    const timer = setInterval(reloadWhenOld, RELOAD_AFTER_MS);
    return () => clearInterval(timer);
  }, [online]);
}
