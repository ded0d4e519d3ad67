/** How many lists wait for one's word: apart from the rest of the contract, for a page that needs no more of it (U7). */
import * as z from 'zod/mini';
import { contract } from '../core/contract';

export const invitationRoutes = contract({
  invitations: {
    rows: ['U7'],
    summary: 'How many organisations have filed one and wait for one’s word.',
    method: 'GET',
    path: '/organisations/invitations',
    roles: ['resident'],
    answer: z.object({ waiting: z.int() }),
    problems: ['account.not-signed-in', 'account.session-ended'],
  },
});
