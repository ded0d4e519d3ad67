import { addDays, dayOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { reminderContract } from '@yimatong/shared/reminder/contract';
import { mustBeOwn } from '../core/actor';
import { templateOf } from '../core/reminders';
import { serve } from '../core/serve';
import { commit, untilCommitted } from '../core/table';
import * as reminders from './store';

export const handler = serve(reminderContract, {
  async offer({ actor, params: { personId }, query: { platform } }) {
    mustBeOwn(actor, personId);
    const template = templateOf(platform);
    const identity = template && (await reminders.identityOf(actor.accountId, platform));
    if (!identity) return {};
    const kept = await reminders.ofNow(personId);
    const waits = kept && kept.usedOn === undefined;
    return { templateId: template.templateId, ...(waits && { from: kept.from }) };
  },

  async ask({ actor, params: { personId }, body: { platform }, now }) {
    mustBeOwn(actor, personId);
    const { accountId } = actor;
    const identity = templateOf(platform) && (await reminders.identityOf(accountId, platform));
    if (!identity) throw new Problem('reminder.not-possible');
    return untilCommitted(async () => {
      const earlier = await reminders.ofNow(personId);
      if (earlier && earlier.usedOn === undefined && earlier.identity === identity)
        return { from: earlier.from };
      const from = addDays(dayOf(now), 1);
      const committed = await commit(
        reminders.put({ personId, accountId, platform, identity, from, v: earlier?.v }),
      );
      return committed === 'committed' ? { from } : undefined;
    });
  },
});
