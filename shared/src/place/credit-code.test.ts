import { describe, expect, test } from '@jest/globals';
import { CreditCode, creditCheckOf } from './credit-code';

describe('a unified social credit code', () => {
  test.each([
    ['the example of the standard’s own form', '91350100M000100Y43', '91350100M000100Y43'],
    ['typed in small letters with spaces', ' 9135 0100 m000 100y 43', '91350100M000100Y43'],
    ['typed full-width', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
  ])('%s is taken', (_, typed, kept) => {
    expect(CreditCode.parse(typed)).toBe(kept);
  });

  test.each([
    ['a wrong check character', '91350100M000100Y44'],
    ['seventeen characters', '91350100M000100Y4'],
    ['a letter that the standard leaves out', '91350100O000100Y43'],
    ['nothing', ''],
  ])('%s is refused', (_, typed) => {
    expect(CreditCode.safeParse(typed).success).toBe(false);
  });

  test('any one figure that is wrong is found', () => {
    const code = '91350100M000100Y4';
    const check = creditCheckOf(code);
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === '7' ? '8' : '7';
      expect(creditCheckOf(code.slice(0, at) + other + code.slice(at + 1))).not.toBe(check);
    }
  });
});
