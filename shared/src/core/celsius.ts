import * as z from 'zod/mini';

/** °C measured in the armpit, one decimal. What counts as fever is the rule set's to say. */
export const Celsius = z.number({ error: 'temperature' }).check(
  z.minimum(34, { error: 'temperature' }),
  z.maximum(43, { error: 'temperature' }),
  z.refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, {
    error: 'temperature',
  }),
);
