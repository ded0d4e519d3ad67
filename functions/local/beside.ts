/** For commands beside a running `npm start`: its database where it runs, one of their own where it does not. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTables, fileDatabase, isAlive, pointAt } from './database';
import { keyFileIn, localSettings } from './keys-file';
import { makeWritable } from './main';

export async function besides<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  makeWritable(dataDir);
  localSettings(keyFileIn(dataDir));
  const given = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  const database = given ? undefined : await fileDatabase(dataDir);
  pointAt(given ?? database!.endpoint);
  await createTables();
  try {
    return await work();
  } finally {
    if (!isServed(dataDir)) database?.stop();
  }
}

const isServed = (dataDir: string): boolean => {
  const note = path.join(dataDir, 'server.json');
  return (
    existsSync(note) && isAlive((JSON.parse(readFileSync(note, 'utf8')) as { pid: number }).pid)
  );
};
