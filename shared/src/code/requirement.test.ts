import { expect, test } from '@jest/globals';
import { meets } from './requirement';

test.each([
  ['green passes where green is asked for', 'green', 'green', true],
  ['yellow does not', 'yellow', 'green', false],
  ['red does not', 'red', 'green', false],
  ['whoever has no code does not', 'none', 'green', false],
  ['green passes where only red is stopped', 'green', 'not-red', true],
  ['yellow passes there', 'yellow', 'not-red', true],
  ['red does not', 'red', 'not-red', false],
  ['no code is no yellow code', 'none', 'not-red', false],
] as const)('%s', (_, colour, requires, passes) => {
  expect(meets(colour, requires)).toBe(passes);
});
