/** What is shown of a tube to those who work with it, and of a sample to its person. */
import type { AccountId } from '@yimatong/shared/core/id';
import type { OwnSample, Tube } from '@yimatong/shared/sample/contract';
import { shownResultOf, toldOf } from '@yimatong/shared/sample/result';
import { sizeOf } from '@yimatong/shared/sample/tube';
import type { SampleKept, TubeKept } from './store';

const isClosed = ({ closedAt, people, kind }: TubeKept): boolean =>
  closedAt !== undefined || people.length >= sizeOf(kind);

export const tubeShown = (tube: TubeKept, reader: AccountId): Tube => {
  const { people, result, kind } = tube;
  return {
    ...tube,
    people: people.length,
    size: sizeOf(kind),
    state: isClosed(tube) ? 'closed' : 'open',
    result: result && { ...result, isOwn: result.by.actorId === reader },
  };
};

/** Of an empty tube nothing can be awaited: its samples were taken back. */
export const countsOf = (tubes: readonly TubeKept[]) => ({
  tubes: tubes.length,
  people: tubes.reduce((sum, { people }) => sum + people.length, 0),
  open: tubes.filter((one) => !isClosed(one)).length,
  closed: tubes.filter(isClosed).length,
  awaiting: tubes.filter(({ result, people }) => !result && people.length > 0).length,
});

/** A positive result, its time and its laboratory only once it is confirmed. */
export function sampleShown({ sk, ...sample }: SampleKept, tube: TubeKept | undefined): OwnSample {
  const results = tube?.result ? [...tube.earlier, tube.result] : [];
  const known = sample.undone ? undefined : toldOf(results);
  const result = shownResultOf(known);
  return {
    ...sample,
    id: sk,
    result,
    ...(known && pick(known)),
  };
}

const pick = ({ testedAt, laboratory }: NonNullable<TubeKept['result']>) => ({
  testedAt,
  laboratory,
});
