import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NUMBERS_A_DAY, isReceiptNumber, receiptNumberOf } from './receipt-number';

const drawn = fc.integer({ min: 0, max: NUMBERS_A_DAY - 1 });
const aNumber = drawn.map((one) => receiptNumberOf('2020-03-01', one));
const swapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe('a receipt number (U8, U9)', () => {
  test('is the day, what was drawn, and a check digit', () => {
    expect(receiptNumberOf('2020-03-01', 42)).toMatch(/^200301-0000-042\d$/);
    expect(receiptNumberOf('2020-03-01', NUMBERS_A_DAY - 1)).toMatch(/^200301-9999-999\d$/);
  });

  test('Damm’s own example: 572 has the check digit 4', () => {
    // Leading zeros do not change it, so the example can be given as a day that never was.
    expect(receiptNumberOf('2000-00-00', 572)).toBe('000000-0000-5724');
  });

  test('every one that is made is right', () => {
    fc.assert(fc.property(aNumber, (number) => isReceiptNumber(number)));
  });

  test('any one wrong digit is found', () => {
    fc.assert(
      fc.property(aNumber, fc.nat(15), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        const digit = number.charAt(at);
        if (digit === '-') return true;
        const wrong = String((Number(digit) + more) % 10);
        return !isReceiptNumber(number.slice(0, at) + wrong + number.slice(at + 1));
      }),
    );
  });

  test('two neighbours that changed places are found', () => {
    fc.assert(
      fc.property(aNumber, fc.nat(14), (number, at) => {
        const typed = swapped(number, at);
        return typed === number || !isReceiptNumber(typed);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['without hyphens', '20030100000424'],
    ['a letter', '200301-0000-04A4'],
    ['a digit more', '200301-0000-04240'],
  ])('%s is none', (_, text) => expect(isReceiptNumber(text)).toBe(false));
});
