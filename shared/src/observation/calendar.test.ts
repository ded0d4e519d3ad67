import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../core/day';
import { calendarOn, countedOn, type Looked } from './calendar';
import vectors from './calendar.vectors.json';

interface Given {
  startOn: string;
  openedOn?: string;
  endOn?: string;
  days: number;
  looks: string;
}
const looksOf = ({ startOn, looks }: Given): Looked[] =>
  Array.from(looks).flatMap((one, nth) =>
    one === '-'
      ? []
      : [{ id: `look_${String(nth)}`, day: addDays(startOn as Day, nth), seen: one === 's' }],
  );
const letters = { before: 'b', done: 'd', due: 't', 'not-reached': 'x', missed: 'm', ahead: 'a' };

describe('the follow-up calendar, case by case (V6)', () => {
  test.each(vectors.calendars.map((one) => [one.name, one] as const))(
    '%s',
    (_, { given, today, expect: expected }) => {
      const { startOn, openedOn = startOn, endOn, days: planned } = given as Given;
      const { days, ...told } = calendarOn(
        today as Day,
        {
          startOn: startOn as Day,
          openedOn: openedOn as Day,
          days: planned,
          mostAddedDays: 2,
          endOn: endOn as Day | undefined,
        },
        looksOf(given),
      );
      const calendar = days
        .filter(({ nth }) => nth > 0)
        .map(({ state }) => letters[state])
        .join('');
      const nothing = {
        addedDays: 0,
        done: 0,
        missed: 0,
        notReached: 0,
        isDue: false,
        missedYesterday: false,
        isFinished: false,
      };
      expect({ calendar, ...told }).toEqual({ ...nothing, ...expected });
    },
  );

  test('the temperature of a day is the one that counts', () => {
    const day = '2020-03-02';
    const looks = [
      { id: 'look_1', day, seen: true, temperature: 39.8 },
      { id: 'look_2', day, seen: true, temperature: 36.8, corrects: 'look_1' },
    ] as const;
    const planned = {
      startOn: '2020-03-01',
      openedOn: '2020-03-01',
      days: 2,
      mostAddedDays: 0,
    } as const;
    expect(calendarOn(day, planned, looks).days[0]).toMatchObject({ temperature: 36.8 });
  });
});

describe('which look of a day counts', () => {
  const day: Day = '2020-03-02';
  const look = (nth: number, seen: boolean, corrects?: number): Looked => ({
    id: `look_${String(nth)}`,
    day,
    seen,
    ...(corrects !== undefined && { corrects: `look_${String(corrects)}` }),
  });
  test.each<[string, Looked[], string | undefined]>([
    ['nobody looked', [], undefined],
    ['of two, the later', [look(1, true), look(2, true)], 'look_2'],
    [
      'seen in the morning, not met in the evening: seen',
      [look(1, true), look(2, false)],
      'look_1',
    ],
    ['tried in vain, then seen', [look(1, false), look(2, true)], 'look_2'],
    ['a mistaken “seen”, corrected', [look(1, true), look(2, false, 1)], 'look_2'],
  ])('%s', (_, looks, counts) => {
    expect(countedOn(day, looks)?.id).toBe(counts);
  });

  test('in whatever order they arrive, the calendar is the same', () => {
    const aLook = fc.record({
      id: fc.integer({ min: 1, max: 30 }).map((nth) => `look_${String(nth).padStart(2, '0')}`),
      nth: fc.integer({ min: 0, max: 6 }),
      seen: fc.boolean(),
    });
    const some = fc.uniqueArray(aLook, { selector: ({ id }) => id, maxLength: 12 });
    const shuffled = some.chain((looks) =>
      fc.tuple(
        fc.constant(looks),
        fc.shuffledSubarray(looks, { minLength: looks.length, maxLength: looks.length }),
      ),
    );
    const planned = { startOn: day, openedOn: day, days: 5, mostAddedDays: 2 };
    const told = (looks: readonly { id: string; nth: number; seen: boolean }[]) =>
      calendarOn(
        addDays(day, 6),
        planned,
        looks.map(({ nth, ...one }) => ({ ...one, day: addDays(day, nth) })),
      );
    fc.assert(fc.property(shuffled, ([as, other]) => expect(told(other)).toEqual(told(as))));
  });
});
