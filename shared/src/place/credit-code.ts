/** The unified social credit code of an organisation (GB 32100-2015): 18 characters, the last one a check. */
import * as z from 'zod/mini';
import { tidied } from '../core/person';

/** Without I, O, S, V and Z, which look like figures. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17: weights are the powers of 3 modulo 31 (GB 32100-2015, 5.3). */
export function creditCheckOf(first17: string): string {
  let [sum, weight] = [0, 1];
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

const isCreditCode = (code: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCheckOf(code.slice(0, 17)) === code.charAt(17);

/** As typed, with spaces or full-width, kept in capitals. */
export const CreditCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(40)), z.transform(tidied)),
  z.string().check(z.refine(isCreditCode, { error: 'credit-code' })),
);
