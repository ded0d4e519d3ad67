/** Tubes (V8): their numbers, how many people one holds, and what may still go into it. */
import * as z from 'zod/mini';
import { oneOf } from '../core/option';
import { tidied } from '../core/person';
import type { Said } from '../core/say';

export const tubeKindLabels = {
  single: { zh: '单采', en: 'Single' },
  'pool-5': { zh: '五混一', en: 'Pool of 5' },
  'pool-10': { zh: '十混一', en: 'Pool of 10' },
  'pool-20': { zh: '二十混一', en: 'Pool of 20' },
} as const satisfies Record<string, Said>;
export const TubeKind = oneOf(tubeKindLabels);
export type TubeKind = z.infer<typeof TubeKind>;

const sizes: Readonly<Record<TubeKind, number>> = {
  single: 1,
  'pool-5': 5,
  'pool-10': 10,
  'pool-20': 20,
};
/** How many people a tube of the kind holds. */
export const sizeOf = (kind: TubeKind): number => sizes[kind];
export const isPooled = (kind: TubeKind): boolean => kind !== 'single';

/** What is printed on a tube: 6 to 24 letters and digits, however they are typed or scanned. */
export const TubeNumber = z.pipe(
  z.pipe(z.string().check(z.maxLength(60)), z.transform(tidied)),
  z.string().check(z.regex(/^[A-Z0-9]{6,24}$/, { error: 'tube-number' })),
);

export interface Filling {
  readonly kind: TubeKind;
  readonly placeId: string;
  /** Whom the samples in it are of, each under what it is kept under. */
  readonly people: readonly string[];
  readonly isClosed: boolean;
  readonly hasResult: boolean;
}

export interface Wanted {
  readonly kind: TubeKind;
  readonly placeId: string;
  readonly who: string;
  /** Taken before the tube was closed, and told later: from a phone that had no network. */
  readonly isLate: boolean;
}

/** Why somebody's sample cannot go into the tube; undefined where it can. A tube that is not there yet takes anybody. */
export function refusalOf(
  tube: Filling | undefined,
  { kind, placeId, who, isLate }: Wanted,
):
  | 'sample.tube-elsewhere'
  | 'sample.kind-differs'
  | 'sample.already-in-tube'
  | 'sample.tube-full'
  | 'sample.tube-closed'
  | undefined {
  if (!tube) return undefined;
  if (tube.placeId !== placeId) return 'sample.tube-elsewhere';
  if (tube.kind !== kind) return 'sample.kind-differs';
  if (tube.people.includes(who)) return 'sample.already-in-tube';
  if (tube.hasResult) return 'sample.tube-closed';
  if (tube.people.length >= sizeOf(kind)) return 'sample.tube-full';
  return tube.isClosed && !isLate ? 'sample.tube-closed' : undefined;
}
