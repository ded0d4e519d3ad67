/**
 * `npm test`: types, lint, format, unit and scenario tests (the rules under two host time zones), the compiled
 * mini-programs, infra, and the browser journeys. `npm test -- shared functions` runs only the stages named.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { built, keepsSizes } from './built.mjs';
import { say, setUp, stopWith } from './setup.mjs';

setUp();

const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    spawn(process.execPath, [command, ...args], {
      stdio: 'inherit',
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    }).on('close', (status) => resolve(status === 0));
  });
const jest = (project, env) =>
  run(
    'node_modules/jest/bin/jest.js',
    ['--selectProjects', project, '--silent=false', '--maxWorkers=100%'],
    env,
  );
const tsc = (project) => run('node_modules/typescript/bin/tsc', ['-p', project]);

const chromium = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM,
].find((path) => path && existsSync(path));

const stages = {
  types: async () => {
    for (const project of ['shared', 'functions', 'miniapp', 'infra', 'bench'])
      if (!(await tsc(project))) return false;
    return true;
  },
  lint: () => run('node_modules/eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  format: () => run('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  shared: async () =>
    (await jest('shared', { TZ: 'UTC' })) && (await jest('shared', { TZ: 'America/Los_Angeles' })),
  functions: () => jest('functions', { TZ: 'America/Los_Angeles' }),
  infra: () => jest('infra', {}),
  miniapp: async () => {
    await building;
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
    await building;
    return jest('browser', { CHROMIUM: chromium });
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0)
  stopWith(`No stage ${unknown.join(', ')}: there are ${Object.keys(stages).join(', ')}.`);

/** What the last stages need is built on the second core while the first ones, which use one, run. */
const building = (async () => {
  const needing = { miniapp: ['weapp', 'alipay'], browser: chromium ? ['h5'] : [] };
  for (const [stage, targets] of Object.entries(needing))
    if (wanted.length === 0 || wanted.includes(stage))
      for (const target of targets) await built(target);
})();

const took = [];
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n── ${name} ──`);
  const began = performance.now();
  if (!(await stage())) stopWith(`Stage ${name} failed.`);
  took.push(`${name} ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
say(`\nEverything passed: ${took.join(', ')}.`);
