import { describe, expect, test } from '@jest/globals';
import type { Bought } from './contract';
import { soldOf } from './sold';

const ibuprofen = (quantity: number, unit: Bought['unit'] = 'box'): Bought => ({
  code: 'ibuprofen',
  name: '布洛芬',
  quantity,
  unit,
});
const tea: Bought = { name: '姜茶', quantity: 1, unit: 'bag' };

describe('what was sold of each medicine', () => {
  test.each([
    ['nothing', [], []],
    ['one sale', [[ibuprofen(2)]], [['布洛芬', 'box', 2, 1]]],
    ['two sales of one medicine', [[ibuprofen(2)], [ibuprofen(1)]], [['布洛芬', 'box', 3, 2]]],
    ['twice in one sale', [[ibuprofen(2), ibuprofen(1)]], [['布洛芬', 'box', 3, 1]]],
    [
      'in two units',
      [[ibuprofen(1), ibuprofen(4, 'bag')]],
      [
        ['布洛芬', 'bag', 4, 1],
        ['布洛芬', 'box', 1, 1],
      ],
    ],
    [
      'what was typed counts by its name',
      [[tea], [tea, ibuprofen(1)]],
      [
        ['姜茶', 'bag', 2, 2],
        ['布洛芬', 'box', 1, 1],
      ],
    ],
  ])('%s', (_, sales, sold) => {
    const shown = soldOf(sales.map((medicines) => ({ medicines })));
    expect(
      shown.map(({ name, unit, quantity, sales: in_ }) => [name, unit, quantity, in_]),
    ).toEqual(sold);
  });
});
