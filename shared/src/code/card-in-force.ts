/** For how long a printed card is good. Pure; the day is given. */
import { addDays, type Day } from '../core/day';

/** Days, the day of its issue the first. */
export const CARD_DAYS = 180;

export const lastDayOf = (issuedOn: Day): Day => addDays(issuedOn, CARD_DAYS - 1);

interface Dated {
  readonly validUntil: Day;
  /** How it ended before its time. */
  readonly ended?: object | undefined;
}
export const isGoodOn = (day: Day, { ended, validUntil }: Dated): boolean =>
  ended === undefined && day <= validUntil;
