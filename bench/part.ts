/** A part of the benchmark: what is compared with what, and the goal. Ratios come from one run, taken in turns. */
export interface Figure {
  readonly what: string;
  /** What the figure is compared with. */
  readonly against: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours to theirs, whatever the unit; undefined where it could not be measured here. */
  readonly ratio: number | undefined;
  /** The goal for the ratio or for what `ours` says; absent where the figure is only told. */
  readonly goal?: { readonly says: string; readonly met: boolean | 'not measured here' };
}

export interface Part {
  readonly name: string;
  readonly says: string;
  readonly run: () => Promise<readonly Figure[]> | readonly Figure[];
}

/** Calls a second of each, in turns of `turnMs` so that a slow moment of the machine hits all alike; medians. */
export function perSecond<Name extends string>(
  calls: Readonly<Record<Name, () => unknown>>,
  { turns = 7, turnMs = 120 } = {},
): Record<Name, number> {
  const names = Object.keys(calls) as Name[];
  const rates = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of names) {
      const rate = rateOf(calls[name], turnMs);
      if (turn > 0) rates.get(name)!.push(rate); // the first turn warms up
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, rates.get(name)!.sort((a, b) => a - b)[Math.floor(turns / 2)]!]),
  ) as Record<Name, number>;
}

/** What was computed last: kept, so that no engine may leave the work out. */
export let sink: unknown;

function rateOf(call: () => unknown, ms: number): number {
  const start = performance.now();
  let count = 0;
  let batch = 1;
  let passed = 0;
  while (passed < ms) {
    for (let i = 0; i < batch; i += 1) sink = call();
    count += batch;
    passed = performance.now() - start;
    if (passed < ms / 20) batch *= 2;
  }
  return (count / passed) * 1000;
}

export const thousands = (rate: number): string =>
  rate >= 1e6 ? `${(rate / 1e6).toFixed(2)} M/s` : `${(rate / 1e3).toFixed(1)} k/s`;
