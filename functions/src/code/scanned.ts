/**
 * Whose code or card was scanned, and the handle by which whoever scanned it names them (V2–V9): good for nothing
 * without one's own scan of that person, and for half an hour.
 */
import { isGoodOn } from '@yimatong/shared/code/card-in-force';
import { readCard } from '@yimatong/shared/code/card-number';
import type { Colour } from '@yimatong/shared/code/colour-label';
import { type IssuerKeys, readToken, type Reading } from '@yimatong/shared/code/token';
import { dayOf, type Instant, msOf } from '@yimatong/shared/core/day';
import type { PassId, PersonId, PlaceId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { CardFault } from '@yimatong/shared/pass/contract';
import type { Actor } from '../core/actor';
import { keys } from '../core/keys';
import { get } from '../core/table';
import { cardNumbered } from './card-found';
import { personOf, subjectOf } from './subject';

/** A scan is good for half an hour: time for a queue, a history, an argument. */
export const SCAN_GOOD_MS = 30 * 60_000;

/** A code or a card that does: whose it is, and the handle by which the guard names them. */
export interface Found {
  readonly personId: PersonId;
  /** Good for nothing without the guard's own scan of that person. */
  readonly handle: string;
  /** What a code says by itself; a card says nothing. */
  readonly colour?: Colour;
}
/** Everything else: about the code, the card or the verifier, not the person. */
export type NotFound = Exclude<Reading, { verdict: 'valid' }> | { readonly verdict: CardFault };

export async function readAt(text: string, at: Instant): Promise<Found | NotFound> {
  const card = readCard(text);
  return card === undefined ? readCodeAt(text, at) : readCardAt(card, at);
}

async function readCodeAt(text: string, at: Instant): Promise<Found | NotFound> {
  const { issuers } = await keys();
  const publicKeys: IssuerKeys = new Map(issuers.map(({ keyId, publicKey }) => [keyId, publicKey]));
  const reading = readToken(text, publicKeys, msOf(at));
  if (reading.verdict !== 'valid') return reading;
  const { keyId, subject, colour } = reading.content;
  const issuer = issuers.find((one) => one.keyId === keyId);
  return issuer
    ? { personId: personOf(subject, issuer), handle: handleOf(keyId, subject), colour }
    : { verdict: 'unknown-key' };
}

/** A card is looked up: nothing on it is believed. */
async function readCardAt(
  card: { number: string } | 'damaged',
  at: Instant,
): Promise<Found | NotFound> {
  const kept = card === 'damaged' ? undefined : await cardNumbered(card.number);
  if (!kept) return { verdict: 'card-unknown' };
  if (!isGoodOn(dayOf(at), kept)) return { verdict: kept.ended ? 'card-ended' : 'card-over' };
  return { personId: kept.personId, handle: await newHandleOf(kept.personId) };
}

/** The token's subject behind its key's id. */
const handleOf = (keyId: number, subject: Uint8Array): string =>
  Buffer.from([keyId, ...subject]).toString('base64url');

/** A handle of somebody who is known without a code: by their card, by a look-up. */
export async function newHandleOf(personId: PersonId): Promise<string> {
  const [issuer] = (await keys()).issuers;
  return handleOf(issuer.keyId, subjectOf(personId, issuer));
}

export async function personBehind(handle: string): Promise<PersonId> {
  const bytes = Buffer.from(handle, 'base64url');
  const issuer = (await keys()).issuers.find(({ keyId }) => keyId === bytes[0]);
  if (!issuer || bytes.length !== 17) throw new Problem('pass.scan-unknown');
  return personOf(bytes.subarray(1), issuer);
}

/** A scan as the pass feature keeps it, as far as others go by it. */
export interface OwnScan {
  readonly personId: PersonId;
  /** When it was made; without network it reached the server later. */
  readonly at: Instant;
  readonly offline: boolean;
}

/** The actor's own scan at this place: what they may write about the person rests on it. */
export async function ownScan(
  { accountId }: Actor,
  { scanId, subject, placeId }: { scanId: PassId; subject: string; placeId: PlaceId },
  now: Instant,
): Promise<OwnScan> {
  const personId = await personBehind(subject);
  const scan = await get('pass', personId, scanId);
  if (scan?.['guardId'] !== accountId || scan['placeId'] !== placeId)
    throw new Problem('pass.scan-unknown');
  if (msOf(now) - msOf(scan['receivedAt'] as Instant) > SCAN_GOOD_MS)
    throw new Problem('pass.scan-over');
  return { personId, at: scan['at'] as Instant, offline: scan['offline'] === true };
}

/** One that opens who it is: of a scan made without network the code may be a picture of the day before. */
export async function ownScanWithNetwork(
  ...asked: Parameters<typeof ownScan>
): ReturnType<typeof ownScan> {
  const scan = await ownScan(...asked);
  if (scan.offline) throw new Problem('pass.scan-over');
  return scan;
}
