import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { anAws, bodyOf, failing, operationOf } from '../../test/stubs/aws';
import type { Asked, Given, Stub } from '../../test/stubs/stub';
import type * as sealModule from './seal';

type Seal = typeof sealModule;
/** A process just started, with this setting. */
function started(sealWith: string | undefined): Seal {
  if (sealWith === undefined) delete process.env['SEAL_WITH'];
  else process.env['SEAL_WITH'] = sealWith;
  let fresh!: Seal;
  jest.isolateModules(() => {
    fresh = jest.requireActual<Seal>('./seal');
  });
  return fresh;
}

const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-seal-'));
const keyFile = path.join(folder, 'keys.json');
writeFileSync(keyFile, JSON.stringify({ keyId: 1, master: 'a master secret of this test alone' }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('sealed by a key file', () => {
  let file: Seal;
  beforeAll(() => {
    file = started(`file:${keyFile}`);
  });

  test('opens again, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, item) => {
        const sealed = await file.seal(text, item);
        expect(sealed).not.toContain(text.length > 8 ? text : '\u0000');
        expect(await file.open(sealed, item)).toBe(text);
      }),
    );
  });

  test('another process with the same file opens it', async () => {
    const sealed = await file.seal('林小雨', 'pers_1');
    expect(await started(`file:${keyFile}`).open(sealed, 'pers_1')).toBe('林小雨');
  });

  test('the same text sealed twice looks like two', async () => {
    expect(await file.seal('x', 'a')).not.toBe(await file.seal('x', 'a'));
  });

  test('does not open for another item', async () => {
    const sealed = await file.seal('林小雨', 'pers_1');
    await expect(file.open(sealed, 'pers_2')).rejects.toThrow();
  });

  test('does not open once a single character of it was changed', async () => {
    const sealed = await file.seal('林小雨', 'pers_1');
    for (let i = 0; i < sealed.length; i += 1) {
      // The last character of base64url may carry bits that nobody reads.
      if (sealed[i + 1] === '.' || i === sealed.length - 1) continue;
      const changed = sealed.slice(0, i) + (sealed[i] === 'A' ? 'B' : 'A') + sealed.slice(i + 1);
      await expect(file.open(changed, 'pers_1')).rejects.toThrow();
    }
  });

  test.each([[''], ['s1'], ['s1..'], ['s2.AAAA.AAAA'], ['林小雨'], ['s1.AA.AA']])(
    '%j was never sealed',
    async (text) => {
      await expect(file.open(text, 'pers_1')).rejects.toThrow();
    },
  );
});

describe('sealed by KMS', () => {
  const KEY = 'arn:aws:kms:local:1:key/1';
  const kek = randomBytes(32);
  /** GenerateDataKey and Decrypt as KMS has them; the wrapping is AES-CTR without ceremony. */
  const answers = (asked: Asked): Given => {
    const iv = Buffer.alloc(16);
    const { KeyId, KeySpec, CiphertextBlob } = bodyOf(asked);
    if (KeyId !== KEY) return failing('NotFoundException');
    if (operationOf(asked) === 'GenerateDataKey' && KeySpec === 'AES_256') {
      const key = randomBytes(32);
      const wrapped = createCipheriv('aes-256-ctr', kek, iv).update(key);
      const both = {
        Plaintext: key.toString('base64'),
        CiphertextBlob: wrapped.toString('base64'),
      };
      return { body: { KeyId: KEY, ...both } };
    }
    const wrapped = Buffer.from(String(CiphertextBlob), 'base64');
    const key = createDecipheriv('aes-256-ctr', kek, iv).update(wrapped);
    return { body: { KeyId: KEY, Plaintext: key.toString('base64') } };
  };
  let kms: Stub;
  beforeAll(async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '1';
    kms = await anAws('KMS', answers);
  });
  afterAll(() => kms.close());

  test('opens again, here and elsewhere; a data key is asked for once, and opened once', async () => {
    const here = started(`kms:${KEY}`);
    const sealed = await Promise.all(['a', 'b', 'c'].map((text) => here.seal(text, text)));
    expect(kms.asked.map(operationOf)).toEqual(['GenerateDataKey']);
    const elsewhere = started(`kms:${KEY}`);
    for (const [i, text] of ['a', 'b', 'c'].entries())
      expect(await elsewhere.open(sealed[i]!, text)).toBe(text);
    expect(kms.asked.map(operationOf)).toEqual(['GenerateDataKey', 'Decrypt']);
    await expect(elsewhere.open(sealed[0]!, 'b')).rejects.toThrow();
  });

  test('a KMS that fails once is asked again at the next text', async () => {
    const here = started(`kms:${KEY}`);
    kms.answers(() => failing('KMSInternalException', {}, 500));
    await expect(here.seal('a', 'a')).rejects.toMatchObject({ name: 'KMSInternalException' });
    kms.answers(answers);
    expect(await here.open(await here.seal('a', 'a'), 'a')).toBe('a');
  });
});

test.each([
  [undefined, 'SEAL_WITH is not set'],
  ['', 'SEAL_WITH is not set'],
  ['plain', 'SEAL_WITH must be'],
  ['kms:', 'SEAL_WITH must be'],
  ['file:/nowhere/keys.json', 'ENOENT'],
])('SEAL_WITH=%s is an error, not a default', async (setting, message) => {
  await expect(started(setting).seal('a', 'a')).rejects.toThrow(message);
});
