/**
 * Whom a guard has before them and reports to the command (V3): handed from the gate to the form. Kept in memory only,
 * never in a URL: the handle of a person in an address ends in histories.
 */
import type { Colour } from '@yimatong/shared/code/colour-label';
import type { PassId, PlaceId } from '@yimatong/shared/core/id';
import type { Warning } from '@yimatong/shared/pass/contract';
import { onSignOut } from '../core/session';

export interface Stopped {
  readonly scanId: PassId;
  readonly subject: string;
  readonly placeId: PlaceId;
  readonly maskedName: string;
  readonly colour: Colour;
  readonly warnings: readonly Warning[];
  /** The colour does not do here. */
  readonly isAgainst: boolean;
  readonly isAbnormal: boolean;
  /** The server has it: the stop is recorded with it. */
  readonly reported: () => void;
  /** The scanner, for the same person once more. */
  readonly rescan: () => void;
}

let stopped: Stopped | undefined;
export const handOver = (one: Stopped): void => {
  stopped = one;
};
export const handedOver = (): Stopped | undefined => stopped;
onSignOut(() => {
  stopped = undefined;
});
