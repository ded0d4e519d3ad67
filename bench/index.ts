/**
 * `npm run bench [part …]`: figures beside those of named peers. It judges nothing by milliseconds: every figure is
 * a ratio of one run on one machine, and says whether it reaches the goal.
 */
import type { Figure, Part } from './part';
import { decode } from './decode';
import { rules } from './rules';
import { symbol } from './symbol';
import { verdict } from './verdict';

const parts: readonly Part[] = [symbol, verdict, rules, decode];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const judged = ({ goal }: Figure): string =>
  goal === undefined ? '' : `goal ${goal.says}: ${goal.met ? 'reached' : 'SHORT OF GOAL'}`;

const table = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.what,
    figure.ours,
    `${figure.against}: ${figure.theirs}`,
    figure.ratio === undefined ? '–' : `${figure.ratio.toPrecision(3)}×`,
    judged(figure),
  ]);
  const head = ['', 'ours', 'peer', 'ratio', ''];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
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
  short += figures.filter(({ goal }) => goal !== undefined && !goal.met).length;
}
console.log(short === 0 ? '\nEvery goal reached.' : `\n${String(short)} figure(s) short of goal.`);
