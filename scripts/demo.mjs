/** `npm run demo`: fills in an invented town, beside a running `npm start` or before it. */
import path from 'node:path';
import { root, say, setUp, stopWith } from './setup.mjs';

setUp();
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
const { register } = await import('tsx/esm/api');
register();
const { besides } = await import('../functions/local/beside.ts');
const { demoPhones, fillIn } = await import('../functions/local/demo.ts');

say('Filling in an invented town (about half a minute) …');
const isNew = await besides(dataDir, () => fillIn({ say })).catch((error) =>
  stopWith(error.isSentence ? error.message : `Could not fill in the town: ${error.stack}`),
);
say(`${isNew ? 'The town is there.' : 'The town was there already; nothing was changed.'}
  Resident    ${demoPhones.resident}   (and the 99 numbers after it)
  Guards      ${demoPhones.guards.join(', ')}
  Supervisor  ${demoPhones.supervisor}
Sign in with any of them; the code is in the SMS outbox: http://localhost:8787/local/outbox`);
process.exit(0);
