/**
 * Sixty days of declarations of every kind, told to the record as the store tells them, and to a slow reference that
 * looks at the whole story each time and shares no line with `effect.ts`: the colours must never differ.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { colourOn } from '../code/colour';
import { type CodeRecord, emptyRecord, settled } from '../code/record';
import { colourByTheBook, nextDay } from '../code/reference';
import type { RiskArea } from '../code/risk-area';
import { ruleSet } from '../code/test-data';
import type { Clause } from '../code/trigger';
import { type Day, numberOf } from '../core/day';
import { Declaration, type Declared } from './contract';
import { afterDeclaration, mayCorrect } from './effect';

const FIRST: Day = '2020-02-20';
const DAYS = 60;
/** Hubei until the twentieth day or so, a county of the province for a while in the middle. */
const riskAreas: RiskArea[] = [
  { area: '42', name: { zh: '', en: '' }, from: '2020-01-23', until: '2020-03-12', cites: '' },
  { area: '460202', name: { zh: '', en: '' }, from: '2020-03-01', until: '2020-03-10', cites: '' },
];

/** What somebody says; each kind takes of it what its form asks. */
interface Said {
  readonly kind: Declaration['kind'];
  readonly ill: boolean;
  readonly unwell: boolean;
  readonly metCase: boolean;
  readonly inKeyArea: boolean;
  readonly place: '42' | '44' | '460202' | '460108';
  /** A planned return: in how many days, and how many days ago the person left the island. */
  readonly returnIn: number;
  readonly leftAgo: number;
}
type Act = Said | 'is scanned';

const seldom = fc.integer({ min: 0, max: 19 }).map((n) => n === 0);
const someSaid = (kind: fc.Arbitrary<Said['kind']>): fc.Arbitrary<Said> =>
  fc.record({
    kind,
    ill: seldom,
    unwell: seldom,
    metCase: seldom,
    inKeyArea: seldom,
    place: fc.constantFrom('42', '44', '460202', '460108'),
    returnIn: fc.integer({ min: 0, max: 6 }),
    leftAgo: fc.integer({ min: 0, max: 20 }),
  });
const daily = someSaid(fc.constant('daily'));
const other = someSaid(
  fc.constantFrom('claim', 'return-outside', 'return-within', 'return-to-work', 'no-return'),
);
/** Mostly a check-in; seldom anything else, so that fourteen normal days in a row do happen. */
const someDay: fc.Arbitrary<Act[]> = fc.oneof(
  { weight: 30, arbitrary: daily.map((one) => [one]) },
  { weight: 1, arbitrary: fc.constant<Act[]>([]) },
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof(daily, other, other, fc.constant('is scanned' as const)), {
      minLength: 1,
      maxLength: 5,
      size: 'max',
    }),
  },
);
const someStory = fc.array(someDay, { minLength: DAYS, maxLength: DAYS, size: 'max' });

const id = (nth: number) =>
  `decl_01900000-0000-7000-8000-${String(nth).padStart(12, '0')}` as const;
const address = { area: '460108001', detail: '虚构路 1 号' };

function declarationOf(said: Said, day: Day, nth: number): Declaration {
  const common = { kind: said.kind, id: id(nth), personId: 'pers_0000000000000000', day };
  const symptoms = said.ill ? ['fever'] : [];
  const exposures = [
    ...(said.metCase ? ['case-within-14-days'] : []),
    ...(said.inKeyArea ? ['key-area-within-14-days'] : []),
  ];
  const situations = [
    ...(said.metCase ? ['contact-within-a-month'] : []),
    ...(said.inKeyArea ? ['key-area-within-a-month'] : []),
  ];
  const condition = said.unwell ? 'unwell' : 'well';
  const felt = said.ill ? { condition: 'unwell', symptoms } : { condition, symptoms: [] };
  const atHome = said.place.length === 6 ? said.place : '460108';
  const answers = {
    'no-return': {},
    claim: { symptoms, situations, pledged: true },
    daily: { temperature: 36.5, symptoms, condition, address },
    'return-outside': {
      returnOn: nextDay(day, said.returnIn),
      transport: { mode: 'ship' },
      from: { province: said.place.length === 2 ? said.place : '44' },
      leftOn: nextDay(day, -said.leftAgo),
      condition,
      symptoms,
      exposures,
      residence: address,
    },
    'return-within': { departure: atHome, residence: address, ...felt, exposures },
    'return-to-work': {
      purpose: 'work',
      organisation: '虚构食品厂',
      departure: said.place,
      residence: address,
      ...felt,
      exposures,
    },
  };
  return Declaration.parse({ ...common, ...answers[said.kind] });
}

/** One thing that happened, for the reference: in the order in which it did. */
type Happened = { readonly day: string } & (
  { readonly scan: true } | { readonly scan: false; readonly said: Said }
);

interface Fact {
  readonly clause: Clause;
  readonly since: string;
}

/** What one declaration would turn the code for, were it the only one. */
function factsOf(said: Said, day: string): Fact[] {
  const facts: Fact[] = [];
  if (said.kind === 'no-return') return facts;
  const outside = said.kind === 'return-outside';
  const arrival = outside ? nextDay(day, said.returnIn) : day;
  if (said.ill) facts.push({ clause: 'declared-symptoms', since: day });
  if (said.kind === 'daily') return facts;
  if (said.metCase) facts.push({ clause: 'declared-contact', since: day });
  let keyArea = said.inKeyArea;
  let from = '';
  if (outside) from = said.place === '42' ? '42' : '44';
  if (said.kind === 'return-within') from = said.place === '460202' ? '460202' : '460108';
  if (said.kind === 'return-to-work') from = said.place;
  if (from.length === 2) facts.push({ clause: 'came-from-outside', since: arrival });
  for (let back = 0; back <= 14; back += 1) {
    const there = nextDay(arrival, -back);
    if (outside && there < nextDay(day, -said.leftAgo)) continue;
    if (from === '42' && there >= '2020-01-23' && there <= '2020-03-12') keyArea = true;
    if (from === '460202' && there >= '2020-03-01' && there <= '2020-03-10') keyArea = true;
  }
  if (keyArea) facts.push({ clause: 'stayed-in-key-area', since: arrival });
  return facts;
}

const formOf = ({ kind }: Said): string => (kind === 'claim' ? 'daily' : kind);

/** The colour by going through the whole story. */
function colourOfStory(story: readonly Happened[], today: string): string {
  const normal = new Map<string, boolean>();
  let claimedOn: string | undefined;
  const triggers: Fact[] = [];
  story.forEach((one, at) => {
    if (one.scan) return;
    const { said, day } = one;
    if (formOf(said) === 'daily') {
      const situated = said.kind === 'claim' && (said.metCase || said.inKeyArea);
      const unwell = said.kind === 'daily' && said.unwell;
      normal.set(day, !said.ill && !situated && !unwell);
    }
    if (said.kind === 'claim') claimedOn ??= day;
    const later = story.slice(at + 1);
    const firstScan = later.findIndex(({ scan, day: on }) => scan && on === day);
    const unseen = firstScan === -1 ? later : later.slice(0, firstScan);
    const corrected = unseen.some(
      (next) => !next.scan && next.day === day && formOf(next.said) === formOf(said),
    );
    if (corrected) return;
    for (const fact of factsOf(said, day)) {
      const replaced = later.some(
        (next) =>
          !next.scan &&
          ['return-outside', 'no-return'].includes(next.said.kind) &&
          next.day < fact.since,
      );
      if (!replaced) triggers.push(fact);
    }
  });
  const normalDays = new Set([...normal].filter(([, was]) => was).map(([day]) => day));
  const facts = { normalDays, triggers, ...(claimedOn !== undefined && { claimedOn }) };
  return colourByTheBook(today, facts, ruleSet);
}

test('the record has the colour of the whole story, today and on later days', () => {
  const seen: Record<string, number> = { none: 0, green: 0, yellow: 0, corrected: 0, ahead: 0 };
  fc.assert(
    fc.property(someStory, (days) => {
      let record: CodeRecord = emptyRecord;
      const story: Happened[] = [];
      days.forEach((acts, nth) => {
        const day = nextDay(FIRST, nth) as Day;
        const today = numberOf(day);
        let unseen: Declared[] = [];
        acts.forEach((act, at) => {
          if (act === 'is scanned') {
            unseen = [];
            story.push({ day, scan: true });
            return;
          }
          const declaration = declarationOf(act, day, nth * 10 + at);
          const { id: declarationId, personId } = declaration;
          const declared: Declared = {
            id: declarationId,
            personId,
            day,
            at: `${day}T02:00:0${String(at)}.000Z`,
            declaration,
          };
          const slips = unseen.filter((earlier) => mayCorrect(earlier, day, declaration));
          const slipIds = slips.map((slip) => slip.id);
          const after = afterDeclaration(record, declared, slipIds, { ruleSet, riskAreas });
          record = settled(record, after, today, ruleSet).record;
          unseen = [...unseen, declared];
          story.push({ day, scan: false, said: act });
          seen['corrected']! += slips.length;
        });
        if (record.triggers.some(({ since }) => since > today)) seen['ahead']! += 1;
        for (const ahead of [0, 1, 5, 16]) {
          const { colour } = colourOn(today + ahead, record, ruleSet);
          expect([day, ahead, colour]).toEqual([
            day,
            ahead,
            colourOfStory(story, nextDay(day, ahead)),
          ]);
          if (ahead === 0) seen[colour]! += 1;
        }
      });
    }),
    { numRuns: 30 },
  );
  // The stories are worth telling only if they reach every colour, correct something and plan something.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});
