/** People who ask what is known of them, take it with them, and go (U12). */
import { leavingContract } from '@yimatong/shared/account/leaving';
import { auditContract, type Look, type LooksBefore } from '@yimatong/shared/audit/contract';
import { takeoutContract } from '@yimatong/shared/takeout/contract';
import exceljs from 'exceljs';
import { outboxed } from '../src/core/sms';
import { handler as eraseJob } from '../src/account/erase';
import type { Person } from './actors';

export const unhurried = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
export const erases = () => eraseJob({}, unhurried);

/** The code that was sent last for deleting the account. */
export const leaveCodeSentTo = (phone: string): string =>
  outboxed().find(({ sms }) => sms.template === 'leave-code' && sms.to.endsWith(phone.slice(-11)))!
    .sms.params[0]!;

export const looksAt = (person: Person, before?: LooksBefore) =>
  person.call(auditContract.looks, {
    query: { personId: person.personId, ...(before && { before }) },
  });

/** Everybody who looked, newest first, page by page. */
export async function whoLookedAt(person: Person): Promise<Look[]> {
  const all: Look[] = [];
  let before: LooksBefore | undefined;
  do {
    const page = await looksAt(person, before);
    all.push(...page.looks);
    before = page.next;
  } while (before);
  return all;
}

export const obstaclesTo = async (person: Person) =>
  (await person.call(leavingContract.leaving)).obstacles;

/** Asks for the code and deletes the account with it. */
export async function leaves(person: Person) {
  const sent = await person.tries(leavingContract.sendLeaveCode);
  if (sent.status !== 200) return sent;
  return person.tries(leavingContract.leave, { body: { code: leaveCodeSentTo(person.phone) } });
}

/** The copy of one's data as a program reads it: sheet → rows, the head first. */
export async function takeoutOf(person: Person): Promise<Record<string, string[][]>> {
  const file = await person.call(takeoutContract.make, { body: { personId: person.personId } });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(file.base64, 'base64') as never);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows: string[][] = [];
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.type === exceljs.ValueType.Formula) throw new Error('a formula');
          cells.push(cell.text);
        });
        rows.push(cells);
      });
      return [sheet.name, rows];
    }),
  );
}
