/** A copy of everything that is kept about oneself, as a file (U12; 个人信息保护法 art. 45). */
import * as z from 'zod/mini';
import { contract } from '../core/contract';
import { PersonId } from '../core/id';
import { FileAnswer } from '../core/upload';

/** Served by a Lambda of its own: writing spreadsheets weighs more than everything else here. */
export const takeoutContract = contract({
  make: {
    rows: ['U12'],
    summary:
      'A spreadsheet of everything kept about the person: a sheet a kind, each row also as the record itself. Five a day; each is audited.',
    method: 'POST',
    path: '/takeouts',
    roles: ['resident'],
    body: z.strictObject({ personId: PersonId }),
    answer: FileAnswer,
    problems: [
      'account.not-signed-in',
      'account.session-ended',
      'account.left',
      'account.not-your-person',
      'takeout.too-many',
    ],
  },
});
