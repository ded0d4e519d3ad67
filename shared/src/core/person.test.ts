import { describe, expect, test } from '@jest/globals';
import type * as z from 'zod/mini';
import {
  type DocumentType,
  IdentityDocument,
  Name,
  Phone,
  checkCharacterOf,
  maskedName,
  maskedNumber,
  maskedPhone,
  tailOf,
} from './person';

/** What is kept of what was typed; undefined when it is refused. */
const kept = <S extends z.ZodMiniType>(schema: S, typed: unknown): z.output<S> | undefined => {
  const result = schema.safeParse(typed);
  return result.success ? result.data : undefined;
};
const keptNumber = (type: DocumentType, number: string) =>
  kept(IdentityDocument, { type, number })?.number;

describe('the check character of a resident ID (GB 11643-1999)', () => {
  // The first is the standard's own example; the others are invented: area 469099 does not exist.
  test.each([
    ['11010519491231002', 'X'],
    ['46909919900101001', '3'],
    ['46909920000229012', '0'],
    ['46909919650531123', '8'],
  ])('%s is followed by %s', (digits, check) => {
    expect(checkCharacterOf(digits)).toBe(check);
  });

  test('notices every single wrong digit and every two neighbours exchanged', () => {
    const digits = '46909919900101001';
    for (let at = 0; at < 17; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        if (digits.charAt(at) === String(digit)) continue;
        const wrong = `${digits.slice(0, at)}${String(digit)}${digits.slice(at + 1)}`;
        expect(checkCharacterOf(wrong)).not.toBe('3');
      }
      const swapped =
        digits.slice(0, at) +
        digits
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        digits.slice(at + 2);
      if (swapped !== digits && at < 16) expect(checkCharacterOf(swapped)).not.toBe('3');
    }
  });
});

describe('a resident ID as people type it', () => {
  const whole = '469099199001010013';
  test.each([
    ['as it is', whole, whole],
    ['with spaces', '469099 1990 0101 0013', whole],
    ['with hyphens', '469099-19900101-0013', whole],
    ['full-width', '４６９０９９１９９００１０１００１３', whole],
    ['with a full-width space', '469099　199001010013', whole],
    ['a lower-case x', '11010519491231002x', '11010519491231002X'],
    ['a full-width x', '11010519491231002ｘ', '11010519491231002X'],
    ['of before 1999, fifteen digits', '469099900101001', whole],
  ])('%s', (_, typed, number) => {
    expect(keptNumber('resident-id', typed)).toBe(number);
  });

  test.each([
    ['a wrong check digit', '469099199001010014'],
    ['a day that never was', `46909919900230001${checkCharacterOf('46909919900230001')}`],
    ['29 February of a common year', `46909920010229001${checkCharacterOf('46909920010229001')}`],
    ['month 13', `46909919901301001${checkCharacterOf('46909919901301001')}`],
    ['fifteen digits with a day that never was', '469099900230001'],
    ['seventeen digits', '46909919900101001'],
    ['X in the middle', '4690991990X1010013'],
    ['a letter', '46909919900101001A'],
    ['nothing', ''],
    ['longer than anything', '4'.repeat(61)],
  ])('%s is refused', (_, typed) => {
    expect(keptNumber('resident-id', typed)).toBeUndefined();
  });
});

describe('other documents', () => {
  const permit = '81000019900101001';
  const foreign = '91106219900101001';
  test.each<[DocumentType, string, string]>([
    ['passport', 'E12345678', 'E12345678'],
    ['passport', 'ej 1234567', 'EJ1234567'],
    ['passport', '123456789', '123456789'],
    ['hong-kong-macao-permit', 'H12345678', 'H12345678'],
    ['hong-kong-macao-permit', 'm1234567801', 'M12345678'],
    ['hong-kong-macao-permit', 'C12345678', 'C12345678'],
    ['taiwan-permit', '12345678', '12345678'],
    ['taiwan-permit', '1234567801b', '1234567801B'],
    ['taiwan-permit', 'T12345678', 'T12345678'],
    ['residence-permit', permit + checkCharacterOf(permit), permit + checkCharacterOf(permit)],
    ['foreign-permanent-residence', 'USA310090101001', 'USA310090101001'],
    [
      'foreign-permanent-residence',
      foreign + checkCharacterOf(foreign),
      foreign + checkCharacterOf(foreign),
    ],
  ])('%s %s', (type, typed, number) => {
    expect(keptNumber(type, typed)).toBe(number);
  });

  test.each<[DocumentType, string]>([
    ['passport', 'ABCDEF'],
    ['passport', 'E1'],
    ['passport', 'E1234567890123456789'],
    ['passport', '护照123456'],
    ['hong-kong-macao-permit', 'X12345678'],
    ['hong-kong-macao-permit', 'H1234567'],
    ['hong-kong-macao-permit', '469099199001010013'],
    ['taiwan-permit', '1234567'],
    ['taiwan-permit', '123456789'],
    ['residence-permit', '469099199001010013'],
    ['residence-permit', '810000199001010010'],
    ['foreign-permanent-residence', 'US310090101001'],
    ['foreign-permanent-residence', '911062199001010019'],
    ['resident-id', 'E12345678'],
  ])('%s %s is refused', (type, typed) => {
    expect(keptNumber(type, typed)).toBeUndefined();
  });

  test('a type that is not listed is refused, and a field too many', () => {
    expect(kept(IdentityDocument, { type: 'library-card', number: 'E12345678' })).toBeUndefined();
    expect(
      kept(IdentityDocument, { type: 'passport', number: 'E12345678', sex: 'f' }),
    ).toBeUndefined();
  });

  test('the mistake is told at the number', () => {
    const result = IdentityDocument.safeParse({ type: 'passport', number: '' });
    expect(result.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['number'], 'document'],
    ]);
  });
});

describe('a phone number as people type it', () => {
  test.each([
    ['13800000000', '+8613800000000'],
    ['138 0000 0000', '+8613800000000'],
    ['138-0000-0000', '+8613800000000'],
    ['１３８００００００００', '+8613800000000'],
    ['+86 138 0000 0000', '+8613800000000'],
    ['＋８６ 138 0000 0000', '+8613800000000'],
    ['8613800000000', '+8613800000000'],
    ['0086 13800000000', '+8613800000000'],
    ['\u202d138 0000 0000\u202c', '+8613800000000'],
    ['19900000000', '+8619900000000'],
    ['+852 6123 4567', '+85261234567'],
    ['00852 6123 4567', '+85261234567'],
    ['+853 6612 3456', '+85366123456'],
    ['+886 912 345 678', '+886912345678'],
    ['+1 415 555 0100', '+14155550100'],
  ])('%s', (typed, phone) => {
    expect(kept(Phone, typed)).toBe(phone);
  });

  test.each([
    ['1380000000', 'a digit short'],
    ['138000000000', 'a digit long'],
    ['12800000000', 'no mobile number begins so'],
    ['61234567', 'outside the mainland without + and country code'],
    ['+86 1380000000', 'a digit short with the country code'],
    ['+86 898 6500 0000', 'a landline: it takes no SMS code'],
    ['+0 123 4567', 'no country code begins with 0'],
    ['+1234567890123456', 'longer than E.164'],
    ['phone', 'no digits'],
    ['', 'nothing'],
    ['1'.repeat(41), 'longer than anything'],
    [13800000000, 'a number, not a text'],
  ])('%p is refused: %s', (typed: unknown, _: string) => {
    expect(kept(Phone, typed)).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    ['王小明', '王小明'],
    [' 王小明 ', '王小明'],
    ['买买提·阿卜杜拉', '买买提·阿卜杜拉'],
    ['买买提•阿卜杜拉', '买买提·阿卜杜拉'],
    ['买买提・阿卜杜拉', '买买提·阿卜杜拉'],
    ['𠮷田', '𠮷田'],
    ["Anna-Maria O'Neill", "Anna-Maria O'Neill"],
    ['José  García', 'José García'],
    ['Ｊｏｈｎ　Ｓｍｉｔｈ', 'John Smith'],
  ])('%p is kept as %p', (typed, name) => {
    expect(kept(Name, typed)).toBe(name);
  });

  test.each(['', '   ', '王小明1', '<b>', '王\u0000', '王😀', '王'.repeat(61), 'a@b', '=1+1'])(
    '%p is refused',
    (typed) => {
      expect(kept(Name, typed)).toBeUndefined();
    },
  );
});

describe('what a screen may show', () => {
  test.each([
    ['王明', '王*'],
    ['王小明', '王**'],
    ['欧阳小明', '欧***'],
    ['买买提·阿卜杜拉', '买***'],
    ['王', '王*'],
    ['𠮷田', '𠮷*'],
    ['John Smith', 'J*** S***'],
  ])('of the name %s: %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });

  test.each([
    ['+8613800001234', '138****1234'],
    ['+85261234567', '+852****567'],
    ['+14155550100', '+141****100'],
  ])('of the phone %s: %s', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked);
  });

  test.each([
    ['469099199001010013', '469***********0013'],
    ['USA310090101001', 'USA********1001'],
    ['E12345678', 'E****5678'],
    ['12345678', '*****678'],
    ['E1234', '**234'],
  ])('of the document %s: %s', (number, masked) => {
    expect(maskedNumber(number)).toBe(masked);
    expect(masked).toHaveLength(number.length);
  });

  test('beside the masked name: the last four characters', () => {
    expect(tailOf('11010519491231002X')).toBe('002X');
  });
});
