/** Which colours a checkpoint lets through (V3). */
import type * as z from 'zod/mini';
import { oneOf } from '../core/option';
import type { Said } from '../core/say';
import type { Colour } from './colour-label';

export const requirementLabels = {
  green: { zh: '仅绿码可通行', en: 'Green only' },
  'not-red': { zh: '绿码、黄码可通行', en: 'Green or yellow' },
} as const satisfies Record<string, Said>;
export const Requirement = oneOf(requirementLabels);
export type Requirement = z.infer<typeof Requirement>;

export const meets = (colour: Colour, requires: Requirement): boolean =>
  colour === 'green' || (requires === 'not-red' && colour === 'yellow');
