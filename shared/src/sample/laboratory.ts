import * as z from 'zod/mini';
import { isPlain } from '../core/plain';

/** The name of the laboratory that tested. */
export const Laboratory = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, { error: 'laboratory' }),
    z.maxLength(60, { error: 'laboratory' }),
    z.refine(isPlain, { error: 'laboratory' }),
  );
