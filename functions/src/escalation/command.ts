/** Tells the command of a city or county that somebody waits at a gate (V3): where, never who. */
import { cityOf } from '@yimatong/shared/core/area';
import { type Instant, MINUTE_MS, plusMs } from '@yimatong/shared/core/day';
import { phoneOf } from '../core/people';
import { sendSms } from '../core/sms';
import * as standings from '../core/standing';
import { othersWait, type EscalationKept } from './store';

/** Whoever was told a moment ago looks at the list, where the next one stands too. */
const ONCE_WITHIN_MS = 5 * MINUTE_MS;

export async function callCommand(
  { id, area, placeName }: Pick<EscalationKept, 'id' | 'area' | 'placeName'>,
  now: Instant,
): Promise<void> {
  const city = cityOf(area);
  if (await othersWait(city, plusMs(now, -ONCE_WITHIN_MS), id)) return;
  for (const accountId of await standings.commandOf(city)) {
    const phone = await phoneOf(accountId);
    if (phone !== undefined)
      await sendSms({ to: phone, template: 'escalation', params: [placeName] });
  }
}
