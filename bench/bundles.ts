/** What a Lambda loads: KB and import time of each unit, bundled as CDK bundles it, against the same unbundled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { unitEntries } from '../functions/src/core/access';
import type { Figure, Part } from './part';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
  },
  logLevel: 'error',
};

/** Milliseconds of the import alone, the median of fresh processes. */
function importMs(file: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const runs = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
        cwd: root,
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .at(-1),
    ),
  );
  return runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

export const bundles: Part = {
  name: 'bundles',
  says: 'bundle and import time of each function',
  async run(): Promise<Figure[]> {
    const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-bundles-'));
    // Inside the tree, so that an unbundled file finds the packages.
    const beside = mkdtempSync(path.join(root, 'node_modules', '.bundles-'));
    try {
      const figures: Figure[] = [];
      for (const [unit, entry] of Object.entries(unitEntries)) {
        const ours = path.join(folder, `${unit}.mjs`);
        const theirs = path.join(beside, `${unit}.mjs`);
        const entryPoints = [path.join(root, 'functions/src', entry)];
        await build({ ...common, entryPoints, outfile: ours, minify: true });
        await build({
          ...common,
          entryPoints,
          outfile: theirs,
          packages: 'external',
          alias: { '@yimatong/shared': path.join(root, 'shared/src') },
        });
        const [bundled, unbundled] = [importMs(ours), importMs(theirs)];
        figures.push({
          what: unit,
          ours: `${String(Math.round(readFileSync(ours).length / 1024))} KB, ${bundled.toFixed(0)} ms`,
          against: 'unbundled',
          theirs: `${unbundled.toFixed(0)} ms`,
          ratio: bundled / unbundled,
          goal: { says: '≤ 0.4×', met: bundled / unbundled <= 0.4 },
        });
      }
      return figures;
    } finally {
      rmSync(folder, { recursive: true });
      rmSync(beside, { recursive: true });
    }
  },
};
