/**
 * The vaccines that may be recorded (V8), and which dose may follow which. The list is data with its day and source;
 * a vaccination never changes a colour.
 */
import * as z from 'zod/mini';
import { Day, daysBetween } from '../core/day';
import type { Said } from '../core/say';
import list from './vaccines.json';

export const platformLabels = {
  inactivated: { zh: '灭活疫苗', en: 'Inactivated' },
  adenovirus: { zh: '腺病毒载体疫苗', en: 'Adenovirus vector' },
  protein: { zh: '重组蛋白疫苗', en: 'Recombinant protein' },
} as const satisfies Record<string, Said>;
type Platform = keyof typeof platformLabels;

export interface Vaccine {
  readonly code: string;
  /** As people call it, for a list. */
  readonly short: Said;
  readonly name: Said;
  readonly maker: Said;
  readonly platform: Platform;
  /** Of the first course; further ones are boosters. */
  readonly doses: number;
}

export const vaccines: readonly Vaccine[] = list.vaccines as readonly Vaccine[];
const byCode = new Map(vaccines.map((one) => [one.code, one]));
export const vaccineOf = (code: string): Vaccine | undefined => byCode.get(code);

export const VaccineCode = z
  .string()
  .check(z.refine((code) => byCode.has(code), { error: 'unknown-place' }));

/** Nobody had so many yet; a number beyond is a slip. */
export const MOST_DOSES = list.mostDoses;
/** Emergency use began in that month. */
export const FIRST_DAY: Day = Day.parse(list.firstDay);

/** What is wrong with the day of a vaccination, if anything: as `core/invalid` names it. */
export function wrongDay(on: Day, today: Day): string | undefined {
  if (daysBetween(on, today) < 0) return 'vaccinated-ahead';
  return daysBetween(FIRST_DAY, on) < 0 ? 'vaccinated-early' : undefined;
}

export interface DoseGiven {
  readonly dose: number;
  readonly on: Day;
}

/**
 * Whether a dose fits what was given before: `given` was recorded already, `skipped` leaves one out (given elsewhere,
 * perhaps), `out-of-order` lies on a day before an earlier dose or after a later one.
 */
export function doseFits(
  { dose, on }: DoseGiven,
  before: readonly DoseGiven[],
): 'fits' | 'given' | 'skipped' | 'out-of-order' {
  if (before.some((one) => one.dose === dose)) return 'given';
  const disagrees = before.some((one) =>
    one.dose < dose ? daysBetween(one.on, on) < 0 : daysBetween(on, one.on) < 0,
  );
  if (disagrees) return 'out-of-order';
  const has = (wanted: number): boolean => before.some((one) => one.dose === wanted);
  const isSkipped = Array.from({ length: dose - 1 }, (_, i) => i + 1).some((one) => !has(one));
  return isSkipped ? 'skipped' : 'fits';
}
