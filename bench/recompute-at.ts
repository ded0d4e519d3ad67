/** One size of the recompute benchmark, in a process of its own: prints the units as JSON. */
import { randomBytes } from 'node:crypto';
import { emptyRecord, withCheckIn, withTrigger } from '@yimatong/shared/code/record';
import { addDays, dayOf, numberOf } from '@yimatong/shared/core/day';
import { uuidV7 } from '@yimatong/shared/core/id';
import { handler as recompute } from '../functions/src/code/jobs';
import * as codes from '../functions/src/code/store';
import { newPersonId } from '../functions/src/core/id';
import { now } from '../functions/src/core/clock';
import { commit, measureUnits, type Units } from '../functions/src/core/table';
import { aWorld, FIRST_DAY, itIsMorningOf, later } from '../functions/test/world';

const [PEOPLE = 0, PENDING = 0] = process.argv.slice(2).map(Number);
const SEGMENTS = 4;
const HOUR_MS = 3_600_000;
const forever = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };

const shown = { maskedName: '林*', documentTail: '0000' };

/** A green person; a pending one has a trigger that begins tomorrow. */
async function born(isPending: boolean): Promise<void> {
  const personId = newPersonId();
  const today = numberOf(dayOf(now()));
  await commit(codes.begun(personId, shown, {}, today));
  const code = (await codes.ofNow(personId))!;
  const claimed = { ...withCheckIn(emptyRecord, today, 'n'), claimedOn: today };
  const evidence = `decl_${uuidV7(Date.parse(now()), randomBytes(10))}`;
  const after = isPending
    ? withTrigger(claimed, { clause: 'came-from-outside', since: today + 1, evidence })
    : claimed;
  await commit(codes.changed(code, after, today));
}

const populate = async (people: number, pending: number): Promise<void> => {
  const kinds = Array.from({ length: people }, (_, i) => i < pending);
  for (let i = 0; i < kinds.length; i += 50) await Promise.all(kinds.slice(i, i + 50).map(born));
};

async function counted(work: () => Promise<unknown>): Promise<Units> {
  let total = { read: 0, write: 0 };
  measureUnits(
    ({ read, write }) => (total = { read: total.read + read, write: total.write + write }),
  );
  await work();
  measureUnits(undefined);
  return total;
}

const pendingPass = () => counted(() => recompute({ job: 'pending' }, forever));

/** Everybody read, everybody written, whether or not anything differs. */
const naivePass = () =>
  counted(async () => {
    const today = numberOf(dayOf(now()));
    for (let segment = 0; segment < SEGMENTS; segment += 1) {
      let after: codes.Cursor | undefined;
      do {
        const page = await codes.segment(segment, SEGMENTS, after);
        for (let i = 0; i < page.codes.length; i += 50)
          await Promise.all(
            page.codes
              .slice(i, i + 50)
              .map((code) => commit(codes.changed(code, code.record, today))),
          );
        after = page.next;
      } while (after);
    }
  });

export interface Sized {
  readonly due: Units;
  readonly idle: Units;
  readonly naive: Units;
}

async function measured(): Promise<Sized> {
  const world = await aWorld();
  try {
    itIsMorningOf(FIRST_DAY);
    await populate(PEOPLE, PENDING);
    itIsMorningOf(addDays(FIRST_DAY, 1));
    const due = await pendingPass();
    later(HOUR_MS);
    const idle = await pendingPass();
    const naive = await naivePass();
    return { due, idle, naive };
  } finally {
    await world.close();
  }
}

process.stdout.write(`${JSON.stringify(await measured())}\n`);
process.exit(0);
