import { describe, expect, test } from '@jest/globals';
import { ageOn } from './age';
import type { Day } from './day';

const id = { type: 'resident-id', number: '460100201003074128' } as const;

describe('age on a day', () => {
  test.each<[string, Day, number]>([
    ['the day before the birthday', '2024-03-06', 13],
    ['on the birthday', '2024-03-07', 14],
    ['on the day of birth', '2010-03-07', 0],
  ])('%s', (_, today, age) => {
    expect(ageOn(id, today)).toBe(age);
  });

  test('a passport does not tell', () => {
    expect(ageOn({ type: 'passport', number: 'E12345678' }, '2024-03-07')).toBeUndefined();
  });
});
