/**
 * What in the last 14 days is a suspicious track (V3), and what of a pass is a sign of one. suspicion.vectors.json says
 * it case by case. Read from the code's own record, so that a gate needs no second read; how far back, how far apart and
 * how fast is the rule set's to say.
 */
import type { Colour } from '../code/colour-label';
import type { CodeRecord, Sign } from '../code/record';
import type { RuleSet } from '../code/rule-set';
import { type DayNumber, dayNumbered, dayOf, type Instant, msOf, numberOf } from '../core/day';
import { kmBetween, type Location } from '../core/location';
import type { Pass, Warning } from './contract';

/** What to warn a guard of, newest first. A stop at this very place is no news to it. */
export function suspicionsOn(
  today: DayNumber,
  record: CodeRecord,
  { trackDays }: RuleSet,
  placeId?: string,
): Warning[] {
  const inTrack = (on: DayNumber): boolean => on > today - trackDays && on <= today;
  const signs = record.signs
    .filter((sign) => inTrack(sign.on) && !(sign.kind === 'stopped' && sign.placeId === placeId))
    .map(({ kind, on }) => ({ kind, on }));
  const notGreen =
    record.notGreenOn !== undefined && inTrack(record.notGreenOn)
      ? [{ kind: 'not-green' as const, on: record.notGreenOn }]
      : [];
  return [...signs, ...notGreen]
    .sort((a, b) => b.on - a.on)
    .map(({ kind, on }) => ({ kind, on: dayNumbered(on) }));
}

/** Whether a temperature as a guard enters it is abnormal. */
export const isAbnormal = (
  temperature: 'normal' | 'abnormal' | number,
  { feverFrom }: RuleSet,
): boolean =>
  typeof temperature === 'number' ? temperature >= feverFrom : temperature === 'abnormal';

/** Red and yellow stay at home or where they are told: domain §5. */
export const isToIsolate = (colour: Colour): boolean => colour === 'red' || colour === 'yellow';

export type PassJudged = Pick<
  Pass,
  'at' | 'placeId' | 'temperature' | 'outcome' | 'direction' | 'colour' | 'undone'
>;
/** What of a pass is a suspicious sign to the next checkpoint. A scan of a poster by the person alone never is. */
export function signsOf(
  { at, placeId, temperature = 'normal', outcome, direction, colour, undone }: PassJudged,
  ruleSet: RuleSet,
): Sign[] {
  if (undone === true || (outcome !== 'passed' && outcome !== 'stopped')) return [];
  const on = numberOf(dayOf(at));
  const of = (kind: Sign['kind']): Sign => ({ kind, on, placeId: placeId ?? '' });
  return [
    ...(isAbnormal(temperature, ruleSet) ? [of('abnormal-temperature')] : []),
    ...(outcome === 'stopped' ? [of('stopped')] : []),
    ...(outcome === 'passed' && direction === 'out' && isToIsolate(colour)
      ? [of('left-isolation')]
      : []),
  ];
}

/** Where and when somebody was before a verifier. */
export interface Met {
  readonly at: Instant;
  readonly location: Location;
}

const HOUR_MS = 3_600_000;
/** Whether nobody gets from one to the other in the time between, in whichever order they became known. */
export function isFarApart(one: Met, other: Met, { track }: RuleSet): boolean {
  const km = kmBetween(one.location, other.location);
  const hours = Math.abs(msOf(one.at) - msOf(other.at)) / HOUR_MS;
  return km > track.beyondKm && km > track.fastestKmh * hours;
}
