/**
 * “Was I there?” (U11): whether days somewhere were days in a key epidemic area. A place is known by its province;
 * where only a part of it was a key area, the person is shown the part and says so themselves.
 */
import { isWithin } from '../core/area';
import { type RiskArea, type Stay, wasInKeyArea } from '../code/risk-area';

export type WasThere =
  | { readonly answer: 'yes' | 'partly'; readonly areas: readonly RiskArea[] }
  | { readonly answer: 'no' };

export function wasThere(stay: Stay, keyAreas: readonly RiskArea[]): WasThere {
  const whole = keyAreas.filter((area) => wasInKeyArea(stay, [area]));
  if (whole.length > 0) return { answer: 'yes', areas: whole };
  const parts = keyAreas.filter(
    (area) => isWithin(area.area, stay.area) && wasInKeyArea({ ...stay, area: area.area }, [area]),
  );
  return parts.length > 0 ? { answer: 'partly', areas: parts } : { answer: 'no' };
}
