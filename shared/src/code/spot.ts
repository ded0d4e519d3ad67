/** What is measured and asked on the spot of whoever comes to a fever clinic or a pharmacy (V5, V7). */
import * as z from 'zod/mini';
import { oneOf } from '../core/option';
import { isPlain } from '../core/plain';
import type { Said } from '../core/say';

/** °C, measured here and now. */
export const Measured = z.number({ error: 'temperature' }).check(
  z.minimum(34, { error: 'temperature' }),
  z.maximum(43, { error: 'temperature' }),
  z.refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-6, {
    error: 'temperature',
  }),
);

export const metLabels = {
  'epidemic-area': {
    zh: '到过疫区，或与疫区来人接触',
    en: 'Was in an epidemic area, or met people from there',
  },
  'fever-patient': { zh: '接触过发热患者', en: 'Was in contact with fever patients' },
} as const satisfies Record<string, Said>;
/** `[]` is «没有上述情况». */
export const Met = z.array(oneOf(metLabels)).check(
  z.maxLength(2),
  z.refine((list) => new Set(list).size === list.length),
);

/** Free text of several lines. */
export const Written = (most: number, error: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error }),
      z.maxLength(most, { error }),
      z.refine(isPlain, { error }),
    );
export const MetNote = Written(200, 'note-of-200');
