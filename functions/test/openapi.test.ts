import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contracts } from '@yimatong/shared/contracts';
import type { Route } from '@yimatong/shared/core/contract';
import { problems } from '@yimatong/shared/core/problem';
import { openApi } from '../src/openapi';

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly requestBody?: object;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
/** As it is sent: without what is undefined. */
const document = JSON.parse(JSON.stringify(openApi())) as Document;
const routes = Object.entries(contracts).flatMap(([unit, contract]) =>
  Object.entries(contract as Record<string, Route>).map(
    ([name, route]) => [`${unit}.${name}`, route] as const,
  ),
);

describe('the document of the API', () => {
  test('is OpenAPI 3.1 and has every route, and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const documented = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(documented.sort()).toEqual(routes.map(([name]) => name).sort());
  });

  test.each(routes)('%s: who may call, what goes in, what can go wrong', (name, route) => {
    const operation = document.paths[route.path]![route.method.toLowerCase()]!;
    expect(operation.operationId).toBe(name);
    expect(operation.security).toHaveLength(route.roles[0] === 'anyone' ? 0 : 1);
    expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
    const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(inPath.map((one) => `{${one.name}}`)).toEqual(route.path.match(/\{\w+\}/g) ?? []);
    for (const code of route.problems)
      expect(operation.responses[String(problems[code].status)]?.description).toContain(
        `\`${code}\``,
      );
  });

  test('no two routes share method and path', () => {
    const all = routes.map(
      ([, { method, path: at }]) => `${method} ${at.replace(/\{\w+\}/g, '{}')}`,
    );
    expect(new Set(all).size).toBe(all.length);
  });

  test('is the one in docs/', () => {
    const file = path.join(__dirname, '../../docs/openapi.json');
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
  });
});
