/** `npm run appoint -- <phone> <supervisor|headquarters> <area>`: the operator's command, on a machine of one's own. */
import path from 'node:path';
import { root, say, setUp, stopWith } from './setup.mjs';

const [phone, role = 'supervisor', area = '460100'] = process.argv.slice(2);
if (!phone)
  stopWith(
    'Usage: npm run appoint -- <phone> <supervisor|headquarters> <area>, for example 17000010001 supervisor 460100',
  );
setUp();
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
const { register } = await import('tsx/esm/api');
register();
const { besides } = await import('../functions/local/beside.ts');
const { handler } = await import('../functions/src/account/jobs.ts');
const { done } = await besides(dataDir, () => handler({ phone, role, area })).catch((error) =>
  stopWith(
    `Not appointed: ${error.issues?.map(({ message }) => message).join('; ') ?? error.message}.`,
  ),
);
say(`${role} of ${area}: account ${done.accountId}. It holds from the next call on.`);
process.exit(0);
