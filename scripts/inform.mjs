/** `npm run inform -- <file>`: publishes notices and fever clinics, on a machine of one's own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, say, setUp, stopWith } from './setup.mjs';

const [file] = process.argv.slice(2);
if (!file) stopWith('Usage: npm run inform -- <file>, for example docs/information.example.json');
setUp();
const contentOf = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stopWith(`${file} cannot be read: ${error.message}`);
  }
};
const content = contentOf();
const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');
const { register } = await import('tsx/esm/api');
register();
const { besides } = await import('../functions/local/beside.ts');
const { handler } = await import('../functions/src/notice/jobs.ts');
const { done } = await besides(dataDir, () => handler(content)).catch((error) =>
  stopWith(
    `Not published: ${error.issues?.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ') ?? error.message}.`,
  ),
);
say(`${done.notices} notices and ${done.clinics} fever clinics are published.`);
process.exit(0);
