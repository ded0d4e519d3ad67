/** An address in the home province: street or township picked from the area list, the rest typed. */
import * as z from 'zod/mini';
import { HomeStreet, areaName } from './area';
import { isPlain } from './plain';

export const Address = z.strictObject({
  /** Nine digits. */
  area: HomeStreet,
  /** Street and house number. */
  detail: z
    .string()
    .check(
      z.trim(),
      z.minLength(2, { error: 'address' }),
      z.maxLength(120, { error: 'address' }),
      z.refine(isPlain, { error: 'address' }),
    ),
});
export type Address = z.infer<typeof Address>;

export const addressLine = ({ area, detail }: Address): string =>
  `${areaName(area) ?? area}${detail}`;
