/** A message on the next day without a check-in, to whoever asked for it: once for each time they agreed (U3). */
import * as z from 'zod/mini';
import { Platform } from '../core/platform';
import { contract } from '../core/contract';
import { Day } from '../core/day';
import { PersonId } from '../core/id';

const signedIn = [
  'account.not-signed-in',
  'account.session-ended',
  'account.left',
  'account.not-your-person',
] as const;

export const reminderContract = contract({
  offer: {
    rows: ['U3'],
    summary:
      'The template of the reminder that the platform asks the person about, if one can be sent to them.',
    method: 'GET',
    path: '/reminders/{personId}',
    roles: ['resident'],
    params: z.strictObject({ personId: PersonId }),
    query: z.strictObject({ platform: Platform }),
    answer: z.object({
      /** What the platform must be asked with; absent where nothing can be sent. */
      templateId: z.optional(z.string()),
      /** Asked for already: the first day on which it may be sent. */
      from: z.optional(Day),
    }),
    problems: [...signedIn],
  },
  ask: {
    rows: ['U3'],
    summary:
      'Keeps one message for the next day without a check-in, after the person agreed on the platform. Asked for again before it was sent, it is the same one.',
    method: 'PUT',
    path: '/reminders/{personId}',
    roles: ['resident'],
    params: z.strictObject({ personId: PersonId }),
    body: z.strictObject({ platform: Platform }),
    answer: z.object({ from: Day }),
    problems: [...signedIn, 'reminder.not-possible'],
  },
});
