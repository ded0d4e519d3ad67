import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { type Instant, plusMs } from '@yimatong/shared/core/day';
import { newAccountId } from './id';
import { keys } from './keys';
import { openSession, SESSION_MS, sessionOf } from './session';

const folder = mkdtempSync(path.join(tmpdir(), 'yimatong-session-'));
beforeAll(() => {
  const file = path.join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify({ keyId: 1, master: 'a master secret of this test alone' }));
  process.env['KEYS_FROM'] = `file:${file}`;
});
afterAll(() => rmSync(folder, { recursive: true }));

const at: Instant = '2020-03-01T00:30:00.000Z';
const accountId = newAccountId();

describe('a session', () => {
  test('names its account and itself, holds nothing else, and ends in thirty days', async () => {
    const { token, expiresAt } = await openSession(accountId, at);
    const other = await openSession(accountId, at);
    expect(expiresAt).toBe('2020-03-31T00:30:00.000Z');
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256' });
    expect(Object.keys(decodeJwt(token)).sort()).toEqual(['aud', 'exp', 'iat', 'jti', 'sub']);

    const held = await sessionOf(token, at);
    expect(held).toMatchObject({ accountId, until: Date.parse(expiresAt) / 1000 });
    expect(await sessionOf(other.token, at)).not.toEqual(held);
    expect(await sessionOf(token, plusMs(at, SESSION_MS - 1000))).toEqual(held);
    expect(await sessionOf(token, plusMs(at, SESSION_MS))).toBe('over');
  });

  const claims = { sub: accountId as string, aud: 'yimatong/session', jti: 'x', exp: 4e9 };
  const signed = async (payload: object, key?: Uint8Array, alg = 'HS256') =>
    new SignJWT(payload as never).setProtectedHeader({ alg }).sign(key ?? (await keys()).session);
  const { exp, jti, sub, aud, ...none } = claims;
  test.each<[string, () => Promise<string> | string]>([
    ['another key', () => signed(claims, new Uint8Array(32).fill(7))],
    ['another algorithm', () => signed(claims, undefined, 'HS512')],
    ['another audience', () => signed({ ...claims, aud: 'yimatong/alipay-identity' })],
    ['no audience', () => signed({ sub, jti, exp })],
    ['no account', () => signed({ aud, jti, exp })],
    ['no account of ours', () => signed({ ...claims, sub: 'root' })],
    ['no id', () => signed({ sub, aud, exp })],
    ['no end', () => signed({ sub, aud, jti })],
    ['nothing', () => signed(none)],
    ['no signature', async () => `${(await signed(claims)).split('.').slice(0, 2).join('.')}.`],
    ['no token', () => 'a.b.c'],
    ['no text', () => ''],
  ])('with %s is forged', async (_, token) => {
    expect(await sessionOf(await token(), at)).toBe('forged');
  });
});
