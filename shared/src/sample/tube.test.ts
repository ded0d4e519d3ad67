import { describe, expect, test } from '@jest/globals';
import { type Filling, refusalOf, TubeNumber } from './tube';

describe('a tube’s number is read however it was typed', () => {
  test.each([
    ['HN2026110200001', 'HN2026110200001'],
    [' hn2026-1102 00001 ', 'HN2026110200001'],
    ['ＨＮ２０２６１１', 'HN202611'],
    ['ABCDE', undefined],
    ['X'.repeat(25), undefined],
    ['HN_202611', undefined],
    ['管202611', undefined],
  ])('%s', (typed, number) => {
    const read = TubeNumber.safeParse(typed);
    expect(read.success ? read.data : undefined).toBe(number);
  });
});

describe('what may go into a tube', () => {
  const wanted = { kind: 'pool-5', placeId: 'here', who: 'anna', isLate: false } as const;
  const tube: Filling = {
    kind: 'pool-5',
    placeId: 'here',
    people: ['ben'],
    isClosed: false,
    hasResult: false,
  };
  test.each<[string, Partial<Filling> | undefined, Partial<typeof wanted>, string | undefined]>([
    ['a new tube takes anybody', undefined, {}, undefined],
    ['an open one takes the next', {}, {}, undefined],
    ['nobody twice', { people: ['anna'] }, {}, 'sample.already-in-tube'],
    ['no other site', { placeId: 'there' }, {}, 'sample.tube-elsewhere'],
    ['no other kind', { kind: 'single' }, {}, 'sample.kind-differs'],
    ['five and no more', { people: ['b', 'c', 'd', 'e', 'f'] }, {}, 'sample.tube-full'],
    ['not when closed', { isClosed: true }, {}, 'sample.tube-closed'],
    [
      'when closed, what was taken before',
      { isClosed: true },
      { isLate: true } as never,
      undefined,
    ],
    [
      'never once there is a result',
      { hasResult: true },
      { isLate: true } as never,
      'sample.tube-closed',
    ],
  ])('%s', (_, more, asked, refusal) => {
    expect(refusalOf(more && { ...tube, ...more }, { ...wanted, ...asked })).toBe(refusal);
  });
});
