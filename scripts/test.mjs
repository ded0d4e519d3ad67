/**
 * `npm test`: types, lint, format, unit and scenario tests (the rules under two host time zones), the compiled
 * mini-programs, infra, and the browser journeys. `npm test -- shared functions` runs only the stages named.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { built, keepsSizes } from './built.mjs';
import { say, setUp, stopWith } from './setup.mjs';

setUp();

const run = (command, args, env = {}) =>
  spawnSync(process.execPath, [command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  }).status === 0;
/** What asks no browser and watches no clock of its own may use all of a small machine. */
const jest = (project, env, ...more) =>
  run(
    'node_modules/jest/bin/jest.js',
    ['--selectProjects', project, '--silent=false', ...more],
    env,
  );
const ON_ALL_CORES = '--maxWorkers=100%';
const tsc = (project) => run('node_modules/typescript/bin/tsc', ['-p', project]);

const chromium = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM,
].find((path) => path && existsSync(path));

const stages = {
  types: () => ['shared', 'functions', 'miniapp', 'infra', 'bench'].every(tsc),
  lint: () => run('node_modules/eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  format: () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  shared: () =>
    jest('shared', { TZ: 'UTC' }, ON_ALL_CORES) &&
    jest('shared', { TZ: 'America/Los_Angeles' }, ON_ALL_CORES),
  functions: () => jest('functions', { TZ: 'America/Los_Angeles' }, ON_ALL_CORES),
  infra: () => jest('infra', {}),
  miniapp: async () => {
    for (const target of ['weapp', 'alipay']) await built(target);
    return keepsSizes() && jest('miniapp', {});
  },
  browser: async () => {
    if (!chromium) {
      if (process.env.CI)
        stopWith('The browser journeys need Chromium, and CI must not skip them.');
      say(
        'SKIPPED: the browser journeys need Chromium (apt-get install chromium, or CHROMIUM=<path>).',
      );
      return true;
    }
    await built('h5');
    return jest('browser', { CHROMIUM: chromium });
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0)
  stopWith(`No stage ${unknown.join(', ')}: there are ${Object.keys(stages).join(', ')}.`);

const took = [];
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n── ${name} ──`);
  const began = performance.now();
  if (!(await stage())) stopWith(`Stage ${name} failed.`);
  took.push(`${name} ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
say(`\nEverything passed: ${took.join(', ')}.`);
