/**
 * What a verifier wrote down of somebody, on its way to the server (V5–V9). Each record is stored before it is first
 * sent, under its own id, and leaves the storage only when the server has it: a device that dies in the middle loses
 * nothing, and what is sent twice is recorded once. What the server refuses stays until it was opened again or thrown
 * away.
 *
 * It is sent only for the account that made it. Signing out keeps it: a visit to a fever clinic that was written down
 * without network must not be lost because a shift ended; no page shows it to another account.
 */
import * as z from 'zod/mini';
import type { Route } from '@yimatong/shared/core/contract';
import type { Instant } from '@yimatong/shared/core/day';
import type { PassId, PersonId, PlaceId } from '@yimatong/shared/core/id';
import type { Said } from '@yimatong/shared/core/say';
import { passContract } from '@yimatong/shared/pass/contract';
import { call } from './call';
import { type Failure, asFailure, failure, isUndecided } from './failure';
import { newId } from './id';
import { isOnline, onNetwork } from './network';
import { person } from './session';
import { erase, keysFrom, read, write } from './storage';

/** The scan that a record rests on: told again where it was made without network, or has grown old meanwhile. */
export interface ScanKept {
  readonly id: PassId;
  readonly placeId: PlaceId;
  readonly token: string;
  readonly at: Instant;
  /** Known where the scan itself was answered. */
  readonly subject?: string;
}
export interface Kept {
  /** The record's own id. */
  readonly id: string;
  /** Whither it is posted. */
  readonly path: Route['path'];
  /** The page that wrote it, and can open it again. */
  readonly page: `/${string}`;
  /** What it is: `发热门诊登记`. */
  readonly what: Said;
  readonly by: PersonId | undefined;
  readonly at: Instant;
  readonly body: Readonly<Record<string, unknown>>;
  /** `body.whom` is made of it when it is sent. */
  readonly scan?: ScanKept;
  /** Why the server will not have it. */
  readonly refused?: Said;
}
export type Sent<A> =
  | { readonly status: 'sent'; readonly answer: A }
  | { readonly status: 'refused'; readonly failure: Failure }
  | { readonly status: 'later'; readonly failure: Failure };

const PREFIX = 'outbox.';
const RETRY_EVERY_MS = 30_000;

let known: readonly Kept[] | undefined;
const watchers = new Set<() => void>();

/** Everything on this device, oldest first. Same list until something changes. */
export const outbox = (): readonly Kept[] =>
  (known ??= keysFrom(PREFIX)
    .map((key) => read<Kept>(key))
    .filter((one) => one !== undefined)
    .sort(byTime));

const byTime = (a: Kept, b: Kept): number => (a.at < b.at ? -1 : 1);
export const isOwn = ({ by }: Kept): boolean => by === person.get();

export function watchOutbox(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

function changed(next: readonly Kept[]): void {
  known = next;
  for (const one of [...watchers]) one();
}

/** Answers whether the storage really has it: a full one forgets. */
export function keep(one: Kept): boolean {
  write(PREFIX + one.id, one);
  changed([...outbox().filter(({ id }) => id !== one.id), one].sort(byTime));
  return read(PREFIX + one.id) !== undefined;
}

export function discard(id: string): void {
  erase(PREFIX + id);
  changed(outbox().filter((one) => one.id !== id));
}

const running = new Map<string, Promise<Sent<unknown>>>();

/** Sends one, unless it is being sent already. */
export function send(one: Kept): Promise<Sent<unknown>> {
  const sending = running.get(one.id) ?? tried(one).finally(() => void running.delete(one.id));
  running.set(one.id, sending);
  return sending;
}

/** The route's own description is with its page: here an answer is only handed on. */
const routeTo = (path: Route['path']) =>
  ({
    rows: [],
    summary: '',
    method: 'POST',
    path,
    roles: ['resident'],
    body: z.unknown(),
    answer: z.unknown(),
    problems: [],
  }) as const satisfies Route;

async function tried(one: Kept): Promise<Sent<unknown>> {
  try {
    const { scan } = one;
    const body = scan === undefined ? one.body : { ...one.body, whom: await whomOf(scan) };
    const answer = await call(routeTo(one.path), { body });
    discard(one.id);
    return { status: 'sent', answer };
  } catch (error) {
    const failed = asFailure(error);
    if (isUndecided(failed)) return { status: 'later', failure: failed };
    if (failed.code === 'pass.scan-over' && one.scan?.subject !== undefined)
      return tried(asScannedThen(one, one.scan));
    keep({ ...one, refused: failed.says });
    return { status: 'refused', failure: failed };
  }
}

async function whomOf({ id, placeId, token, at, subject }: ScanKept) {
  if (subject !== undefined) return { by: 'scan', scanId: id, subject };
  const scan = await call(passContract.scan, { body: { id, placeId, token, scannedAt: at } });
  if (scan.verdict !== 'valid' || scan.subject === undefined) throw notAccepted();
  return { by: 'scan', scanId: id, subject: scan.subject };
}

/** The scan grew old before the record arrived: it is told anew, as of the time it was. */
function asScannedThen(one: Kept, { subject: _, ...scan }: ScanKept): Kept {
  const renewed = { ...one, scan: { ...scan, id: newId('pass') } };
  keep(renewed);
  return renewed;
}

const notAccepted = (): Failure =>
  failure({
    code: 'pass.code-not-valid',
    status: 409,
    says: {
      zh: '服务器不认可当时扫到的码（可能已超过一天），没有登记。请重新扫码，或手工录入后提交。',
      en: 'The server did not accept the code of that scan (perhaps older than a day): not recorded. Scan again, or enter the person by hand.',
    },
  });

let flushing: Promise<void> | undefined;

/** Sends what waits, in order. Stops where there is no point in going on. */
export const flushOutbox = (): Promise<void> =>
  (flushing ??= flushed().finally(() => (flushing = undefined)));

async function flushed(): Promise<void> {
  for (const one of outbox().filter((each) => isOwn(each) && each.refused === undefined)) {
    const sent = await send(one);
    if (sent.status === 'later' && sent.failure.status !== 500) return;
  }
}

/** Called once at start: whatever an earlier run left is sent, and again whenever there is network. */
export function keepSendingOutbox(): void {
  const attempt = () => {
    if (isOnline() && outbox().length > 0) void flushOutbox();
  };
  onNetwork(attempt);
  setInterval(attempt, RETRY_EVERY_MS);
  attempt();
}
