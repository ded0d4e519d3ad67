import { useEffect, useState } from 'react';
import { passContract } from '@yimatong/shared/pass/contract';
import { call } from '../core/call';
import { now } from '../core/clock';
import { asFailure, type Failure, isOffline } from '../core/failure';
import { feedback } from '../core/feedback';
import { isOnline } from '../core/network';
import { issuerKeys, reloadKeys } from '../code/issuer-keys';
import type { Scanned } from './scanned';
import { isForServer, readHere, readLive, type Verdict } from '../code/verdict';
import { lookOf } from '../code/verdict-words';

export interface Judged {
  verdict: Verdict;
  /** `live`: the server said so just now. `asking`: it was asked and may still say otherwise. */
  by: 'device' | 'asking' | 'live';
  /** Why the server did not judge, where it answered something else. */
  refusal?: Failure;
}

/** How long a guard waits for the server before the device's own verdict is acted on. */
const PATIENCE_MS = 1500;

/**
 * The verdict on one scan: the device's at once, the server's as soon as it is there, however late.
 * A page shows one scan; an answer that comes after it was left is nobody's.
 */
export function useVerdict({ id, text, at, post, seen }: Scanned): Judged {
  const requires = post?.requires;
  const [judged, setJudged] = useState((): Judged => {
    if (seen !== undefined) return { verdict: readLive(seen, requires), by: 'live' };
    const verdict = readHere(text, issuerKeys(), now(), requires);
    return { verdict, by: isForServer(verdict) && isOnline() ? 'asking' : 'device' };
  });
  const [asks] = useState(judged.by === 'asking');

  useEffect(() => {
    if (!asks) return undefined;
    let left = false;
    const patience = setTimeout(
      () => setJudged((one) => (one.by === 'asking' ? { ...one, by: 'device' } : one)),
      PATIENCE_MS,
    );
    const body = { id, token: text, ...(post && { placeId: post.id }) };
    call(passContract.scan, { body }).then(
      (scan) => {
        clearTimeout(patience);
        if (!left) setJudged({ verdict: readLive(scan, requires), by: 'live' });
      },
      (error: unknown) => {
        clearTimeout(patience);
        if (!left) setJudged((one) => refusedBy(asFailure(error), one.verdict));
      },
    );
    return () => {
      left = true;
      clearTimeout(patience);
    };
  }, [asks, id, text, at, post, requires]);

  const isNewer =
    judged.verdict.kind === 'device' &&
    (judged.verdict.fault === 'unknown-key' || judged.verdict.fault === 'no-keys');
  useEffect(() => {
    if (isNewer) void reloadKeys();
  }, [isNewer]);

  const { sound } = lookOf(judged.verdict);
  const isSettled = judged.by !== 'asking';
  useEffect(() => {
    if (isSettled) feedback(sound);
  }, [isSettled, sound]);
  return judged;
}

/** The server answered, but not with a verdict. */
function refusedBy(failure: Failure, here: Verdict): Judged {
  if (isOffline(failure)) return { verdict: here, by: 'device' };
  if (failure.code === 'code.unknown')
    return { verdict: { kind: 'code', fault: 'unknown' }, by: 'live' };
  // The duty was withdrawn: what a stranger sees is left.
  const verdict: Verdict =
    failure.code === 'place.not-yours' && here.kind === 'person'
      ? { ...here, may: 'glance', line: failure.says }
      : here;
  return { verdict, by: 'device', refusal: failure };
}
