/** What a guard at a checkpoint may see of a code, in a guard's words (V2, V3). */
import { colourOn } from '@yimatong/shared/code/colour';
import { isGoodOn } from '@yimatong/shared/code/card-in-force';
import { readCard } from '@yimatong/shared/code/card-number';
import type { Colour } from '@yimatong/shared/code/colour-label';
import { lineFor, meets } from '@yimatong/shared/code/requirement';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { type IssuerKeys, readToken, type Reading } from '@yimatong/shared/code/token';
import {
  type Day,
  dayNumbered,
  dayOf,
  type Instant,
  msOf,
  numberOf,
} from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import { Problem } from '@yimatong/shared/core/problem';
import type { Said } from '@yimatong/shared/core/say';
import type { CardFault, Warning } from '@yimatong/shared/pass/contract';
import { suspicionsOn } from '@yimatong/shared/pass/suspicion';
import { cardNumbered } from '../code/card-found';
import type { CodeItem } from '../code/store';
import { personOf, subjectOf } from '../code/subject';
import type { Actor } from '../core/actor';
import { keys } from '../core/keys';
import type { DutyHeld } from '../core/standing';

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
  const [issuer] = (await keys()).issuers;
  const { personId } = kept;
  return { personId, handle: handleOf(issuer.keyId, subjectOf(personId, issuer)) };
}

/** The token's subject behind its key's id. */
const handleOf = (keyId: number, subject: Uint8Array): string =>
  Buffer.from([keyId, ...subject]).toString('base64url');

export async function personBehind(handle: string): Promise<PersonId> {
  const bytes = Buffer.from(handle, 'base64url');
  const issuer = (await keys()).issuers.find(({ keyId }) => keyId === bytes[0]);
  if (!issuer || bytes.length !== 17) throw new Problem('pass.scan-unknown');
  return personOf(bytes.subarray(1), issuer);
}

/** The duty at a place, or a refusal. */
export function dutyAt({ duties }: Actor, placeId: string): DutyHeld {
  const duty = duties.find((one) => one.role === 'guard' && one.placeId === placeId);
  if (!duty) throw new Problem('place.not-yours');
  return duty;
}

export interface Seen {
  readonly colour: Colour;
  readonly meets: boolean;
  readonly line: Said;
  readonly since?: Day;
  readonly warnings: Warning[];
}

/** What a stranger sees. */
export function colourAt({ record }: CodeItem, at: Instant): Colour {
  const today = numberOf(dayOf(at));
  return colourOn(today, record, ruleSetOn(today)).colour;
}

export function seenAt({ record }: CodeItem, duty: DutyHeld, at: Instant): Seen {
  const today = numberOf(dayOf(at));
  const ruleSet = ruleSetOn(today);
  const { colour, reasons } = colourOn(today, record, ruleSet);
  const requires = duty.requires ?? 'green';
  const since =
    reasons.length > 0
      ? dayNumbered(Math.min(...reasons.map(({ trigger }) => trigger.since)))
      : undefined;
  const suspicions = suspicionsOn(today, record, ruleSet, duty.placeId);
  return {
    colour,
    meets: meets(colour, requires),
    line: lineFor(colour, requires, since),
    ...(since !== undefined && { since }),
    // A colour that is not green now says so itself.
    warnings: suspicions.filter(({ kind }) => kind !== 'not-green' || colour === 'green'),
  };
}

/** What a look told that is over: the colour as it was, and nothing of today. */
export function seenThen(colour: Colour, { requires = 'green' }: DutyHeld): Seen {
  return {
    colour,
    meets: meets(colour, requires),
    line: lineFor(colour, requires),
    warnings: [],
  };
}
