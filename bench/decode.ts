/** What a scan reads: one text attribute decoded and judged, against the nested maps that DynamoDB would give. */
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { colourOn } from '@yimatong/shared/code/colour';
import { decodeRecord, encodeRecord } from '@yimatong/shared/code/record';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayNumbered, numberOf } from '@yimatong/shared/core/day';
import { type Figure, type Part, perSecond, thousands } from './part';
import { aRecord } from './rules';

const today = numberOf('2020-03-20');
const ruleSet = ruleSetOn(today);
const GOAL = 3;

function run(): Figure[] {
  const record = aRecord('nnnnnnannnnnnn');
  const text = encodeRecord(record);
  // The same facts as one would keep them in maps: a declaration each day, a map each event.
  const maps = marshall({
    claimedOn: dayNumbered(record.claimedOn!),
    declarations: [...record.checkIns.marks].map((mark, nth) => ({
      day: dayNumbered(record.checkIns.from + nth),
      normal: mark === 'n',
    })),
    events: record.triggers.map(({ clause, since, evidence, releasedOn }) => ({
      clause,
      since: dayNumbered(since),
      evidence,
      ...(releasedOn !== undefined && { releasedOn: dayNumbered(releasedOn) }),
    })),
  });
  const rates = perSecond({
    ours: () => decodeRecord(text),
    both: () => colourOn(today, decodeRecord(text), ruleSet),
    theirs: () => unmarshall(maps),
  });
  const figure = (what: string, rate: number): Figure => ({
    what,
    against: 'unmarshall of nested maps, no colour',
    ours: thousands(rate),
    theirs: thousands(rates.theirs),
    ratio: rate / rates.theirs,
    goal: { says: `≥ ${String(GOAL)}×`, met: rate / rates.theirs >= GOAL },
  });
  return [figure('decoded', rates.ours), figure('decoded, and the colour', rates.both)];
}

export const decode: Part = {
  name: 'decode',
  says: '14 declarations and 10 events out of the store (ratio of rates)',
  run,
};
