import { describe, expect, test } from '@jest/globals';
import { Plate, Temperature } from './contract';

const kept = (typed: string) => Plate.safeParse(typed).data;

describe('a plate number as a guard types it', () => {
  test.each([
    ['琼A12345', '琼A12345'],
    ['琼a·12345', '琼A12345'],
    ['琼 A 12345', '琼A12345'],
    ['琼Ａ１２３４５', '琼A12345'],
    ['琼AD12345', '琼AD12345'],
    ['粤B1234学', '粤B1234学'],
    ['琼A1234警', '琼A1234警'],
  ])('%s is kept as %s', (typed, plate) => {
    expect(kept(typed)).toBe(plate);
  });

  test.each(['A12345', '琼12345', '琼A1234', '琼A123456789', '琼AI2345', ''])(
    '%p is refused',
    (typed) => {
      expect(kept(typed)).toBeUndefined();
    },
  );
});

test.each([
  ['normal', true],
  ['abnormal', true],
  [36.5, true],
  [33.9, false],
  [43.1, false],
  ['hot', false],
])('the temperature %p: %p', (value, ok) => {
  expect(Temperature.safeParse(value).success).toBe(ok);
});
