/**
 * The embedded DynamoDB: dynoxide (Rust and SQLite), one process beside ours, on a file or in memory. Elsewhere than
 * on Linux x64, set AWS_ENDPOINT_URL_DYNAMODB to DynamoDB Local or to AWS itself; nothing else changes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { type IndexDefinition, type Table, type TableDefinition, tables } from '../src/core/tables';

export interface Database {
  readonly endpoint: string;
  stop(): void;
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** Settings that every AWS client in this process takes from the environment. */
export const pointAt = (endpoint: string): void => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: process.env['AWS_REGION'] ?? 'local',
    AWS_ACCESS_KEY_ID: process.env['AWS_ACCESS_KEY_ID'] ?? 'local',
    AWS_SECRET_ACCESS_KEY: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'local',
    ...Object.fromEntries(
      Object.keys(tables).map((table) => [`${table.toUpperCase()}_TABLE`, table]),
    ),
  });
};

function binary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error(
      'The embedded database runs on Linux x64 only. Start DynamoDB Local (or use AWS) and set AWS_ENDPOINT_URL_DYNAMODB to its address.',
    );
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function answers(endpoint: string): Promise<boolean> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 1000, connectionTimeout: 500 } as never,
  });
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }));
    return true;
  } catch {
    return false;
  } finally {
    client.destroy();
  }
}

const START_WITHIN_MS = 10_000;

async function started(
  args: readonly string[],
): Promise<{ child: ChildProcess; port: number; endpoint: string }> {
  const port = await freePort();
  const child = spawn(binary(), ['serve', '--host', '127.0.0.1', '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on(
    'data',
    (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-500)),
  );
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const until = performance.now() + START_WITHIN_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`The embedded database did not start: ${complaint.trim()}`);
    if (await answers(endpoint)) return { child, port, endpoint };
    await wait(20);
  }
  child.kill();
  throw new Error('The embedded database did not answer within 10 seconds.');
}

/** A database that is gone when it stops: for tests. */
export async function memoryDatabase(): Promise<Database> {
  const { child, endpoint } = await started([]);
  child.unref();
  return { endpoint, stop: () => void child.kill() };
}

/**
 * The database of a data folder. A process left over from a crash still holds the file and its port: the one that
 * answers is taken over.
 */
export async function fileDatabase(dataDir: string): Promise<Database & { takenOver: boolean }> {
  const note = path.join(dataDir, 'database.json');
  const left = runningFrom(note);
  if (left && isAlive(left.pid)) {
    const endpoint = `http://127.0.0.1:${String(left.port)}`;
    if (await answers(endpoint))
      return { endpoint, takenOver: true, stop: () => stopped(left.pid, note) };
  }
  const { child, port, endpoint } = await started([
    '--db-path',
    path.join(dataDir, 'database.sqlite'),
  ]);
  child.unref();
  writeFileSync(note, JSON.stringify({ pid: child.pid, port }));
  return { endpoint, takenOver: false, stop: () => stopped(child.pid!, note) };
}

/** The process that a note is of; undefined where there is none, or one that was cut off in writing. */
export const runningFrom = (note: string): Running | undefined => {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Running;
  } catch {
    return undefined;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const stopped = (pid: number, note: string): void => {
  try {
    process.kill(pid);
  } catch {
    // It has ended already.
  }
  rmSync(note, { force: true });
};

const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** Creates what is missing of the tables that CDK deploys. */
export async function createTables(): Promise<void> {
  const client = new DynamoDBClient({});
  for (const [name, definition] of Object.entries(tables) as [Table, TableDefinition][]) {
    const indexes: [string, IndexDefinition][] = Object.entries(definition.indexes ?? {});
    const keyed = new Set([
      'pk',
      'sk',
      ...indexes.flatMap(([, index]) => [index.partitionKey, index.sortKey]),
    ]);
    try {
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: key('pk', 'sk'),
          AttributeDefinitions: [...keyed].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S' as const,
          })),
          ...(indexes.length > 0 && {
            GlobalSecondaryIndexes: indexes.map(
              ([IndexName, { partitionKey, sortKey, projects }]) => ({
                IndexName,
                KeySchema: key(partitionKey, sortKey),
                Projection: {
                  ProjectionType: projects === 'all' ? ('ALL' as const) : ('KEYS_ONLY' as const),
                },
              }),
            ),
          }),
        }),
      );
      if (definition.expires) {
        await client.send(
          new UpdateTimeToLiveCommand({
            TableName: name,
            TimeToLiveSpecification: { AttributeName: 'endsAt', Enabled: true },
          }),
        );
      }
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
      await mustHaveIndexes(
        client,
        name,
        indexes.map(([index]) => index),
      );
    }
  }
  client.destroy();
}

/** A data folder of an older version may lack an index that this one reads. */
async function mustHaveIndexes(
  client: DynamoDBClient,
  table: string,
  wanted: readonly string[],
): Promise<void> {
  const { Table: found } = await client.send(new DescribeTableCommand({ TableName: table }));
  const has = new Set(found?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const missing = wanted.filter((index) => !has.has(index));
  if (missing.length > 0)
    throw new Error(
      `The data folder is of an older version: table ${table} has no index ${missing.join(', ')}. Move the folder away and start again.`,
    );
}
