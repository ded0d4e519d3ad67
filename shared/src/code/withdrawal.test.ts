import { describe, expect, test } from '@jest/globals';
import { decisionRefused, type Proposed, proposalRefused, stateOf } from './withdrawal';

const [anna, bo] = ['acct_anna', 'acct_bo'];
const open: Proposed = { by: anna };
const withdrawn: Proposed = { by: anna, decision: 'withdrawn' };
const stands: Proposed = { by: anna, decision: 'stands' };

describe('what a record is', () => {
  test.each([
    ['nothing proposed', undefined, 'recorded'],
    ['proposed, not decided', open, 'proposed'],
    ['confirmed', withdrawn, 'withdrawn'],
    ['let stand', stands, 'recorded'],
  ] as const)('%s', (_, proposed, state) => {
    expect(stateOf(proposed)).toBe(state);
  });
});

describe('proposing a withdrawal', () => {
  test.each([
    ['for the first time', undefined, undefined],
    ['a second time while the first waits', open, 'withdrawal.proposed-already'],
    ['after it was let stand', stands, undefined],
    ['after it was withdrawn', withdrawn, 'withdrawal.decided'],
  ] as const)('%s', (_, proposed, refused) => {
    expect(proposalRefused(proposed)).toBe(refused);
  });
});

describe('deciding it', () => {
  test.each([
    ['another confirms', open, bo, 'withdrawn', undefined],
    ['another lets it stand', open, bo, 'stands', undefined],
    ['the same one confirms', open, anna, 'withdrawn', 'withdrawal.own'],
    ['the same one takes the proposal back', open, anna, 'stands', undefined],
    ['nothing was proposed', undefined, bo, 'withdrawn', 'withdrawal.none'],
    ['it was decided before', withdrawn, bo, 'stands', 'withdrawal.decided'],
    ['it was let stand before', stands, bo, 'withdrawn', 'withdrawal.decided'],
  ] as const)('%s', (_, proposed, by, decision, refused) => {
    expect(decisionRefused(proposed, by, decision)).toBe(refused);
  });
});
