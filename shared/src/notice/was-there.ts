/**
 * “Was I there?” (U11): whether days somewhere were days in a key epidemic area. A place is known by its province;
 * where only a part of it was a key area, the person is shown the part and says so themselves. A stay longer ago than any
 * form asks about is told as past.
 */
import { isWithin } from '../core/area';
import { addDays, type Day } from '../core/day';
import { type RiskArea, type Stay, wasInKeyArea } from '../code/risk-area';

export type WasThere =
  | { readonly answer: 'yes' | 'partly' | 'past'; readonly areas: readonly RiskArea[] }
  | { readonly answer: 'no' };

/** Days back that the forms ask about, the longest of them: one month. */
const ASKED_DAYS = 30;

export function wasThere(stay: Stay, keyAreas: readonly RiskArea[], today: Day): WasThere {
  const whole = keyAreas.filter((area) => wasInKeyArea(stay, [area]));
  if (whole.length > 0)
    return { answer: stay.until < addDays(today, -ASKED_DAYS) ? 'past' : 'yes', areas: whole };
  const parts = keyAreas.filter(
    (area) => isWithin(area.area, stay.area) && wasInKeyArea({ ...stay, area: area.area }, [area]),
  );
  return parts.length > 0 ? { answer: 'partly', areas: parts } : { answer: 'no' };
}
