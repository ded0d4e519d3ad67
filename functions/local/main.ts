/** `npm start`: database, tables, API, H5 and schedules in one process, until it is told to stop. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Cron } from 'croner';
import { handler as erase } from '../src/account/erase';
import { handler as recompute } from '../src/code/jobs';
import { handler as remind } from '../src/reminder/jobs';
import { handler as rollup } from '../src/organisation/jobs';
import { handler as positives } from '../src/sample/jobs';
import { createTables, fileDatabase, isAlive, pointAt, runningFrom } from './database';
import { keyFileIn, localSettings } from './keys-file';
import { listening } from './server';
import { sweep, sweepFiles } from './sweep';

export interface LocalOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly h5: string | undefined;
  readonly say: (line: string) => void;
}

/** What stops a start, in a sentence for the person at the terminal. */
const refusal = (sentence: string): Error =>
  Object.assign(new Error(sentence), { isSentence: true });

export async function start({
  port,
  dataDir,
  h5,
  say,
}: LocalOptions): Promise<() => Promise<void>> {
  const note = path.join(dataDir, 'server.json');
  await mustBeAlone(note, dataDir);
  await mustBeFree(port);
  makeWritable(dataDir);
  localSettings(keyFileIn(dataDir), `http://localhost:${String(port)}`);
  const given = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  const database = given ? undefined : await fileDatabase(dataDir);
  if (database?.takenOver) say('  took over the database process that an earlier run left behind');
  pointAt(given ?? database!.endpoint);
  await createTables();

  const { server } = await listening({ port, h5, showsOutbox: true }).catch((error: unknown) => {
    // One taken over may be in use by a server that is only just starting beside us.
    if (database?.takenOver === false) database.stop();
    throw portRefusal(port, error);
  });
  writeFileSync(note, JSON.stringify({ pid: process.pid, port }));
  const schedules = [
    // As in the cloud: every hour, and so just after midnight.
    new Cron('1 * * * *', { timezone: 'Asia/Shanghai' }, recomputed),
    new Cron('0 22 * * *', { timezone: 'Asia/Shanghai' }, () => rolledUp('evening')),
    new Cron('0 8 * * *', { timezone: 'Asia/Shanghai' }, () => rolledUp('morning')),
    new Cron('30 * * * *', {}, async () => {
      await sweep();
      await sweepFiles(path.join(dataDir, 'files'));
    }),
  ];
  schedules.push(new Cron('* * * * *', {}, erased)); // hourly in the cloud; here one looks on
  schedules.push(new Cron('*/5 * * * *', {}, spread));
  schedules.push(new Cron('0 19 * * *', { timezone: 'Asia/Shanghai' }, reminded));
  await recomputed();
  await erased();

  return async () => {
    schedules.forEach((schedule) => schedule.stop());
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    database?.stop();
    rmSync(note, { force: true });
    await wait(50);
  };
}

/** Asked before anything is written; somebody may still take the port in between. */
const mustBeFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portRefusal(port, error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

const portRefusal = (port: number, error: unknown): Error => {
  const why = { EADDRINUSE: 'is in use by another program', EACCES: 'may not be opened by you' };
  const { code } = error as { code?: string };
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error as Error;
  return refusal(`Port ${String(port)} ${why[code]}. Choose another by PORT=… before npm start.`);
};

const unhurried = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
const recomputed = (): Promise<void> =>
  run('recompute', () => recompute({ job: 'pending' }, unhurried));
const reminded = (): Promise<void> => run('remind', () => remind({}, unhurried));
const spread = (): Promise<void> => run('positives', () => positives({}, unhurried));
const erased = (): Promise<void> => run('erase', () => erase({}, unhurried));

/** A failed run is told and tried at the next one: the gate does not depend on it. */
async function run(job: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${job} failed: ${error instanceof Error ? error.name : 'unknown'}\n`);
  }
}

/** What organisations report (U7). */
async function rolledUp(kind: 'evening' | 'morning'): Promise<void> {
  try {
    const endless = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
    await rollup({ job: 'rollup', kind }, endless);
  } catch (error) {
    process.stderr.write(`roll-up failed: ${error instanceof Error ? error.name : 'unknown'}\n`);
  }
}

export function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const probe = path.join(dataDir, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const { code } = error as { code?: string };
    throw refusal(
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `The data folder ${dataDir} is no folder. Choose another: DATA_DIR=… npm start`
        : `The data folder ${dataDir} cannot be written. Give yourself the right, or choose another: DATA_DIR=… npm start`,
    );
  }
}

async function mustBeAlone(note: string, dataDir: string): Promise<void> {
  const { pid, port } = runningFrom(note) ?? {};
  if (pid === undefined || port === undefined) return;
  if (!isAlive(pid) || pid === process.pid) return;
  const answers = await fetch(`http://127.0.0.1:${String(port)}/health`, {
    signal: AbortSignal.timeout(2000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers)
    throw refusal(
      `一码通 is already running on ${dataDir}: http://localhost:${String(port)} (process ${String(pid)}).`,
    );
}
