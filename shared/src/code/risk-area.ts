/**
 * Key epidemic areas (疫情重点地区) and the days on which they were in force. Until headquarters keeps them in a table
 * (G2), they are a small dated file; whoever decides is given them and asks nobody.
 */
import * as z from 'zod/mini';
import { AreaCode, isWithin } from '../core/area';
import { Day } from '../core/day';
import data from './risk-areas.json';

const Says = z.strictObject({ zh: z.string(), en: z.string() });

export const RiskArea = z.strictObject({
  area: AreaCode,
  name: Says,
  /** The first and the last day in force; without a last one it still is. */
  from: Day,
  until: z.optional(Day),
  cites: z.string(),
});
export type RiskArea = z.infer<typeof RiskArea>;

export const riskAreas: readonly RiskArea[] = z.array(RiskArea).parse(data.areas);

/** Days spent somewhere, both ends included. */
export interface Stay {
  readonly area: string;
  readonly from: Day;
  readonly until: Day;
}

/**
 * Whether one day of the stay was spent in a key epidemic area in force on that day. A place known only by its
 * province is in one when the whole province is; a single city is not guessed: the form asks.
 */
export const wasInKeyArea = (stay: Stay, areas: readonly RiskArea[]): boolean =>
  areas.some(
    ({ area, from, until }) =>
      isWithin(stay.area, area) &&
      from <= stay.until &&
      (until === undefined || until >= stay.from),
  );
