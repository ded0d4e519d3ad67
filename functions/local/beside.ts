/** For commands beside a running `npm start`: its database where it runs, one of their own where it does not. */
import path from 'node:path';
import { createTables, fileDatabase, isAlive, pointAt, runningFrom } from './database';
import { keyFileIn, localSettings } from './keys-file';
import { makeWritable } from './main';

/** `work`, and the address of the server beside us, where one is running. */
export async function besides<T>(
  dataDir: string,
  work: () => Promise<T>,
): Promise<{ done: T; served: string | undefined }> {
  makeWritable(dataDir);
  localSettings(keyFileIn(dataDir));
  const given = process.env['AWS_ENDPOINT_URL_DYNAMODB'];
  const database = given ? undefined : await fileDatabase(dataDir);
  pointAt(given ?? database!.endpoint);
  await createTables();
  try {
    return { done: await work(), served: servedAt(dataDir) };
  } finally {
    if (servedAt(dataDir) === undefined) database?.stop();
  }
}

function servedAt(dataDir: string): string | undefined {
  const server = runningFrom(path.join(dataDir, 'server.json'));
  return server && isAlive(server.pid) ? `http://localhost:${String(server.port)}` : undefined;
}
