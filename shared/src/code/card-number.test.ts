import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CardNumber, cardNumberFrom, cardText, groupedNumber, readCard } from './card-number';

const number = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(cardNumberFrom);
const isRight = (typed: string): boolean => CardNumber.safeParse(typed).success;

describe('the number of a card', () => {
  test('is found again from its QR and from its groups, in small letters too', () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(readCard(cardText(one))).toEqual({ number: one });
        expect(CardNumber.parse(groupedNumber(one).toLowerCase())).toBe(one);
      }),
    );
  });

  test('O for 0, I and L for 1 are what they look like', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('I', 'l', 'i'), (one, like) => {
        expect(CardNumber.parse(one.replaceAll('0', 'o').replaceAll('1', like))).toBe(one);
      }),
    );
  });

  test('any single wrong character is found', () => {
    fc.assert(
      fc.property(
        number,
        fc.nat(15),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (one, at, other) => {
          fc.pre(one.charAt(at) !== other);
          expect(isRight(one.slice(0, at) + other + one.slice(at + 1))).toBe(false);
        },
      ),
    );
  });

  test('two characters swapped are found, but for the first and the last of the alphabet', () => {
    fc.assert(
      fc.property(number, fc.nat(13), (one, at) => {
        const [a, b] = [one.charAt(at), one.charAt(at + 1)];
        fc.pre(a !== b && ![a, b].every((char) => char === '0' || char === 'Z'));
        expect(isRight(one.slice(0, at) + b + a + one.slice(at + 2))).toBe(false);
      }),
    );
  });

  test.each([
    ['', undefined],
    ['YMT:212*90', undefined],
    ['https://example.org/YMC:', undefined],
    ['YMC:', 'damaged'],
    ['YMC:0000000000000000X', 'damaged'],
    ['YMC:000000000000000', 'damaged'],
    ['YMC:0000000000000001', 'damaged'],
    ['YMC:0000000000000000', { number: '0000000000000000' }],
  ])('%j is read as %j', (text, expected) => {
    expect(readCard(text)).toEqual(expected);
  });
});
