import { describe, expect, test } from '@jest/globals';
import type { Outcome } from './figures';
import { countsOf } from './party-words';

const id = 'part_019b0000-0000-7000-8000-000000000000';

describe('what was recorded of a party', () => {
  test.each<[string, Outcome[], string, string]>([
    ['all passed', ['passed', 'passed'], '放行 2 人', '2 passed'],
    [
      'one was stopped',
      ['passed', 'stopped', 'passed'],
      '放行 2 人，劝返 1 人',
      '2 passed, 1 stopped',
    ],
    ['all were stopped', ['stopped'], '劝返 1 人', '1 stopped'],
  ])('%s', (_, outcomes, zh, en) => {
    expect(countsOf({ id, outcomes })).toEqual({ zh, en });
  });
});
