import { describe, expect, test } from '@jest/globals';
import { accountContract } from '../account/contract';
import { codeContract } from '../code/contract';
import { declarationContract } from '../declaration/contract';
import { passContract } from '../pass/contract';
import { placeContract } from '../place/contract';
import { type Contract, pathOf } from './contract';
import { problems } from './problem';

const contracts: Record<string, Contract> = {
  accountContract,
  codeContract,
  declarationContract,
  passContract,
  placeContract,
};
const routes = Object.entries(contracts).flatMap(([of, contract]) =>
  Object.entries(contract).map(([name, route]) => [`${of}.${name}`, route] as const),
);

describe('the path of a call', () => {
  test.each([
    [codeContract.mine, { personId: 'pers_0000000000000000' }, '/codes/pers_0000000000000000'],
    [codeContract.mine, { personId: 'a/b?c#d e' }, '/codes/a%2Fb%3Fc%23d%20e'],
    [codeContract.mine, { personId: '$&' }, '/codes/%24%26'],
    [codeContract.keys, undefined, '/keys'],
  ] as const)('%#', (route, params, path) => {
    expect(pathOf(route, params)).toBe(path);
  });
});

describe('every route', () => {
  test.each(routes)('%s is whole', (_, route) => {
    expect(route.rows.length).toBeGreaterThan(0);
    for (const row of route.rows) expect(row).toMatch(/^[UVG]\d+$/);
    expect(route.path).toMatch(/^(\/[a-z-]+(\/\{\w+\})?){1,2}$/);
    expect(route.summary).toMatch(/\.$/);
    for (const problem of route.problems) expect(problems).toHaveProperty([problem]);
    if (route.method === 'GET') expect(route.body).toBeUndefined();
    if (!route.roles.includes('anyone')) {
      expect(route.problems).toEqual(
        expect.arrayContaining(['account.not-signed-in', 'account.session-ended']),
      );
    }
    expect(route.path.includes('{')).toBe(route.params !== undefined);
  });

  test('no two have the same method and path', () => {
    const ways = routes.map(
      ([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
    );
    expect(new Set(ways).size).toBe(ways.length);
  });
});

describe('every problem', () => {
  test.each(Object.entries(problems))(
    '%s has a status and a sentence in both languages',
    (_, { status, zh, en }) => {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    },
  );
});
