import { useEffect, useRef, useState } from 'react';
import type { Said } from '@yimatong/shared/core/say';
import { person } from '../core/session';
import { count, countedAs, type Outcome } from './figures';
import { newParty, type Party, seated, withOne } from './party';
import { drop, type Entered, put, send, type Waiting } from './queue';
import type { Scanned } from './scanned';
import { recordedNow } from './undo';
import type { Verdict } from '../code/verdict';

export type Recording =
  | { status: 'open' }
  | { status: 'sending'; outcome: Outcome }
  | {
      status: 'done';
      outcome: Outcome;
      /** With everybody recorded so far, where there is one. */
      party: Party | undefined;
      /** Another one of the party follows. */
      more: boolean;
      /** `waits`: on this device, sent when there is network. `unsafe`: not even stored. */
      where: 'sent' | 'waits' | 'unsafe';
    }
  | { status: 'refused'; says: Said };

/** A guard does not wait longer for the network than this: the record is safe on the device. */
const PATIENCE_MS = 3000;
/** Long enough to be read, short enough for forty people waiting. */
const CONFIRMED_MS = 1300;

/** One tap: the pass is stored, sent, and confirmed; then the next person. */
export function useRecord(
  scan: Scanned,
  verdict: Verdict,
  done: (nextOf: Party | undefined) => void,
) {
  const [state, setState] = useState<Recording>({ status: 'open' });
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useLeaving(state, done);

  /** `more`: another one of the same party follows. */
  const record = async (entered: Entered, more = false) => {
    if (scan.post === undefined || state.status === 'sending') return;
    const { outcome } = entered;
    const before = scan.party ?? (more ? newParty() : undefined);
    const party = before && withOne(before, outcome);
    setState({ status: 'sending', outcome });
    const waiting = waitingOf(scan, scan.post, verdict, {
      ...entered,
      ...(party && { partyId: party.id }),
    });
    const isStored = put(waiting);
    const sent = await Promise.race([send(waiting), patience()]);
    if (sent?.status === 'refused') {
      drop(waiting.key); // seen here and now
      if (isHere.current) setState({ status: 'refused', says: sent.says });
      return;
    }
    const counted = countedAs(outcome, entered.direction);
    count(scan.post.id, counted);
    const maskedName = verdict.kind === 'person' ? verdict.maskedName : undefined;
    if (party && verdict.kind === 'person')
      seated(party, { maskedName, colour: verdict.colour, outcome });
    recordedNow({
      key: scan.id,
      placeId: scan.post.id,
      counted,
      ...(maskedName !== undefined && { maskedName }),
    });
    const where = sent?.status === 'sent' ? 'sent' : isStored ? 'waits' : 'unsafe';
    if (isHere.current) setState({ status: 'done', outcome, where, party, more });
  };
  return { state, record };
}

function waitingOf(
  scan: Scanned,
  post: NonNullable<Scanned['post']>,
  verdict: Verdict,
  pass: Entered,
): Waiting {
  return {
    key: scan.id,
    scanId: scan.id,
    by: person.get(),
    place: { id: post.id, name: post.name },
    token: scan.text,
    scannedAt: scan.at,
    ...(verdict.kind === 'person' && verdict.subject !== undefined && { subject: verdict.subject }),
    pass,
  };
}

function useLeaving(state: Recording, done: (nextOf: Party | undefined) => void): void {
  const last = useRef(done);
  last.current = done;
  const isOver = state.status === 'done' && state.where !== 'unsafe';
  const nextOf = state.status === 'done' && state.more ? state.party : undefined;
  useEffect(() => {
    if (!isOver) return undefined;
    const timer = setTimeout(() => last.current(nextOf), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [isOver, nextOf]);
}

const patience = (): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
