/** Which colours a checkpoint lets through (V3). */
import type * as z from 'zod/mini';
import { oneOf } from '../core/option';
import { type Said, dayIn } from '../core/say';
import type { Day } from '../core/day';
import { colourLabels, type Colour } from './colour-label';

export const requirementLabels = {
  green: { zh: '仅绿码可通行', en: 'Green only' },
  'not-red': { zh: '绿码、黄码可通行', en: 'Green or yellow' },
} as const satisfies Record<string, Said>;
export const Requirement = oneOf(requirementLabels);
export type Requirement = z.infer<typeof Requirement>;

export const meets = (colour: Colour, requires: Requirement): boolean =>
  colour === 'green' || (requires === 'not-red' && colour === 'yellow');

/** One line for the guard: what is asked here and what the code is, and since when where that is known. Never why. */
export function lineFor(colour: Colour, requires: Requirement, since?: Day): Said {
  if (meets(colour, requires))
    return { zh: '符合本卡口要求，可以通行', en: 'Meets this checkpoint’s requirement' };
  const { zh, en } = colourLabels[colour];
  const [needZh, needEn] =
    requires === 'green' ? ['绿码', 'a green code'] : ['绿码或黄码', 'a green or yellow code'];
  return since === undefined
    ? { zh: `本卡口需${needZh}；此人${zh}`, en: `Needs ${needEn}: ${en.toLowerCase()}` }
    : {
        zh: `本卡口需${needZh}；此人${dayIn(since).zh}起为${zh}`,
        en: `Needs ${needEn}: ${en.toLowerCase()} since ${dayIn(since).en}`,
      };
}
