/**
 * The scheduled recompute at P and 2P people with the same number pending: what it reads and writes must follow the
 * pending, not the population. Beside it, in the same run, the naive way: rewrite everybody.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Units } from '../functions/src/core/table';
import type { Figure, Part } from './part';
import type { Sized } from './recompute-at';

const PEOPLE = 2000;
const PENDING = 40;
/** The run notes how far it came once a shard: 16 small writes, whatever the population. */
const PROGRESS_WRITES = 16;

/** Each size has a database of its own, so each has a process of its own. */
function atSize(people: number): Sized {
  const script = fileURLToPath(new URL('recompute-at.ts', import.meta.url));
  const args = ['--no-warnings', '--import', 'tsx', script, String(people), String(PENDING)];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n').at(-1)!,
  ) as Sized;
}

const units = ({ read, write }: Units): string => `${read.toFixed(1)} r + ${write.toFixed(1)} w`;

export const recomputing: Part = {
  name: 'recompute',
  says: `the scheduled recompute at ${String(PEOPLE)} and ${String(2 * PEOPLE)} people, ${String(PENDING)} of them pending`,
  run(): Figure[] {
    const once = atSize(PEOPLE);
    const twice = atSize(2 * PEOPLE);
    const growth = (twice.due.read + twice.due.write) / (once.due.read + once.due.write);
    return [
      {
        what: 'units at 2P',
        ours: units(twice.due),
        against: 'at P',
        theirs: units(once.due),
        ratio: growth,
        goal: { says: 'no growth with the population', met: growth < 1.05 },
      },
      {
        what: 'units at 2P',
        ours: units(twice.due),
        against: 'rewriting everybody',
        theirs: units(twice.naive),
        ratio: (twice.due.read + twice.due.write) / (twice.naive.read + twice.naive.write),
      },
      {
        what: 'write units when nothing changes, beside its own progress',
        ours: String(twice.idle.write - PROGRESS_WRITES),
        against: 'goal',
        theirs: '0',
        ratio: undefined,
        goal: { says: '0', met: twice.idle.write <= PROGRESS_WRITES },
      },
    ];
  },
};
