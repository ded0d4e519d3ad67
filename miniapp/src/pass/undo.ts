/** The last record, to be taken back after a mis-tap (V2): at the server, or here while it still waits. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { MINUTE_MS } from '@yimatong/shared/core/day';
import type { PassId, PlaceId } from '@yimatong/shared/core/id';
import type { Said } from '@yimatong/shared/core/say';
import { passContract } from '@yimatong/shared/pass/contract';
import { call } from '../core/call';
import { now, useNow } from '../core/clock';
import { asFailure } from '../core/failure';
import { onSignOut } from '../core/session';
import { count, type Counted } from './figures';
import { drop, handleOf, queue, send } from './queue';

interface Last {
  readonly key: PassId;
  readonly placeId: PlaceId;
  readonly counted: Counted;
  readonly maskedName?: string;
  readonly at: number;
}

/** As long as the server takes it back. */
const UNDO_WITHIN_MS = 2 * MINUTE_MS;
/** The second tap of a double tap on the verdict lands where this button has just appeared. */
const SETTLED_AFTER_MS = 600;

/** In memory only: it holds a masked name. */
let kept: Last | undefined;
const watchers = new Set<() => void>();
const keep = (last: Last | undefined): void => {
  kept = last;
  for (const changed of [...watchers]) changed();
};
onSignOut(() => keep(undefined));

export const recordedNow = (last: Omit<Last, 'at'>): void => keep({ ...last, at: now() });

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};
const lastKept = () => kept;

const notKnown: Said = {
  zh: '这条登记已上传，本机不能再撤销。登记有误请向市县指挥部说明。',
  en: 'This was sent already and cannot be taken back here. Tell the city or county command of the mistake.',
};

async function takenBack({ key, placeId, counted }: Last): Promise<Said | undefined> {
  const waiting = queue().find((one) => one.key === key);
  const sent = waiting && (await send(waiting));
  if (waiting !== undefined && sent?.status !== 'sent') drop(key);
  else {
    const subject = handleOf(key);
    if (subject === undefined) return notKnown;
    await call(passContract.undo, { params: { passId: key }, body: { placeId, subject } });
  }
  count(placeId, counted, -1);
  keep(undefined);
  return undefined;
}

function useSettled(key: PassId | undefined): boolean {
  const [settled, setSettled] = useState<PassId>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled === key;
}

/** What may still be taken back. */
export function useUndo() {
  useNow(5000);
  const last = useSyncExternalStore(watch, lastKept, lastKept);
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState<Said>();
  const isSettled = useSettled(last?.key);
  const isOpen = last !== undefined && now() - last.at < UNDO_WITHIN_MS;
  return {
    last: isOpen ? last : undefined,
    busy,
    says,
    isSettled,
    undo: () => {
      if (last === undefined || busy) return;
      setBusy(true);
      takenBack(last)
        .then(setSays, (error: unknown) => setSays(asFailure(error).says))
        .finally(() => setBusy(false));
    },
  };
}
