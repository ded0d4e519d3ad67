import { describe, expect, test } from '@jest/globals';
import { type Seen, clearanceOf, coverageOf, entryOf, figuresOf, registeredOf } from './clearance';

const joined = (colour: Seen['colour'], checkedInToday = true): Seen => ({
  state: 'joined',
  colour,
  checkedInToday,
});
const filed: Seen = { state: 'filed' };

describe('who may come in today', () => {
  test.each<[string, Seen, boolean, RegExp]>([
    ['joined and green may', joined('green'), true, /可以/],
    ['green without today’s check-in may too', joined('green', false), true, /可以/],
    ['yellow may not', joined('yellow'), false, /黄码/],
    ['red may not', joined('red'), false, /红码/],
    ['without a code nobody may', joined('none'), false, /申领/],
    ['who has not confirmed may not', filed, false, /确认/],
    ['who refused may not', { state: 'refused' }, false, /未同意/],
    ['who left may not', { state: 'left' }, false, /退出/],
    [
      'a colour that is left over from before counts for nothing',
      { state: 'left', colour: 'green' },
      false,
      /退出/,
    ],
    ['who waits is not let in by a colour', { state: 'filed', colour: 'green' }, false, /确认/],
  ])('%s', (_, seen, allowed, zh) => {
    expect(entryOf(seen)).toEqual({
      allowed,
      says: { zh: expect.stringMatching(zh), en: expect.any(String) },
    });
  });
});

describe('when the organisation may resume', () => {
  test.each<[string, Seen[], boolean, string[]]>([
    ['with nobody on the list it may not', [], false, ['名单上还没有人']],
    ['with only removed people it may not', [{ state: 'removed' }], false, ['名单上还没有人']],
    ['all green: it may', [joined('green'), joined('green')], true, []],
    ['somebody removed stands in nobody’s way', [joined('green'), { state: 'removed' }], true, []],
    ['one yellow: it may not', [joined('green'), joined('yellow')], false, ['1 人是黄码']],
    [
      'one who has not confirmed: it may not',
      [joined('green'), filed],
      false,
      ['1 人还没有本人确认'],
    ],
    ['one without a code: it may not', [joined('none')], false, ['1 人还没有申领健康码']],
    [
      'everything that is missing is said, the gravest first',
      [filed, filed, { state: 'left' }, joined('yellow'), joined('red'), { state: 'refused' }],
      false,
      [
        '1 人是红码',
        '1 人是黄码',
        '2 人还没有本人确认',
        '1 人未同意',
        '1 人已退出，离职的请移出名单',
      ],
    ],
  ])('%s', (_, members, mayResume, missing) => {
    const clearance = clearanceOf(figuresOf(members));
    expect(clearance.mayResume).toBe(mayResume);
    expect(clearance.missing.map(({ zh }) => zh)).toEqual(missing);
  });
});

describe('figures', () => {
  test('everybody is counted once, by state and by colour', () => {
    const figures = figuresOf([
      joined('green'),
      joined('yellow', false),
      joined('none', false),
      filed,
      { state: 'refused' },
      { state: 'left', colour: 'green', checkedInToday: true },
      { state: 'removed' },
    ]);
    expect(figures).toEqual({
      people: 6,
      waiting: 1,
      joined: 3,
      refused: 1,
      left: 1,
      green: 1,
      yellow: 1,
      red: 0,
      none: 1,
      checkedInToday: 1,
    });
    expect(registeredOf(figures)).toBe(2);
  });

  test.each<[string, Seen[], number]>([
    ['nobody is 0 %', [], 0],
    ['two of three is 66 %, rounded down', [joined('green'), joined('red'), filed], 66],
    ['all is 100 %', [joined('yellow')], 100],
    ['somebody without a code is not registered', [joined('none'), joined('green')], 50],
    ['199 of 200 is not 100 %', [...Array.from({ length: 199 }, () => joined('green')), filed], 99],
  ])('coverage: %s', (_, members, percent) => {
    expect(coverageOf(figuresOf(members))).toBe(percent);
  });
});
