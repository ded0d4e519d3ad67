/**
 * What every command does first: checks Node, and installs the packages of the lock file unless that is done.
 * Runs without any package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'node_modules', '.installed-from');
const NEEDED = [20, 20];

export const say = (line) => process.stdout.write(`${line}\n`);

/** Ends with a sentence for the person at the terminal. */
export function stopWith(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

export function setUp() {
  process.chdir(root);
  // The AWS packages here work on Node 20; that later ones will not is no news for whoever starts this.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))
    stopWith(`Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`);

  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (once, about a minute) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    stopWith(
      'The packages could not be installed: is the npm registry within reach? Nothing was changed; try again.',
    );
  writeFileSync(stamp, wanted);
}
