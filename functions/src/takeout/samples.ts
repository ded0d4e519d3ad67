/** One's own samples with their results, and vaccinations, read as they lie: those of before one registered too (V8). */
import { Instant } from '@yimatong/shared/core/day';
import { OwnSample } from '@yimatong/shared/sample/contract';
import { ResultState, shownResultOf, TestResult, toldOf } from '@yimatong/shared/sample/result';
import { Vaccination } from '@yimatong/shared/sample/vaccination';
import * as z from 'zod';
import { get, query } from '../core/table';

const SampleKept = z
  .object(OwnSample.shape)
  .omit({ id: true, result: true })
  .extend({ sk: z.string() });
const ResultKept = z.object({
  result: TestResult,
  state: ResultState,
  testedAt: Instant,
  laboratory: z.string(),
});

const TubeKept = z.object({
  result: z.optional(ResultKept),
  earlier: z.array(ResultKept).default([]),
});

async function withResult(item: unknown): Promise<OwnSample> {
  const { sk, ...sample } = SampleKept.parse(item);
  const tube = await get('sample', `tube#${sample.tubeNumber}`, 'tube');
  const { result: last, earlier } = TubeKept.parse(tube ?? {});
  const known = sample.undone ? undefined : toldOf(last ? [...earlier, last] : []);
  const result = shownResultOf(known);
  const { testedAt, laboratory } = known ?? {};
  return OwnSample.parse({
    ...sample,
    id: sk,
    result,
    ...(result !== 'awaiting' && { testedAt, laboratory }),
  });
}

/** Newest first. */
export async function samplesUnder(keptUnder: readonly string[]): Promise<OwnSample[]> {
  const lists = await Promise.all(keptUnder.map((pk) => query('sample', { pk })));
  const samples = await Promise.all(lists.flat().map(withResult));
  return samples.sort((one, other) => (one.id < other.id ? 1 : -1));
}

export async function dosesUnder(keptUnder: readonly string[]): Promise<Vaccination[]> {
  const lists = await Promise.all(
    keptUnder.map((pk) => query('vaccination', { pk, from: 'dose#' })),
  );
  return lists
    .flat()
    .map(({ vaccination }) => Vaccination.parse(vaccination))
    .sort((one, other) => other.dose - one.dose);
}
