import { describe, expect, test } from '@jest/globals';
import { ruleSets } from '../code/rule-set';
import { endsAtOf, type Kept, type KeptKind, keptFor, retention } from './retention';

const kinds = Object.keys(retention) as KeptKind[];

describe('how long things are kept', () => {
  test.each([
    ['declarations', '保存到您注销账号为止'],
    ['passes', '保存 90 天'],
    ['audit', '保存 3 年'],
    ['login', '保存 1 天'],
  ] as const)('%s: %s', (kind, said) => {
    expect(keptFor(kind).zh).toBe(said);
  });

  test('an end of life is counted from the moment of the record', () => {
    expect(endsAtOf('passes', 1_000_500)).toBe(1_000 + 90 * 86_400);
  });

  test.each(kinds)('%s: goes with the account, has an end, or is nobody’s data', (kind) => {
    const { days, leaving }: Kept = retention[kind];
    expect(leaving !== 'later' || days !== undefined).toBe(true);
  });

  test('of whoever has gone, as much is kept as a gate may still look back to', () => {
    const longest = Math.max(...ruleSets.map(({ trackDays }) => trackDays));
    expect(longest).toBe(retention.left.days);
    expect(retention.left.what.zh).toContain(`${retention.left.days} 天`);
    expect(retention.left.what.en).toContain(`${retention.left.days} days`);
  });
});
