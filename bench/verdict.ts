/**
 * From the scanned string to the verdict, in three engines. JavaScriptCore without its compiler is what WeChat runs
 * on an iPhone: nothing else says how long a guard waits there (`apt-get install libjavascriptcoregtk-4.0-bin`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Input } from './engines/read-all';
import type { Figure, Part } from './part';
import { content, ed25519Key, ourToken, p256Key } from './peers/content';
import { dccToken } from './peers/dcc';
import { jwtBy } from './peers/jwt';

type Taken = Record<
  'ours' | 'EU style' | 'JWT, ES256' | 'JWT, EdDSA',
  { first: number; usual: number }
>;

const engines = [
  { name: 'node', command: process.execPath, flags: [] as string[], env: {} },
  { name: 'node --jitless', command: process.execPath, flags: ['--jitless'], env: {} },
  {
    name: 'JavaScriptCore, no JIT',
    command: 'jsc',
    flags: [] as string[],
    env: { JSC_useJIT: '0' },
  },
];
const GOAL = 1;

async function scriptOf(input: Input): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('./engines/read-all.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
  });
  return `var INPUT = ${JSON.stringify(input)};\n${outputFiles[0]!.text}`;
}

/** Undefined where the engine is not installed. */
function takenIn(
  { command, flags, env }: (typeof engines)[number],
  script: string,
): Taken | undefined {
  const { error, status, stdout, stderr } = spawnSync(command, [...flags, script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (error) return undefined;
  if (status !== 0) throw new Error(`${command}: ${stderr || stdout}`);
  return JSON.parse(stdout) as Taken;
}

async function run(): Promise<Figure[]> {
  const input: Input = {
    now: content.issuedAt + 1000,
    ours: ourToken(),
    dcc: dccToken(),
    jwtES256: await jwtBy('ES256'),
    jwtEdDSA: await jwtBy('EdDSA'),
    ed25519Key: [...ed25519Key],
    p256Key: [...p256Key],
    ms: 4000,
  };
  const folder = mkdtempSync(join(tmpdir(), 'yimatong-bench-'));
  const script = join(folder, 'read-all.js');
  writeFileSync(script, await scriptOf(input));
  try {
    return engines.flatMap((engine) => figuresOf(engine.name, takenIn(engine, script)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf(engine: string, taken: Taken | undefined): Figure[] {
  if (!taken) {
    const goal = { says: `≤ ${GOAL.toFixed(1)}×`, met: 'not measured here' } as const;
    return [
      {
        what: `${engine}: not installed`,
        against: 'EU style',
        ours: '–',
        theirs: '–',
        ratio: undefined,
        goal,
      },
    ];
  }
  const ms = ({ usual }: { usual: number }): string => `${usual.toFixed(2)} ms`;
  const withFirst = (one: { usual: number; first: number }): string =>
    `${ms(one)} (the first ${one.first.toFixed(0)})`;
  return (['EU style', 'JWT, ES256', 'JWT, EdDSA'] as const).map((against): Figure => {
    const ratio = taken.ours.usual / taken[against].usual;
    const isGoal = against === 'EU style';
    return {
      what: engine,
      against,
      ours: isGoal ? withFirst(taken.ours) : ms(taken.ours),
      // The JWTs come after both: their curves' tables are there already.
      theirs: isGoal ? withFirst(taken[against]) : ms(taken[against]),
      ratio,
      ...(isGoal && { goal: { says: `≤ ${GOAL.toFixed(1)}×`, met: ratio <= GOAL } }),
    };
  });
}

export const verdict: Part = {
  name: 'verdict',
  says: 'scanned string → verdict, signature checked by @noble/curves in all (ratio of times)',
  run,
};
