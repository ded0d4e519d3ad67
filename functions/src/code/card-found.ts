/**
 * Whose a printed card is (table card): one read by the HMAC of its number, for the gate that scans it, and its
 * end where a person goes. All else of it is the card feature's.
 */
import type { Day, Instant } from '@yimatong/shared/core/day';
import type { CardId, PersonId } from '@yimatong/shared/core/id';
import { lookUpOf } from '../core/keys';
import { get, getNow, replace, type Write } from '../core/table';

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

/** Ends the card issued last: whoever has it in their purse is no longer of the family that could report it lost. */
export async function cardEndedOf(personId: PersonId, at: Instant): Promise<Write[]> {
  const last = await getNow('card', personId, '#last');
  const card = last && (await getNow('card', personId, String(last['cardId'])));
  if (!card || card['ended'] !== undefined) return [];
  const byNumber = await getNow('card', String(card['found']), 'card');
  const ended = { as: 'lost', at };
  return [card, ...(byNumber ? [byNumber] : [])].map((item) =>
    replace('card', { ...item, ended }, Number(item['v'])),
  );
}
