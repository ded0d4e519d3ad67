/** Goes on telling people of confirmed positive tubes where a confirmation was cut off (V8): every few minutes. */
import { now } from '../core/clock';
import { log } from '../core/log';
import { spread } from './spreading';
import * as samples from './store';

interface Remaining {
  getRemainingTimeInMillis(): number;
}
const STOP_BELOW_MS = 20_000;

export async function handler(_: unknown, context: Remaining): Promise<{ tubes: number }> {
  const isTimeLeft = () => context.getRemainingTimeInMillis() >= STOP_BELOW_MS;
  const waiting = await samples.spreading();
  for (const tubeNumber of waiting) {
    if (!(await spread(tubeNumber, now(), isTimeLeft)))
      throw new Error('out of time: the next try goes on');
  }
  log('positives.finished', { tubes: waiting.length });
  return { tubes: waiting.length };
}
