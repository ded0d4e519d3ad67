/** `npm run bench`: every benchmark, or those named: `npm run bench -- token rules`. */
import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

setUp();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'bench/index.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
