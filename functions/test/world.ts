/**
 * The world that plays happen in: the embedded DynamoDB, the real handlers behind the real local server, an SMS
 * outbox, and a clock that the play moves. Everything acts over HTTP.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { addDays, type Day, dayOf, type Instant, msOf, startOf } from '@yimatong/shared/core/day';
import { createTables, type Database, memoryDatabase, pointAt } from '../local/database';
import { localSettings } from '../local/keys-file';
import { listening } from '../local/server';
import { now, setClock } from '../src/core/clock';
import { scanSegment } from '../src/core/table';
import { type Table, tables } from '../src/core/tables';

export interface World {
  readonly url: string;
  close(): Promise<void>;
}

const KEY_FILE_CONTENT = JSON.stringify({
  keyId: 1,
  master: 'a master secret of the tests, nowhere else in use',
});

export async function aWorld({ h5 }: { h5?: string } = {}): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-'));
  const keyFile = path.join(folder, 'keys.json');
  writeFileSync(keyFile, KEY_FILE_CONTENT);
  localSettings(keyFile);
  const database: Database = await memoryDatabase();
  pointAt(database.endpoint);
  await createTables();
  const { server, port } = await listening({ port: 0, h5, showsOutbox: true });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    async close() {
      await closed(server);
      database.stop();
      rmSync(folder, { recursive: true });
      setClock();
    },
  };
}

const closed = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};

/** Half past eight in the morning in Shanghai, on the first day of most plays. */
export const FIRST_DAY: Day = '2020-03-01';
let at = 0;
export const itIs = (instant: Instant): void => {
  at = msOf(instant);
  setClock(() => at);
};
export const itIsMorningOf = (day: Day): void =>
  itIs(new Date(msOf(startOf(day)) + 8.5 * 3_600_000).toISOString() as Instant);
export const later = (ms: number): void => {
  at += ms;
};
export const aDayLater = (): void => itIsMorningOf(addDays(today(), 1));
export const today = (): Day => dayOf(now());

let played = FIRST_DAY;
/** Each play begins two months after the one before, so that neither limits nor warnings of another reach into it. */
export const aPlayBegins = (): void => {
  played = addDays(played, 60);
  itIsMorningOf(played);
};

/** Everything that a table holds: for looking behind the scenes. */
export async function itemsOf(table: Table): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let after: { pk: string; sk: string } | undefined;
  do {
    const page = await scanSegment(table, 0, 1, after);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

/** Takes everything out of a table: for plays that count what is in it. */
export async function emptied(table: Table): Promise<void> {
  const client = new DynamoDBClient({});
  for (const { pk, sk } of await itemsOf(table)) {
    const Key = { pk: { S: String(pk) }, sk: { S: String(sk) } };
    await client.send(new DeleteItemCommand({ TableName: table, Key }));
  }
  client.destroy();
}

/** Items by table, the counters of limits aside: what a refusal must not change. */
export async function sizeOfEverything(): Promise<Record<string, number>> {
  const names = Object.keys(tables) as Table[];
  const sizes = await Promise.all(
    names.map(async (name) => {
      const items = await itemsOf(name);
      return [name, items.filter(({ pk }) => !String(pk).startsWith('limit#')).length] as const;
    }),
  );
  return Object.fromEntries(sizes);
}
