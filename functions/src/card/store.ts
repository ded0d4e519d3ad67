/**
 * Printed cards.
 *
 * | question                                      | pk               | sk       |
 * | --------------------------------------------- | ---------------- | -------- |
 * | whose is this number? (code/card-found.ts)    | number#{hmac}    | `card`   |
 * | a person's cards, newest first                | {personId}       | {cardId} |
 * | the one issued last, so that two never stand  | {personId}       | `#last`  |
 *
 * Both say whether it has ended, and are changed together. The number is sealed; without it no card can be printed.
 */
import { Card, type CardEnd } from '@yimatong/shared/card/contract';
import type { Instant } from '@yimatong/shared/core/day';
import type { CardId, PersonId } from '@yimatong/shared/core/id';
import * as z from 'zod';
import { cardKeyOf } from '../code/card-found';
import { open, seal } from '../core/seal';
import { getNow, insert, type Item, query, replace, type Write } from '../core/table';

export interface CardKept {
  readonly card: Card;
  readonly v: number;
}

const parsed = async (item: Item): Promise<CardKept> => ({
  card: Card.parse({
    ...item,
    id: item.sk,
    personId: item.pk,
    number: await open(z.string().parse(item['sealed']), item.sk),
  }),
  v: z.number().parse(item['v']),
});

const ofPerson = async ({ number, id, personId, ...card }: Card): Promise<Item> => ({
  pk: personId,
  sk: id,
  ...card,
  sealed: await seal(number, id),
  // For erasing it with the person: without a key nobody finds it by the number.
  found: await cardKeyOf(number),
});
const byNumber = async ({ number, id, personId, validUntil, ended }: Card): Promise<Item> => ({
  pk: await cardKeyOf(number),
  sk: 'card',
  personId,
  cardId: id,
  validUntil,
  ended,
});

/** The card that was issued last, good or not. */
export interface Last {
  readonly cardId?: CardId;
  readonly v?: number;
}
export const lastOf = async (personId: PersonId): Promise<Last> =>
  ((await getNow('card', personId, '#last')) ?? {}) as Last;

/** A card in place of the last: whoever issues one at the same moment is refused, and sees this one. */
export const issued = async (card: Card, { v }: Last): Promise<Write[]> => [
  insert('card', { ...(await ofPerson(card)), v: 1 }),
  insert('card', { ...(await byNumber(card)), v: 1 }),
  replace('card', { pk: card.personId, sk: '#last', cardId: card.id }, v),
];

/** The card, over from then on; on condition that nobody ended it in between. */
export const ended = async (
  { card, v }: CardKept,
  as: CardEnd,
  at: Instant,
): Promise<{ card: Card; writes: Write[] }> => {
  const over: Card = { ...card, ended: { as, at } };
  return {
    card: over,
    // Both were written together ever since: they have the same version.
    writes: [replace('card', await ofPerson(over), v), replace('card', await byNumber(over), v)],
  };
};

export const of = async (personId: PersonId, cardId: CardId): Promise<CardKept | undefined> => {
  const item = await getNow('card', personId, cardId);
  return item && parsed(item);
};

const SHOWN = 20;
/** Newest first. */
export const latestOf = async (personId: PersonId): Promise<CardKept[]> => {
  const items = await query('card', {
    pk: personId,
    from: 'card_',
    newestFirst: true,
    limit: SHOWN,
  });
  return Promise.all(items.map(parsed));
};
