/** The only place that asks what time it is. */
import { type Instant, instantOf } from '@yimatong/shared/core/day';

type Clock = () => number;
// eslint-disable-next-line no-restricted-properties -- the one place
const hostClock: Clock = () => Date.now();
let clock = hostClock;

export const now = (): Instant => instantOf(clock());

/** Tests and the demo move the clock; without an argument it is the host's again. */
export const setClock = (moved: Clock = hostClock): void => {
  clock = moved;
};
