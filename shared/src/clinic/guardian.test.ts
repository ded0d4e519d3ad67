import { describe, expect, test } from '@jest/globals';
import { lacksGuardian } from './guardian';

const asked = { age: 13, guardian: undefined, why: undefined, wasOffline: false } as const;

describe('a guardian’s name is missing (V5)', () => {
  test.each([
    ['a child of 13', {}, true],
    ['a child of 13 with a guardian', { guardian: '林母' }, false],
    ['a child on the 14th birthday', { age: 14 }, false],
    ['nobody knows the age', { age: undefined }, false],
    ['a newborn', { age: 0 }, true],
    ['entered by hand, without a phone', { why: 'no-phone' }, true],
    ['an emergency', { why: 'emergency' }, false],
    ['written down without network', { wasOffline: true }, false],
  ] as const)('%s', (_, given, lacks) => {
    expect(lacksGuardian({ ...asked, ...given })).toBe(lacks);
  });
});
