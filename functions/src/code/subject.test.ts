import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { base32 } from '@yimatong/shared/core/id';
import { keysFrom } from '../core/keys';
import { personOf, subjectOf } from './subject';

const [issuer] = keysFrom({ keyId: 1, master: 'a master secret of this test alone' }).issuers;
const [stranger] = keysFrom({ keyId: 1, master: 'another master secret of this test' }).issuers;
const aPersonId = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map((bytes) => `pers_${base32(bytes)}` as const);

test('leads back to the person, by the issuer’s key alone', () => {
  fc.assert(
    fc.property(aPersonId, (personId) => {
      const subject = subjectOf(personId, issuer);
      expect(subject).toHaveLength(16);
      expect(personOf(subject, issuer)).toBe(personId);
      expect(personOf(subject, stranger)).not.toBe(personId);
    }),
  );
});

test('a thousand of one person are a thousand: no byte of them says whose they are', () => {
  const ids = ['pers_0000000000000000', 'pers_0000000000000001'] as const;
  const subjects = ids.map((id) => Array.from({ length: 1000 }, () => subjectOf(id, issuer)));
  const all = subjects.flat().map((subject) => Buffer.from(subject).toString('hex'));
  expect(new Set(all).size).toBe(2000);
  for (const ofOne of subjects)
    for (let byte = 0; byte < 16; byte += 1)
      expect(new Set(ofOne.map((subject) => subject[byte])).size).toBeGreaterThan(200);
});

test('changed in one bit it leads to somebody else', () => {
  const subject = subjectOf('pers_0123456789abcdef', issuer);
  for (let bit = 0; bit < 128; bit += 1) {
    const changed = Uint8Array.from(subject);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(personOf(changed, issuer)).not.toBe('pers_0123456789abcdef');
  }
});
