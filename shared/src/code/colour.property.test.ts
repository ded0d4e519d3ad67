import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Day, type DayNumber, dayNumbered, numberOf } from '../core/day';
import { type ColourOnDay, colourOn } from './colour';
import vectors from './colour.vectors.json';
import { colourByTheBook } from './reference';
import { type CodeRecord, emptyRecord, withCheckIn, withRelease, withTrigger } from './record';
import { clauses } from './rule-set';
import { recordOf, ruleSet } from './test-data';
import type { Trigger } from './trigger';

const FIRST = numberOf('2020-02-18');
const DAYS = 50;
const LAST = FIRST + DAYS;

const aDay = fc.integer({ min: FIRST, max: LAST });
/** Asked for on a day on which something may have been cleared. */
const aLaterDay = fc.integer({ min: FIRST + 14, max: LAST });
const someTrigger: fc.Arbitrary<Trigger> = fc
  .record({
    clause: fc.constantFrom(...clauses),
    since: fc.integer({ min: FIRST, max: FIRST + 30 }),
    evidence: fc.integer({ min: 0, max: 9 }).map((n) => `test_${String(n)}`),
    released: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  })
  .map(({ released, ...trigger }) =>
    released === undefined ? trigger : { ...trigger, releasedOn: trigger.since + released },
  );
/** Normal days come in rows, or fourteen of them would never follow one another. */
const someMarks = fc
  .array(fc.constantFrom('n', 'nnn', 'n'.repeat(9), 'n'.repeat(14), 'a', '-', '--'), {
    minLength: 4,
    maxLength: 12,
    size: 'max',
  })
  .map((marks) => marks.join('').slice(0, DAYS).replace(/-+$/, ''));
const someRecord: fc.Arbitrary<CodeRecord> = fc
  .record({
    claimedOn: fc.option(aDay, { nil: undefined }),
    from: fc.integer({ min: FIRST, max: FIRST + 10 }),
    marks: someMarks,
    triggers: fc.uniqueArray(someTrigger, {
      maxLength: 4,
      selector: ({ clause, evidence }) => clause + evidence,
    }),
  })
  .map(({ claimedOn, from, marks, triggers }) => ({
    ...emptyRecord,
    ...(claimedOn !== undefined && { claimedOn }),
    checkIns: { from, marks },
    triggers,
  }));

/** The facts of a record in the words of the reference. */
const factsOf = ({ claimedOn, checkIns, triggers }: CodeRecord) => ({
  ...(claimedOn !== undefined && { claimedOn: dayNumbered(claimedOn) }),
  normalDays: new Set(
    [...checkIns.marks].flatMap((mark, i) =>
      mark === 'n' ? [dayNumbered(checkIns.from + i)] : [],
    ),
  ),
  triggers: triggers.map(({ clause, since, releasedOn }) => ({
    clause,
    since: dayNumbered(since),
    releasedOn: releasedOn === undefined ? undefined : dayNumbered(releasedOn),
  })),
});

const badness = { none: 0, green: 0, yellow: 1, red: 2 } as const;
const colourIs = (day: DayNumber, record: CodeRecord) => colourOn(day, record, ruleSet).colour;
const check = <T extends [unknown, ...unknown[]]>(
  property: fc.IProperty<T>,
  numRuns = 1000,
): void => {
  fc.assert(property, { numRuns });
};

describe('the colour, whatever happened', () => {
  test('is what the book says: never green while a trigger is unspent', () => {
    let cleared = 0;
    check(
      fc.property(someRecord, fc.oneof(aDay, aLaterDay), (record, today) => {
        const byTheBook = colourByTheBook(dayNumbered(today), factsOf(record), ruleSet);
        expect(colourIs(today, record)).toBe(byTheBook);
        if (byTheBook === 'green' && record.triggers.some(({ since }) => since <= today))
          cleared += 1;
      }),
    );
    // Worth telling only if some of them earned their green.
    expect(cleared).toBeGreaterThan(20);
  });

  test('has a reason exactly when it is yellow or red, and the worst reason gives it', () => {
    check(
      fc.property(someRecord, aDay, (record, today) => {
        const { colour, reasons } = colourOn(today, record, ruleSet);
        const worst = reasons.map((one) => one.colour);
        expect(colour === 'red').toBe(worst.includes('red'));
        expect(colour === 'yellow').toBe(worst.length > 0 && !worst.includes('red'));
        expect([...reasons].sort((a, b) => badness[b.colour] - badness[a.colour])).toEqual(reasons);
      }),
    );
  });

  test('is never worse for one more normal day', () => {
    check(
      fc.property(someRecord, aDay, aDay, (record, today, day) => {
        const better = withCheckIn(record, day, 'n');
        expect(badness[colourIs(today, better)]).toBeLessThanOrEqual(
          badness[colourIs(today, record)],
        );
      }),
    );
  });

  test('does not become worse by waiting, once every trigger has begun', () => {
    check(
      fc.property(someRecord, aDay, fc.nat(40), (record, today, wait) => {
        fc.pre(record.triggers.every(({ since }) => since <= today));
        const later = badness[colourIs(today + wait, record)];
        expect(later).toBeLessThanOrEqual(badness[colourIs(today, record)]);
      }),
    );
  });

  test('does not depend on the order in which triggers are kept; neither do the reasons', () => {
    const shuffled = someRecord.chain((record) =>
      fc.tuple(
        fc.constant(record),
        fc.shuffledSubarray([...record.triggers], { minLength: record.triggers.length }),
      ),
    );
    check(
      fc.property(shuffled, aDay, ([record, triggers], today) => {
        expect(colourOn(today, { ...record, triggers }, ruleSet)).toEqual(
          colourOn(today, record, ruleSet),
        );
      }),
    );
  });

  test('does not depend on the order in which check-ins and triggers are told', () => {
    type Fact = { day: DayNumber; mark: 'n' | 'a' } | Trigger;
    const facts = fc
      .tuple(
        fc.uniqueArray(
          fc.record({ day: aDay, mark: fc.constantFrom('n' as const, 'n' as const, 'a' as const) }),
          { selector: ({ day }) => day, maxLength: DAYS, size: 'max' },
        ),
        fc.uniqueArray(someTrigger, {
          maxLength: 5,
          selector: ({ clause, evidence }) => clause + evidence,
        }),
      )
      .chain(([marks, triggers]) => {
        const all: Fact[] = [...marks, ...triggers];
        const order = fc.shuffledSubarray(all, { minLength: all.length });
        return fc.tuple(order, order);
      });
    const told = (all: Fact[]): CodeRecord =>
      all.reduce<CodeRecord>(
        (record, fact) =>
          'mark' in fact ? withCheckIn(record, fact.day, fact.mark) : withTrigger(record, fact),
        emptyRecord,
      );
    check(
      fc.property(facts, aDay, ([one, other], today) => {
        expect(told(one).checkIns).toEqual(told(other).checkIns);
        expect(colourOn(today, told(one), ruleSet)).toEqual(colourOn(today, told(other), ruleSet));
      }),
    );
  });
});

describe('the day on which it can be green', () => {
  /** What the person can do at best: normal check-ins from today, a missing release today. */
  const atBest = (
    record: CodeRecord,
    { trigger }: ColourOnDay['reasons'][number],
    today: DayNumber,
  ) => {
    const declaredToday = today < record.checkIns.from + record.checkIns.marks.length;
    const released = withRelease({ ...record, triggers: [trigger] }, trigger.clause, today);
    return (day: DayNumber): CodeRecord => {
      let then = released;
      for (let one = declaredToday ? today + 1 : today; one <= day; one += 1)
        then = withCheckIn(then, one, 'n');
      return then;
    };
  };

  test('is the first on which the reason is gone, if every day until then is normal', () => {
    check(
      fc.property(someRecord, fc.integer({ min: LAST - 20, max: LAST + 20 }), (record, today) => {
        fc.pre(record.checkIns.from + record.checkIns.marks.length <= today + 1);
        for (const reason of colourOn(today, record, ruleSet).reasons) {
          const on = atBest(record, reason, today);
          const reasonsOn = (day: DayNumber) => colourOn(day, on(day), ruleSet).reasons;
          expect(reasonsOn(reason.clearsOn)).toEqual([]);
          if (reason.clearsOn > today) expect(reasonsOn(reason.clearsOn - 1)).toHaveLength(1);
          expect(reason.daysDone).toBeLessThanOrEqual(reason.daysNeeded);
        }
      }),
    );
  });
});

test('the colour of every vector is the same whatever the time zone of the host', () => {
  const script = `
    import vectors from './colour.vectors.json';
    import { colourOn } from './colour';
    import { recordOf, ruleSet } from './test-data';
    import { dayOf, numberOf } from '../core/day';
    console.log(JSON.stringify([
      vectors.colours.map(({ given, today }) => colourOn(numberOf(today), recordOf(given), ruleSet)),
      vectors.midnights.map(({ instant }) => dayOf(instant)),
    ]));`;
  const answers = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-'], {
      cwd: __dirname,
      input: script,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  const here = vectors.colours.map(({ given, today }) =>
    colourOn(numberOf(today as Day), recordOf(given), ruleSet),
  );
  expect(JSON.parse(answers[0]!)).toEqual([
    JSON.parse(JSON.stringify(here)),
    vectors.midnights.map(({ day }) => day),
  ]);
  expect(new Set(answers).size).toBe(1);
});
