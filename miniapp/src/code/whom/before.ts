/** Who is before the verifier, as a form begins with it: scanned, looked up, or entered by hand (V5–V9). */
import * as z from 'zod/mini';
import type { Colour } from '@yimatong/shared/code/colour-label';
import type { ByHand, Whom } from '@yimatong/shared/code/whom';
import type { Address } from '@yimatong/shared/core/address';
import { ageOn } from '@yimatong/shared/core/age';
import type { Answer } from '@yimatong/shared/core/contract';
import { type Day, type Instant, MINUTE_MS, msOf } from '@yimatong/shared/core/day';
import type { PassId, PlaceId } from '@yimatong/shared/core/id';
import type { lookUpContract } from '@yimatong/shared/pass/look-up';
import { now } from '../../core/clock';
import type { ScanKept } from '../../core/outbox';

export type Details = Answer<typeof lookUpContract.detailsBehind>;

export interface Scanned {
  readonly by: 'scan';
  readonly scanId: PassId;
  readonly placeId: PlaceId;
  readonly at: Instant;
  readonly colour: Colour;
  /** Of a look-up there is none. */
  readonly token?: string;
  /** Missing while the server has not answered: it was scanned without network. */
  readonly subject?: string;
  readonly details?: Details;
  /** A printed card, or a look-up: the document decides. */
  readonly compare?: true;
}
export interface Entered {
  readonly by: 'hand';
  readonly entered: z.output<typeof ByHand>;
}
export type Before = Scanned | Entered;

/** For a form's schema, under the name `before`: kept in its draft with everything else. */
export const BeforeMe = z.custom<Before>((value) => value !== undefined && value !== null, {
  error: 'nobody-before',
});

/** What a record says of whom it is about. The outbox completes a scan that the server has not answered. */
export const whomOf = (before: Before): Whom =>
  before.by === 'hand'
    ? before.entered
    : { by: 'scan', scanId: before.scanId, subject: before.subject ?? '' };

/** What the outbox keeps beside the record, so that a scan can be told again. */
export const scanOf = (before: Before): ScanKept | undefined =>
  before.by === 'hand' || before.token === undefined
    ? undefined
    : {
        id: before.scanId,
        placeId: before.placeId,
        token: before.token,
        at: before.at,
        ...(before.subject !== undefined && { subject: before.subject }),
      };

/** Whole years, where the document tells. */
export const ageOf = (before: Before, today: Day): number | undefined =>
  before.by === 'scan'
    ? before.details?.age
    : before.entered.document && ageOn(before.entered.document, today);

export const nameOf = (before: Before): string | undefined =>
  before.by === 'scan' ? before.details?.name : before.entered.name;

export const addressOf = (before: Before) =>
  before.by === 'scan' ? before.details?.address : before.entered.address;

/** The server takes half an hour. */
const GOOD_FOR_MS = 28 * MINUTE_MS;

/** What was looked up must be looked up again; a scan's code can be told again by itself. */
export const isOver = (before: Before): boolean =>
  before.by === 'scan' && before.token === undefined && now() - msOf(before.at) > GOOD_FOR_MS;

/** Whether the next one is the same person, as far as both are known. */
export function isSame(one: Before, next: Before): boolean {
  const [a, b] = [nameOf(one), nameOf(next)];
  const [c, d] = [tailOf(one), tailOf(next)];
  return a !== undefined && a === b && (c === undefined || d === undefined || c === d);
}
const tailOf = (before: Before): string | undefined =>
  (before.by === 'scan' ? before.details?.document.number : before.entered.document?.number)?.slice(
    -4,
  );

/** An address as its two fields hold it; one that nobody touched is none. */
export const addressIn = (given: Partial<z.input<typeof Address>> | undefined) =>
  given?.area === undefined && (given?.detail ?? '') === ''
    ? {}
    : { address: given as z.input<typeof Address> };
