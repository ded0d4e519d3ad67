/**
 * The record lets go of what can no longer matter. Here is the proof by trial: two records are told the same story,
 * one is settled after every fact as the store does, the other keeps everything; their colours must never differ.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DayNumber, dayNumbered, numberOf } from '../core/day';
import type { Declaration, Declared } from '../declaration/contract';
import { afterDeclaration } from '../declaration/effect';
import { colourOn } from './colour';
import {
  type CodeRecord,
  type SignKind,
  decodeRecord,
  emptyRecord,
  encodeRecord,
  settled,
  trimmed,
  withRelease,
  withSign,
  withTrigger,
  withoutTriggersOf,
} from './record';
import { rules, ruleSet } from './test-data';
import type { Clause } from './trigger';

const FIRST = numberOf('2020-02-18');

type Step =
  | { does: 'waits'; days: number }
  | { does: 'declares'; how: 'well' | 'unwell' | 'ill' | 'been-away'; claim: boolean }
  | { does: 'is scanned' }
  | { does: 'is listed'; clause: Clause; ago: number }
  | { does: 'is listed again'; which: number }
  | { does: 'is released'; clause: Clause; in: number }
  | { does: 'has an import withdrawn'; which: number }
  | { does: 'is well for days'; days: number };

/** Few, so that triggers of one clause meet: two that need a release, two that do not. */
const someClause = fc.constantFrom<Clause>(
  'isolated',
  'close-contact',
  'declared-symptoms',
  'bought-medicine',
);
const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('waits' as const),
      days: fc.constantFrom(1, 1, 1, 1, 2, 5, 25),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('declares' as const),
      how: fc.constantFrom(
        'well' as const,
        'well' as const,
        'unwell' as const,
        'ill' as const,
        'been-away' as const,
      ),
      claim: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ does: 'is scanned' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('is listed' as const),
      clause: someClause,
      ago: fc.integer({ min: -5, max: 30 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('is listed again' as const), which: fc.nat(2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('is released' as const),
      clause: someClause,
      in: fc.constantFrom(0, 0, 1, 3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('has an import withdrawn' as const),
      which: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('is well for days' as const),
      days: fc.constantFrom(3, 8, 13, 14, 14, 15),
    }),
  },
);
/** Some five months; left to itself fast-check would tell short ones. */
const someStory = fc.array(someStep, { minLength: 10, maxLength: 60, size: 'max' });

const idOf = (nth: number) =>
  `decl_01900000-0000-7000-8000-${String(nth).padStart(12, '0')}` as const;

const declaredOn = (
  today: DayNumber,
  nth: number,
  step: Extract<Step, { does: 'declares' }>,
): Declared => {
  const day = dayNumbered(today);
  const id = idOf(nth);
  const common = {
    id,
    personId: 'pers_0000000000000000' as const,
    day,
    symptoms: step.how === 'ill' ? ['fever' as const] : [],
  };
  const declaration: Declaration = step.claim
    ? {
        kind: 'claim',
        ...common,
        situations: step.how === 'been-away' ? ['key-area-within-a-month'] : [],
        pledged: true,
      }
    : {
        kind: 'daily',
        ...common,
        temperature: 36.5,
        condition: step.how === 'unwell' ? 'unwell' : 'well',
        address: { area: '460108001', detail: '海府路' },
      };
  return {
    id,
    personId: common.personId,
    day: day,
    at: `${day}T02:00:00.000Z`,
    declaration,
  };
};

/** Tells a story to one record; `keep` is what the store does after every fact. */
interface Teller {
  today: DayNumber;
  record: CodeRecord;
  nth: number;
  slips: string[];
  listed: { clause: Clause; since: DayNumber; evidence: string }[];
}
type Keep = (before: CodeRecord, after: CodeRecord, today: DayNumber) => CodeRecord;

function told(teller: Teller, step: Step, keep: Keep): Teller {
  const { today, record, nth, slips, listed } = teller;
  const kept = (after: CodeRecord) => keep(record, after, today);
  switch (step.does) {
    case 'waits':
      return { ...teller, today: today + step.days, slips: [] };
    case 'declares': {
      const declared = declaredOn(today, nth, step);
      const after = afterDeclaration(record, declared, slips, rules);
      return { ...teller, record: kept(after), nth: nth + 1, slips: [...slips, declared.id] };
    }
    case 'is scanned':
      return { ...teller, slips: [] };
    case 'is listed': {
      const trigger = {
        clause: step.clause,
        since: today - step.ago,
        evidence: `impo_${String(nth)}`,
      };
      return {
        ...teller,
        record: kept(withTrigger(record, trigger)),
        nth: nth + 1,
        listed: [...listed, trigger],
      };
    }
    case 'is listed again': {
      const again = listed.at(-1 - step.which);
      // The store tells a fact of the past once; within thirty days the record itself bears a second telling.
      if (!again || again.since < today - 30 || ruleSet.clauses[again.clause].needsRelease)
        return teller;
      return { ...teller, record: kept(withTrigger(record, again)) };
    }
    case 'is released':
      return { ...teller, record: kept(withRelease(record, step.clause, today + step.in)) };
    case 'has an import withdrawn': {
      const withdrawn = listed.at(-1 - step.which);
      return withdrawn
        ? {
            ...teller,
            record: kept(withoutTriggersOf(record, withdrawn.evidence)),
            listed: listed.filter((one) => one !== withdrawn),
          }
        : teller;
    }
    case 'is well for days': {
      let then = teller;
      for (let day = 0; day < step.days; day += 1) {
        then = told(
          { ...then, today: then.today + 1, slips: [] },
          { does: 'declares', how: 'well', claim: false },
          keep,
        );
      }
      return then;
    }
  }
}

const begun: Teller = { today: FIRST, record: emptyRecord, nth: 0, slips: [], listed: [] };

describe('a record that is settled after every fact', () => {
  const settling: Keep = (before, after, today) => settled(before, after, today, ruleSet).record;
  const keepingAll: Keep = (_, after) => after;

  test('has the colour of one that keeps everything: today and on every later day', () => {
    const seen = { red: 0, yellow: 0, green: 0, none: 0, lighter: 0 };
    fc.assert(
      fc.property(someStory, (story) => {
        let [small, whole] = [begun, begun];
        for (const step of story) {
          small = told(small, step, settling);
          whole = told(whole, step, keepingAll);
          for (const ahead of [0, 1, 2, 6, 15, 60]) {
            const { colour } = colourOn(whole.today + ahead, whole.record, ruleSet);
            expect(colourOn(small.today + ahead, small.record, ruleSet).colour).toBe(colour);
            if (ahead === 0) seen[colour] += 1;
          }
          if (small.record.triggers.length < whole.record.triggers.length) seen.lighter += 1;
        }
      }),
      { numRuns: 500 },
    );
    // The stories are worth telling only if they reach every colour and something was let go of.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
  });

  test('may be trimmed again on any later day', () => {
    fc.assert(
      fc.property(someStory, fc.nat(60), (story, later) => {
        const { record, today } = story.reduce(
          (teller, step) => told(teller, step, settling),
          begun,
        );
        const again = trimmed(record, today + later, ruleSet);
        for (const ahead of [0, 1, 20]) {
          const day = today + later + ahead;
          expect(colourOn(day, again, ruleSet).colour).toBe(colourOn(day, record, ruleSet).colour);
        }
        expect(trimmed(again, today + later, ruleSet)).toEqual(again);
      }),
      { numRuns: 200 },
    );
  });

  test('can be written and read', () => {
    const someSign = fc.record({
      kind: fc.constantFrom<SignKind>('abnormal-temperature', 'stopped', 'left-isolation'),
      on: fc.integer({ min: FIRST, max: FIRST + 60 }),
      placeId: fc.string(),
    });
    fc.assert(
      fc.property(someStory, fc.array(someSign), (story, signs) => {
        const settledLast = story.reduce(
          (teller, step) => told(teller, step, settling),
          begun,
        ).record;
        const record = signs.reduce(withSign, settledLast);
        expect(decodeRecord(encodeRecord(record))).toEqual(record);
      }),
      { numRuns: 200 },
    );
    expect(decodeRecord(encodeRecord(emptyRecord))).toEqual(emptyRecord);
  });

  test('stays small for somebody who declares symptoms every day for a year', () => {
    let ill = begun;
    for (let day = 0; day < 365; day += 1) {
      ill = told(ill, { does: 'declares', how: 'ill', claim: day === 0 }, settling);
      ill = told(ill, { does: 'waits', days: 1 }, settling);
    }
    expect(ill.record.triggers.length).toBeLessThanOrEqual(2);
    expect(encodeRecord(ill.record).length).toBeLessThan(400);
  });
});
