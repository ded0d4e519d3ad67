/** Whether a visit needs a guardian's name (V5): of a child under 14. */
import type * as z from 'zod/mini';
import type { WithoutCode } from '../code/whom';

export const GUARDED_BELOW = 14;

interface Asked {
  /** Undefined where neither document nor clinician tells. */
  readonly age: number | undefined;
  readonly guardian: string | undefined;
  /** Of somebody entered by hand. */
  readonly why: z.infer<typeof WithoutCode> | undefined;
  /** Written down without network, where the age could not be known. */
  readonly wasOffline: boolean;
}

/** In an emergency, and of what was written without network, a missing name holds nothing up: it is added later. */
export const lacksGuardian = ({ age, guardian, why, wasOffline }: Asked): boolean =>
  age !== undefined &&
  age < GUARDED_BELOW &&
  guardian === undefined &&
  why !== 'emergency' &&
  !wasOffline;
