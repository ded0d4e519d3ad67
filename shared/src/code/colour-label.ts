/** The three colours and `none` (domain §5, reading 1 of the glossary). */
import type * as z from 'zod/mini';
import type { Said } from '../core/say';
import { oneOf } from '../core/option';

export const colourLabels = {
  green: { zh: '绿码', en: 'Green' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
  none: { zh: '未申领', en: 'No code' },
} as const satisfies Record<string, Said>;
export const Colour = oneOf(colourLabels);
export type Colour = z.infer<typeof Colour>;
