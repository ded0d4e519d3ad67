/** `npm start`: sets up, builds the H5 mini-program when its sources changed, then serves everything on one port. */
import path from 'node:path';
import { built } from './built.mjs';
import { root, say, setUp, stopWith } from './setup.mjs';

setUp();
const port = Number(process.env.PORT ?? 8787);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  stopWith(`PORT must be a number from 1 to 65535, not ${process.env.PORT}.`);
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');

const h5 = await built('h5');
const { register } = await import('tsx/esm/api');
register();
const { start } = await import('../functions/local/main.ts');

const stop = await start({ port, dataDir, h5, say }).catch((error) =>
  stopWith(error.isSentence ? error.message : `Could not start: ${error.stack}`),
);
say(`
一码通 is running.
  Residents and guards   http://localhost:${port}
  SMS outbox             http://localhost:${port}/local/outbox
  API                    http://localhost:${port}/openapi.json
  Data                   ${dataDir}
  An invented town       npm run demo   (in a second terminal)
Stop with Ctrl-C.`);

let isStopping = false;
const end = async () => {
  if (isStopping) return;
  isStopping = true;
  await stop();
  process.exit(0);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
