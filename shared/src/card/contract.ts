/** The printed card of somebody without a phone: revocable, without a colour, good for 180 days. */
import * as z from 'zod/mini';
import { Subject } from '../code/whom';
import { contract } from '../core/contract';
import { Day, Instant } from '../core/day';
import { CardId, PassId, PersonId, PlaceId } from '../core/id';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';
import { FileAnswer } from '../core/upload';

export const cardEndLabels = {
  lost: { zh: '已挂失', en: 'Reported lost' },
  replaced: { zh: '已换新卡', en: 'Replaced by a newer one' },
} as const satisfies Record<string, Said>;
export const CardEnd = oneOf(cardEndLabels);
export type CardEnd = z.infer<typeof CardEnd>;

export const Card = z.object({
  id: CardId,
  personId: PersonId,
  /** Sixteen characters; the QR holds it behind `YMC:`. */
  number: z.string(),
  maskedName: z.string(),
  documentTail: z.string(),
  issuedOn: Day,
  /** The last day on which it is good. */
  validUntil: Day,
  ended: z.optional(z.object({ as: CardEnd, at: Instant })),
});
Card.register(z.globalRegistry, { id: 'Card' });
export type Card = z.infer<typeof Card>;

const own = ['account.not-signed-in', 'account.session-ended', 'account.not-your-person'] as const;

export const cardContract = contract({
  issue: {
    rows: ['U10', 'V2'],
    summary: 'Issues a printed card for a person; an earlier one of theirs is over from then on.',
    method: 'POST',
    path: '/cards',
    roles: ['resident'],
    body: z.strictObject({ id: CardId, personId: PersonId }),
    answer: Card,
    problems: [...own, 'account.details-missing', 'declaration.not-claimed', 'card.too-many'],
  },
  issueAtDoor: {
    rows: ['V9', 'U10'],
    summary:
      'Issues a printed card, and its sheet, for the person whom a grid worker has just scanned or looked up at their door.',
    method: 'POST',
    path: '/cards/door',
    roles: ['gridworker'],
    body: z.strictObject({
      id: CardId,
      /** The grid. */
      placeId: PlaceId,
      scanId: PassId,
      subject: Subject,
    }),
    answer: z.object({ maskedName: z.string(), validUntil: Day, sheet: FileAnswer }),
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.not-allowed',
      'place.not-yours',
      'pass.scan-unknown',
      'pass.scan-over',
      'declaration.not-claimed',
      'card.too-many',
    ],
  },
  mine: {
    rows: ['U10'],
    summary: 'The cards of a person, newest first: the last twenty.',
    method: 'GET',
    path: '/cards',
    roles: ['resident'],
    query: z.strictObject({ personId: PersonId }),
    answer: z.object({ cards: z.array(Card) }),
    problems: own,
  },
  reportLost: {
    rows: ['U10'],
    summary: 'Ends a card that was lost: from the next look on it is stopped.',
    method: 'POST',
    path: '/cards/{cardId}/loss',
    roles: ['resident'],
    params: z.strictObject({ cardId: CardId }),
    body: z.strictObject({ personId: PersonId }),
    answer: Card,
    problems: [...own, 'card.unknown'],
  },
  print: {
    rows: ['U10'],
    summary: 'The card as a PDF: one A4 sheet, the card in the size of a bank card.',
    method: 'GET',
    path: '/cards/{cardId}/sheet',
    roles: ['resident'],
    params: z.strictObject({ cardId: CardId }),
    query: z.strictObject({ personId: PersonId }),
    answer: FileAnswer,
    problems: [...own, 'card.unknown', 'card.over'],
  },
});
