/**
 * A report's receipt number, `200301-7214-8395`: the day in Shanghai, seven random digits, a check digit. Digits alone,
 * because it is read out on the telephone. The check digit is Damm's (H. M. Damm, 2004): it finds every single wrong
 * digit and every two neighbours that changed places.
 */
import * as z from 'zod/mini';
import type { Day } from '../core/day';

/** How many there can be in a day; which one a report gets is drawn, so that none tells how many came before. */
export const NUMBERS_A_DAY = 10_000_000;

/** Damm's quasigroup of order 10: weakly totally anti-symmetric, zeros on the diagonal. */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];
const reduced = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = Number(QUASIGROUP[interim]!.charAt(Number(digit)));
  return interim;
};

/** The number of a day for what was drawn, `0 … NUMBERS_A_DAY - 1`. */
export function receiptNumberOf(day: Day, drawn: number): string {
  const digits = day.slice(2).replace(/-/g, '') + String(drawn).padStart(7, '0');
  const all = digits + String(reduced(digits));
  return `${all.slice(0, 6)}-${all.slice(6, 10)}-${all.slice(10)}`;
}

/** Whether it is one, without a typo. */
export const isReceiptNumber = (text: string): boolean =>
  /^\d{6}-\d{4}-\d{4}$/.test(text) && reduced(text.replace(/-/g, '')) === 0;

export const ReceiptNumber = z.string().check(z.refine(isReceiptNumber));
