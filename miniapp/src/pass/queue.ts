/**
 * Passes on their way to the server. Each is stored before it is first sent, under a key of its own, and leaves the
 * storage only when the server has it: a device that dies in the middle loses nothing, and what is sent twice is
 * recorded once (scan and pass carry their ids). What the server refuses stays until the guard has seen why.
 *
 * Signing out keeps the queue: it holds no name, and it is sent only for the account that made it.
 */
import type * as z from 'zod/mini';
import type { Instant } from '@yimatong/shared/core/day';
import type { PassId, PersonId } from '@yimatong/shared/core/id';
import type { Said } from '@yimatong/shared/core/say';
import { type PassBody, passContract } from '@yimatong/shared/pass/contract';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { call } from '../core/call';
import { type Failure, asFailure, isUndecided } from '../core/failure';
import { newId } from '../core/id';
import { isOnline, onNetwork } from '../core/network';
import { person } from '../core/session';
import { erase, keysFrom, read, write } from '../core/storage';

/** What the guard entered. */
export type Entered = Omit<z.input<typeof PassBody>, 'id' | 'placeId' | 'subject'>;

export interface Waiting {
  /** Orders the queue: the id of the scan as it was first made. */
  readonly key: PassId;
  /** Another than `key` once the server found the first scan too old to be completed. */
  readonly scanId: PassId;
  /** The account's holder who made it. */
  readonly by: PersonId | undefined;
  readonly place: Pick<Checkpoint, 'id' | 'name'>;
  readonly token: string;
  readonly scannedAt: Instant;
  /** Known where the scan itself was answered. */
  readonly subject?: string;
  readonly pass: Entered;
  /** Why the server will not have it. */
  readonly refused?: Said;
}
export type Sent =
  { status: 'sent' } | { status: 'refused'; says: Said } | { status: 'later'; failure: Failure };

const PREFIX = 'queue.';
const RETRY_EVERY_MS = 30_000;

let known: readonly Waiting[] | undefined;
const watchers = new Set<() => void>();

/** Everything on this device, oldest first. Same list until something changes. */
export const queue = (): readonly Waiting[] =>
  (known ??= keysFrom(PREFIX)
    .map((key) => read<Waiting>(key))
    .filter((one) => one !== undefined)
    .sort((a, b) => (a.key < b.key ? -1 : 1)));

export function watchQueue(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function changed(next: readonly Waiting[]): void {
  known = next;
  for (const one of [...watchers]) one();
}

/** Answers whether the storage really has it: a full one forgets. */
export function put(one: Waiting): boolean {
  write(PREFIX + one.key, one);
  const others = queue().filter(({ key }) => key !== one.key);
  changed([...others, one].sort((a, b) => (a.key < b.key ? -1 : 1)));
  return read(PREFIX + one.key) !== undefined;
}

export function drop(key: PassId): void {
  erase(PREFIX + key);
  changed(queue().filter((one) => one.key !== key));
}

export const isOwn = ({ by }: Waiting): boolean => by === person.get();

/** By which the server knows whom it was, of what was sent since this start: to take it back. */
const handles = new Map<PassId, string>();
export const handleOf = (key: PassId): string | undefined => handles.get(key);

const running = new Map<PassId, Promise<Sent>>();

/** Sends one, unless it is being sent already. `isLate`: not while the guard is still looking at it. */
export function send(one: Waiting, isLate = false): Promise<Sent> {
  const sending =
    running.get(one.key) ?? tried(one, isLate).finally(() => void running.delete(one.key));
  running.set(one.key, sending);
  return sending;
}

async function tried(one: Waiting, isLate: boolean): Promise<Sent> {
  try {
    const subject = one.subject ?? (await subjectOf(one));
    if (typeof subject !== 'string') return refuse(one, subject);
    handles.set(one.key, subject);
    const { scanId, place, pass } = one;
    await call(passContract.record, { body: { id: scanId, placeId: place.id, subject, ...pass } });
    drop(one.key);
    return { status: 'sent' };
  } catch (error) {
    const failure = asFailure(error);
    if (isUndecided(failure)) return { status: 'later', failure };
    return isLate && isOfTime(failure) && one.scanId === one.key
      ? tried(asScannedThen(one), isLate)
      : refuse(one, failure.says);
  }
}

const codeRefused: Said = {
  zh: '服务器不认可这次扫到的码（可能已超过一天），没有登记。',
  en: 'The server did not accept the code of this scan (perhaps older than a day): not recorded.',
};

async function subjectOf({ scanId, place, token, scannedAt }: Waiting): Promise<string | Said> {
  const scan = await call(passContract.scan, {
    body: { id: scanId, placeId: place.id, token, scannedAt },
  });
  return scan.verdict === 'valid' && scan.subject !== undefined ? scan.subject : codeRefused;
}

function refuse(one: Waiting, says: Said): Sent {
  put({ ...one, refused: says });
  return { status: 'refused', says };
}

/**
 * The scan reached the server and the pass did not until too late: meanwhile the scan grew old, or the colour changed.
 * The person went through then: it is told anew, as of the time it was.
 */
const isOfTime = ({ code }: Failure): boolean =>
  code === 'pass.scan-over' || code === 'pass.must-stop';

function asScannedThen(one: Waiting): Waiting {
  const { subject: _, ...rest } = one;
  const renewed = { ...rest, scanId: newId('pass') };
  put(renewed);
  return renewed;
}

let flushing: Promise<void> | undefined;

/** Sends what waits, in order. Stops where there is no point in going on. */
export const flush = (): Promise<void> =>
  (flushing ??= flushed().finally(() => (flushing = undefined)));

async function flushed(): Promise<void> {
  for (const one of queue().filter((each) => isOwn(each) && each.refused === undefined)) {
    const sent = await send(one, true);
    if (sent.status === 'later' && sent.failure.status !== 500) return;
  }
}

/** Called once at start: whatever an earlier run left is sent, and again whenever there is network. */
export function keepSending(): void {
  const attempt = () => {
    if (isOnline() && queue().length > 0) void flush();
  };
  onNetwork(attempt);
  setInterval(attempt, RETRY_EVERY_MS);
  attempt();
}
