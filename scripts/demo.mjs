/** `npm run demo`: fills in an invented town, beside a running `npm start` or before it. */
import path from 'node:path';
import { root, say, setUp, stopWith } from './setup.mjs';

setUp();
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
const { register } = await import('tsx/esm/api');
register();
const { besides } = await import('../functions/local/beside.ts');
const { fillIn } = await import('../functions/local/demo.ts');
const { demoPhones } = await import('../functions/local/demo-people.ts');

say('Filling in an invented town (about half a minute) …');
const { done: isNew, served } = await besides(dataDir, () => fillIn({ say })).catch((error) =>
  stopWith(error.isSentence ? error.message : `Could not fill in the town: ${error.stack}`),
);
say(`${isNew ? 'The town is there' : 'The town was there already; nothing was changed'}, in ${dataDir}.
  Resident    ${demoPhones.resident}   (and the 99 numbers after it)
  Guards      ${demoPhones.guards.join(', ')}
  Clinician   ${demoPhones.clinician}
  Pharmacist  ${demoPhones.pharmacist}
  Sampler     ${demoPhones.sampler}
  Grid worker ${demoPhones.gridworker}
  Supervisor  ${demoPhones.supervisor}
  Organiser   ${demoPhones.organiser}
${
  served
    ? `Sign in with any of them at ${served}; the codes are in the SMS outbox: ${served}/local/outbox`
    : 'No server runs on this data. Start it: npm start'
}`);
process.exit(0);
