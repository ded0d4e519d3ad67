/** Builds the mini-program for a target, unless what lies in dist/ was built from these very sources. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, say, stopWith } from './setup.mjs';

export const targets = ['weapp', 'alipay', 'h5'];
const sources = [
  'miniapp/src',
  'miniapp/config',
  'shared/src',
  'miniapp/package.json',
  'miniapp/babel.config.js',
  'package-lock.json',
];

const filesOf = (entry) => {
  const whole = path.join(root, entry);
  if (!existsSync(whole)) return [];
  const list = readdirSync(path.dirname(whole), { withFileTypes: true }).find(
    ({ name }) => name === path.basename(whole),
  );
  if (list?.isFile()) return [whole];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/\.test\.tsx?$/.test(file.name))
    .map((file) => path.join(file.parentPath ?? file.path, file.name));
};

function fingerprint(target) {
  const hash = createHash('sha256').update(
    `${target} ${process.env.YIMATONG_API ?? ''} ${process.env.YIMATONG_FILES ?? ''}`,
  );
  for (const file of sources.flatMap(filesOf).sort())
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

export const distOf = (target) => path.join(root, 'miniapp', 'dist', target);

/** The folder of the built target. */
export async function built(target) {
  const stamp = path.join(root, 'miniapp', 'dist', `.${target}-from`);
  const wanted = fingerprint(target);
  if (existsSync(stamp) && existsSync(distOf(target)) && readFileSync(stamp, 'utf8') === wanted)
    return distOf(target);
  const began = performance.now();
  say(`Building the mini-program for ${target} (once per change, about half a minute) …`);
  const ticking = process.stdout.isTTY
    ? setInterval(() => process.stdout.write('.'), 1000)
    : undefined;
  const { status, output } = await taro(target);
  clearInterval(ticking);
  if (status !== 0) stopWith(`The build for ${target} failed:\n${output.slice(-4000)}`);
  writeFileSync(stamp, wanted);
  say(`${ticking ? '\n' : ''}  built in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return distOf(target);
}

function taro(target) {
  const cli = path.join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro');
  const child = spawn(process.execPath, [cli, 'build', '--type', target], {
    cwd: path.join(root, 'miniapp'),
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce(
      (sum, file) => sum + readFileSync(path.join(file.parentPath ?? file.path, file.name)).length,
      0,
    );

/** Limits of our own in KB (1,024 bytes), far below WeChat's 2 MB. */
const MAIN_LIMIT_KB = 800;
const SUB_LIMIT_KB = 300;

/** Prints the size of WeChat's main package and of each sub-package. True when all are within their limits. */
export function keepsSizes() {
  const dist = distOf('weapp');
  const { subPackages } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
  const parts = subPackages.map(({ root: name }) => ({
    name: `sub-package ${name}`,
    kb: sizeOf(path.join(dist, name)) / 1024,
    limit: SUB_LIMIT_KB,
  }));
  const all = sizeOf(dist) / 1024;
  const main = {
    name: 'main package',
    kb: parts.reduce((left, { kb }) => left - kb, all),
    limit: MAIN_LIMIT_KB,
  };
  for (const { name, kb, limit } of [main, ...parts])
    say(`WeChat ${name}: ${kb.toFixed(0)} KB (limit ${limit})`);
  return [main, ...parts].every(({ kb, limit }) => kb <= limit);
}
