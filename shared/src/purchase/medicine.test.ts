import { describe, expect, test } from '@jest/globals';
import { Bought } from './contract';
import { medicineKindLabels, medicines, medicinesLike } from './medicine';

describe('the list of medicines', () => {
  test('each has a code of its own, a kind that is named, and initials that can be typed', () => {
    expect(new Set(medicines.map(({ code }) => code)).size).toBe(medicines.length);
    for (const { code, kind, zh, initials } of medicines) {
      expect(Object.keys(medicineKindLabels)).toContain(kind);
      expect(initials).toMatch(/^[a-z0-9 ]+$/);
      expect(Bought.safeParse({ code, name: zh, quantity: 1, unit: 'box' }).success).toBe(true);
    }
  });

  test.each([
    ['by a part of the name', '布洛芬', 'ibuprofen-sr'],
    ['by the trade name', '美林', 'ibuprofen-suspension'],
    ['by initials', 'lhqw', 'lianhua-qingwen'],
    ['by the initials of the trade name', 'kk', 'amantadine-paracetamol'],
    ['by English', 'oselta', 'oseltamivir'],
    ['with capitals and full-width letters', 'ＬＨＱＷ', 'lianhua-qingwen'],
  ])('%s', (_, typed, code) => {
    expect(medicinesLike(typed).map((one) => one.code)).toContain(code);
  });

  test('nothing typed is everything; what is not there is not found', () => {
    expect(medicinesLike(' ')).toHaveLength(medicines.length);
    expect(medicinesLike('口红')).toEqual([]);
  });
});
