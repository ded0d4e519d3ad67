/**
 * An online scan and its record at a gate: what DynamoDB bills for it (its own ConsumedCapacity, from the embedded
 * database), and requests a second over loopback at 1 and 32 clients.
 * Prices: DynamoDB on demand, us-east-1, November 2024: 0.625 $ per million write units, 0.125 $ per million read units.
 */
import { performance } from 'node:perf_hooks';
import { passContract } from '@yimatong/shared/pass/contract';
import { measureUnits, type Units } from '../functions/src/core/table';
import { aCheckpoint, aGuard, aResident, calling } from '../functions/test/actors';
import { aWorld } from '../functions/test/world';
import type { Figure, Part } from './part';

const WRITE_USD_PER_MILLION = 0.625;
const READ_USD_PER_MILLION = 0.125;
/** anchors.md §3: a pass kept as the obvious design would, at the same prices. */
const NAIVE_USD_PER_MILLION = 4.81;
const LOAD_SECONDS = 4;

const usd = ({ read, write }: Units): number =>
  read * READ_USD_PER_MILLION + write * WRITE_USD_PER_MILLION;

async function counted(work: () => Promise<unknown>): Promise<Units> {
  let total = { read: 0, write: 0 };
  measureUnits(
    ({ read, write }) => (total = { read: total.read + read, write: total.write + write }),
  );
  await work();
  measureUnits(undefined);
  return total;
}

/** `clients` at once, each scanning and recording one after another, for a bounded time. */
async function load(
  clients: number,
  once: () => Promise<void>,
): Promise<{ perSecond: number; p99: number }> {
  const took: number[] = [];
  const until = performance.now() + LOAD_SECONDS * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const began = performance.now();
        await once();
        took.push(performance.now() - began);
      }
    }),
  );
  took.sort((a, b) => a - b);
  return { perSecond: took.length / LOAD_SECONDS, p99: took[Math.floor(took.length * 0.99)]! };
}

export const gate: Part = {
  name: 'gate',
  says: 'one online scan and its record',
  async run(): Promise<Figure[]> {
    const world = await aWorld();
    try {
      const resident = await aResident(world);
      await resident.claims();
      const guard = await aGuard(world);
      const token = await resident.showsTheirQr();
      const scan = await counted(() => guard.scans(token));
      const body = await guard.wouldRecord(token);
      const record = await counted(() => guard.call(passContract.record, { body }));
      const both = { read: scan.read + record.read, write: scan.write + record.write };

      const location = { latitude: 20.03, longitude: 110.33 };
      const located = await aGuard(world, { ...aCheckpoint(), location });
      const farther = await counted(() => located.scans(token));

      const scanAndRecord = async (): Promise<void> => {
        const seen = await guard.scans(token);
        if (seen.verdict !== 'valid' || !seen.subject) throw new Error(seen.verdict);
        const { status } = await calling(
          world,
          passContract.record,
          { body: { ...body, id: seen.scanId, subject: seen.subject } },
          guard.session.token,
        );
        if (status !== 200) throw new Error(String(status));
      };
      await load(8, () => guard.scans(token).then(() => undefined));
      const alone = await load(1, scanAndRecord);
      const crowd = await load(32, scanAndRecord);
      return [
        {
          what: 'write units of scan + record',
          ours: `${String(scan.write)} + ${String(record.write)}`,
          against: 'goal',
          theirs: '≤ 2',
          ratio: undefined,
          goal: { says: '≤ 2', met: both.write <= 2 },
        },
        {
          what: 'read units of scan + record',
          ours: `${String(scan.read)} + ${String(record.read)} (the person 0.5 each; what the guard may do, 0.5 each)`,
          against: 'goal',
          theirs: '0.5',
          ratio: undefined,
          goal: { says: '1 read of 0.5', met: both.read <= 0.5 },
        },
        {
          what: 'a scan where the place says where it is',
          ours: `${String(farther.read)} r + ${String(farther.write)} w`,
          against: 'without',
          theirs: `${String(scan.read)} r + ${String(scan.write)} w`,
          ratio: usd(farther) / usd(scan),
        },
        {
          what: 'USD per million scans with record',
          ours: usd(both).toFixed(2),
          against: 'naive',
          theirs: String(NAIVE_USD_PER_MILLION),
          ratio: usd(both) / NAIVE_USD_PER_MILLION,
          goal: { says: '≤ 2 $', met: usd(both) <= 2 },
        },
        {
          what: 'scan + record per second, 32 clients',
          ours: crowd.perSecond.toFixed(0),
          against: '1 client',
          theirs: alone.perSecond.toFixed(0),
          ratio: crowd.perSecond / alone.perSecond,
        },
        {
          what: 'p99 of scan + record, ms, 32 clients',
          ours: crowd.p99.toFixed(1),
          against: '1 client',
          theirs: alone.p99.toFixed(1),
          ratio: crowd.p99 / alone.p99,
        },
      ];
    } finally {
      await world.close();
    }
  },
};
