/** On how many lists of organisations somebody is by their own consent (U7): what keeps an account from being deleted. */
import type { PersonId } from '@yimatong/shared/core/id';
import { query } from './table';

export async function joinedLists(personId: PersonId): Promise<number> {
  const rows = await query('member', { pk: personId, index: ['byPerson', 'personId', 'sk'] });
  return rows.filter(({ state }) => state === 'joined').length;
}
