/** Recording something of somebody: stored, sent, and where there is no network kept on the phone until there is. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { Answer, Route } from '@yimatong/shared/core/contract';
import type { Instant } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { nowInstant } from './clock';
import { type Failure, unreadable } from './failure';
import {
  discard,
  flushOutbox,
  isOwn,
  keep,
  type Kept,
  outbox,
  type ScanKept,
  send,
  type Sent,
  watchOutbox,
} from './outbox';
import { person, usePerson } from './session';
import { routeKey } from './use-route';

/** `answer` is missing where the record waits on this phone. */
export interface Recorded<R extends Route> {
  readonly at: Instant;
  readonly answer?: Answer<R>;
}
/** Nobody waits longer for the network than this: the record is safe on the phone, and sending goes on. */
const PATIENCE_MS = 6000;

interface Options {
  page: Kept['page'];
  what: Said;
  /** What was read by these routes is asked for anew afterwards. */
  changes?: readonly Route[];
  /** The server will not have it: nothing is kept, the form is still open. */
  refused?: (failure: Failure) => void;
}

export function useRecording<R extends Route>(route: R, options: Options) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isRunning = useRef(false); // known at once: two taps come before the next drawing

  /** Answers undefined when it was refused (`failure` says why). */
  const record = async (
    body: { readonly id: string },
    scan: ScanKept | undefined,
  ): Promise<Recorded<R> | undefined> => {
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setBusy(true);
    setFailure(undefined);
    const one = keptOf(route, options, body, scan);
    const isStored = keep(one);
    const sent = await sentInTime(one);
    isRunning.current = false;
    setBusy(false);
    const why = sent.status === 'sent' ? undefined : sent.failure;
    if (sent.status === 'refused') discard(one.id); // seen here and now
    if (why !== undefined && (sent.status === 'refused' || !isStored)) {
      setFailure(why);
      options.refused?.(why);
      return undefined;
    }
    for (const changed of options.changes ?? []) {
      void client.invalidateQueries({ queryKey: routeKey(changed) });
    }
    return { at: one.at, ...(sent.status === 'sent' && answerOf(route, sent.answer)) };
  };
  return { record, busy, failure };
}

const keptOf = (
  route: Route,
  { page, what }: Options,
  body: { readonly id: string },
  scan: ScanKept | undefined,
): Kept => ({
  id: body.id,
  path: route.path,
  page,
  what,
  by: person.get(),
  at: nowInstant(),
  body,
  ...(scan && { scan }),
});

async function sentInTime(one: Kept): Promise<Sent<unknown>> {
  const patience = new Promise<Sent<unknown>>((resolve) =>
    setTimeout(() => resolve({ status: 'later', failure: unreadable(0) }), PATIENCE_MS),
  );
  return Promise.race([send(one), patience]);
}

/** It is recorded, whatever this version makes of the answer. */
function answerOf<R extends Route>(route: R, answer: unknown): { answer?: Answer<R> } {
  const parsed = route.answer.safeParse(answer);
  return parsed.success ? { answer: parsed.data as Answer<R> } : {};
}

/** What a page wrote and the server does not have: what waits, and what was refused. */
export function useOutbox(page: Kept['page']) {
  usePerson();
  const all = useSyncExternalStore(watchOutbox, outbox, outbox);
  const own = all.filter((one) => isOwn(one) && one.page === page);
  const [busy, setBusy] = useState(false);
  return {
    waiting: own.filter(({ refused }) => refused === undefined),
    refused: own.filter((one): one is Kept & { refused: Said } => one.refused !== undefined),
    busy,
    sendNow: () => {
      setBusy(true);
      void flushOutbox().finally(() => setBusy(false));
    },
  };
}
