/**
 * What lies between the gate, the camera and the result: at which post one stands, what was scanned last, whose history
 * is wanted. Kept in memory only, never in a URL: a token in an address ends in logs and histories.
 */
import type { Instant } from '@yimatong/shared/core/day';
import type { PassId, PlaceId } from '@yimatong/shared/core/id';
import type { Scan } from '@yimatong/shared/pass/contract';
import type { Checkpoint } from '@yimatong/shared/place/contract';
import { nowInstant } from '../core/clock';
import { newId } from '../core/id';
import { onSignOut } from '../core/session';
import { awaitNextOf, type Party, takeParty } from './party';

export interface Scanned {
  /** Made here, so that the scan sent twice is one. */
  readonly id: PassId;
  readonly text: string;
  readonly at: Instant;
  /** The checkpoint at which one is on duty; undefined for a glance at the colour. */
  readonly post: Checkpoint | undefined;
  /** Whom this one came with. */
  readonly party: Party | undefined;
  /** What the server said already of somebody entered by hand. */
  readonly seen?: Scan;
}
export interface Person {
  readonly scanId: PassId;
  readonly subject: string;
  readonly placeId: PlaceId;
  readonly maskedName: string;
}

let open = false;
let post: Checkpoint | undefined;
let last: Scanned | undefined;
let person: Person | undefined;

/** The gate is left for the camera. */
export function standAt(checkpoint: Checkpoint | undefined): void {
  open = true;
  post = checkpoint;
  awaitNextOf(undefined);
}
/** False on a page that was opened by its address: the gate decides where one stands. */
export const isStanding = (): boolean => open;
export const standingAt = (): Checkpoint | undefined => post;

export const scanned = (text: string): Scanned =>
  (last = { id: newId('pass'), text, at: nowInstant(), post, party: takeParty() });
/** Somebody entered by hand whose code says no: judged like a scan. */
export const seenByHand = (id: PassId, checkpoint: Checkpoint, seen: Scan): Scanned =>
  (last = { id, text: '', at: nowInstant(), post: checkpoint, party: takeParty(), seen });
export const lastScanned = (): Scanned | undefined => last;

export const lookAt = (one: Person): void => {
  person = one;
};
export const lookedAt = (): Person | undefined => person;

onSignOut(() => {
  open = false;
  post = last = person = undefined;
});
