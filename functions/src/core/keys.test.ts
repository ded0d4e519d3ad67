import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readToken, writeToken } from '@yimatong/shared/code/token';
import { anAws, bodyOf, failing, operationOf } from '../../test/stubs/aws';
import type { Stub } from '../../test/stubs/stub';
import { newPersonId } from './id';
import type * as keysModule from './keys';
import { type IssuerKey, keysFrom } from './keys';
import { personOf, subjectOf } from '../code/subject';

type KeysModule = typeof keysModule;
function started(keysFromSetting: string | undefined): KeysModule {
  if (keysFromSetting === undefined) delete process.env['KEYS_FROM'];
  else process.env['KEYS_FROM'] = keysFromSetting;
  let fresh!: KeysModule;
  jest.isolateModules(() => {
    fresh = jest.requireActual<KeysModule>('./keys');
  });
  return fresh;
}
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const first = { keyId: 1, master: 'the first master secret of the province' };
const second = { keyId: 2, master: 'the second master secret of the province' };

describe('derivation', () => {
  test('one master always gives the same keys: a change of this line loses every code and name', () => {
    const { issuers, session, lookUp } = keysFrom(first);
    const [{ publicKey, subjectKey }] = issuers;
    expect([publicKey, subjectKey, session, lookUp].map((key) => hex(key).slice(0, 16))).toEqual([
      'df95023220528872',
      'aaed8b4c69210238',
      '69aa1dc2e4e95aa6',
      '3d2f5e643a737590',
    ]);
  });

  test('no two keys are the same, nor another master’s', () => {
    const all = [first, second].flatMap((secret) => {
      const { issuers, session, lookUp } = keysFrom(secret);
      return [issuers[0].secretKey, issuers[0].subjectKey, session, lookUp].map(hex);
    });
    expect(new Set(all).size).toBe(8);
  });

  test.each([
    [{ keyId: 1, master: 'short' }],
    [{ keyId: 256, master: first.master }],
    [{ master: first.master }],
    ['text'],
    [undefined],
  ])('%j is no secret', (secret) => {
    expect(() => keysFrom(secret)).toThrow();
  });
});

describe('rotation', () => {
  const before = keysFrom(first);
  const after = keysFrom({ ...second, previous: [first] });
  const publicKeys = new Map(after.issuers.map(({ keyId, publicKey }) => [keyId, publicKey]));
  const issuedAt = Date.UTC(2020, 2, 1);
  const tokenBy = (issuer: IssuerKey, subject: Uint8Array) =>
    writeToken(
      { colour: 'green', keyId: issuer.keyId, issuedAt, lifetime: 10, subject },
      issuer.secretKey,
    );

  test('the new generation signs; tokens of the old one are still read, and lead to their person', () => {
    expect(after.issuers.map(({ keyId }) => keyId)).toEqual([2, 1]);
    const personId = newPersonId();
    const [old] = before.issuers;
    const reading = readToken(tokenBy(old, subjectOf(personId, old)), publicKeys, issuedAt);
    expect(reading.verdict).toBe('valid');
    if (reading.verdict !== 'valid') return;
    expect(personOf(reading.content.subject, after.issuers[1]!)).toBe(personId);
  });

  test('sessions and look-ups stay with the oldest generation', () => {
    expect(hex(after.session)).toBe(hex(before.session));
    expect(hex(after.lookUp)).toBe(hex(before.lookUp));
    const third = keysFrom({
      keyId: 3,
      master: `${second.master}, again`,
      previous: [second, first],
    });
    expect(hex(third.lookUp)).toBe(hex(before.lookUp));
  });
});

describe('from Secrets Manager', () => {
  const ARN = 'arn:aws:secretsmanager:local:1:secret:keys';
  let manager: Stub;
  beforeAll(async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '1';
    manager = await anAws('SECRETS_MANAGER', (asked) =>
      operationOf(asked) === 'GetSecretValue' && bodyOf(asked)['SecretId'] === ARN
        ? { body: { ARN, SecretString: JSON.stringify(first) } }
        : failing('ResourceNotFoundException'),
    );
  });
  afterAll(() => manager.close());

  test('loaded once, however many ask at once', async () => {
    const { keys } = started(`secret:${ARN}`);
    const [one, other] = await Promise.all([keys(), keys()]);
    expect(one).toBe(other);
    expect(hex(one.session)).toBe(hex(keysFrom(first).session));
    expect(manager.asked).toHaveLength(1);
  });

  test('a load that failed is tried again at the next call', async () => {
    const { keys } = started('secret:arn:another');
    await expect(keys()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    process.env['KEYS_FROM'] = `secret:${ARN}`;
    expect((await keys()).issuers).toHaveLength(1);
  });
});

test.each([
  [undefined, 'KEYS_FROM is not set'],
  ['', 'KEYS_FROM is not set'],
  ['env', 'KEYS_FROM must be'],
  ['file:/nowhere/keys.json', 'ENOENT'],
])('KEYS_FROM=%s is an error, not a default', async (setting, message) => {
  await expect(started(setting).keys()).rejects.toThrow(message);
});
