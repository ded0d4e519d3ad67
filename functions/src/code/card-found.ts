/**
 * Whose a printed card is (table card): one read by the HMAC of its number, for the gate that scans it. The card
 * feature writes what is read here.
 */
import type { Day, Instant } from '@yimatong/shared/core/day';
import type { CardId, PersonId } from '@yimatong/shared/core/id';
import { lookUpOf } from '../core/keys';
import { get } from '../core/table';

export interface CardFound {
  readonly personId: PersonId;
  readonly cardId: CardId;
  readonly validUntil: Day;
  readonly ended?: { readonly as: 'lost' | 'replaced'; readonly at: Instant };
}

export const cardKeyOf = async (number: string): Promise<string> =>
  `number#${await lookUpOf('card', number)}`;

export const cardNumbered = async (number: string): Promise<CardFound | undefined> =>
  (await get('card', await cardKeyOf(number), 'card')) as CardFound | undefined;
