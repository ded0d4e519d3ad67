/**
 * At 19:00: whoever asked for a reminder and has not checked in today gets one message (U3). It reads only whom one
 * waits for (a sparse index). A reminder is used up before it is sent, on condition that nobody did so in between: it
 * is sent once at most, also by two runs at once; a run that was cut off is simply run again.
 */
import { type Day, dayOf } from '@yimatong/shared/core/day';
import type { PersonId } from '@yimatong/shared/core/id';
import * as codes from '../code/store';
import { now } from '../core/clock';
import { log } from '../core/log';
import * as standings from '../core/standing';
import { sendReminder } from '../core/reminders';
import { commit } from '../core/table';
import * as reminders from './store';

interface Remaining {
  getRemainingTimeInMillis(): number;
}
const STOP_BELOW_MS = 20_000;
const PAGE = 50;

export interface RemindAnswer {
  readonly seen: number;
  readonly sent: number;
}

export async function handler(_: unknown, context: Remaining): Promise<RemindAnswer> {
  const today = dayOf(now());
  let [seen, sent] = [0, 0];
  for (let shard = 0; shard < reminders.SHARDS; shard += 1) {
    let after: PersonId | undefined;
    for (;;) {
      if (context.getRemainingTimeInMillis() < STOP_BELOW_MS)
        throw new Error('out of time: the next try goes on');
      const people = await reminders.waitingIn(shard, after, PAGE);
      const done = await Promise.all(people.map((personId) => reminded(personId, today)));
      seen += people.length;
      sent += done.filter(Boolean).length;
      after = people.at(-1);
      if (people.length < PAGE) break;
    }
  }
  log('remind.finished', { seen, sent });
  return { seen, sent };
}

async function reminded(personId: PersonId, today: Day): Promise<boolean> {
  const [kept, code] = await Promise.all([reminders.ofNow(personId), codes.ofNow(personId)]);
  if (!kept || kept.usedOn !== undefined || kept.from > today || !code) return false;
  // Whoever was handed over is nobody's to be told of any more.
  const standing = await standings.ofNow(kept.accountId);
  if (!standing?.persons.includes(personId)) return false;
  const { claimedOn, last } = code.record;
  const hasCheckedIn = last !== undefined && dayOf(last.at) === today;
  if (claimedOn === undefined || hasCheckedIn) return false;

  const to = await reminders.addressOf(kept);
  const committed = await commit(reminders.put({ ...kept, usedOn: today }));
  if (committed !== 'committed' || to === undefined) return false;
  await sendReminder({ platform: kept.platform, to, day: today });
  return true;
}
