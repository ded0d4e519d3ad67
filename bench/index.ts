/**
 * `npm run bench [part …]`: figures beside those of named peers. It judges nothing by milliseconds: every figure is
 * a ratio of one run on one machine, and says whether it reaches the goal.
 */
import type { Figure, Part } from './part';
import { bundles } from './bundles';
import { decode } from './decode';
import { gate } from './gate';
import { recomputing } from './recompute';
import { rules } from './rules';
import { symbol } from './symbol';
import { verdict } from './verdict';

const parts: readonly Part[] = [symbol, verdict, rules, decode, gate, recomputing, bundles];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const judged = ({ goal }: Figure): string => {
  if (goal === undefined) return '';
  const { met } = goal;
  return `goal ${goal.says}: ${met === true ? 'reached' : met === false ? 'SHORT OF GOAL' : met}`;
};

const told = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`;

const table = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.what,
    figure.ours,
    `${figure.against}: ${figure.theirs}`,
    figure.ratio === undefined ? '–' : told(figure.ratio),
    judged(figure),
  ]);
  const head = ['', 'ours', 'peer', 'ratio', ''];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]!.length)),
  );
  return [head, ...rows]
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd())
    .join('\n');
};

let short = 0;
for (const part of parts) {
  if (asked.length > 0 && !asked.includes(part.name)) continue;
  console.log(`\n${part.name}: ${part.says}`);
  const figures = await part.run();
  console.log(table(figures));
  short += figures.filter(({ goal }) => goal?.met === false).length;
}
console.log(
  short === 0 ? '\nNo figure is short of its goal.' : `\n${String(short)} figure(s) SHORT OF GOAL.`,
);
