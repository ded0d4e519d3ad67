/**
 * Places as they were entered. The duties asked for with them are in core/grants.ts.
 *
 * | question              | pk        | sk      |
 * | --------------------- | --------- | ------- |
 * | a place (table place) | {placeId} | `place` |
 */
import type { Place } from '@yimatong/shared/place/contract';
import { insert, type Write } from '../core/table';

export const putPlace = (place: Place, accountId: string): Write =>
  insert('place', { pk: place.id, sk: 'place', place, enteredBy: accountId });
