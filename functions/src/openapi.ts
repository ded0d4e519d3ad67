/** OpenAPI 3.1 of every route, made from the contracts. */
import type { Contract, Route } from '@yimatong/shared/core/contract';
import { contracts } from '@yimatong/shared/contracts';
import { commonProblems, type ProblemCode, problems } from '@yimatong/shared/core/problem';
import { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';

const operationOf = (feature: string, name: string, route: Route): ZodOpenApiOperationObject => ({
  operationId: `${feature}.${name}`,
  tags: [feature],
  summary: route.summary,
  description: `Rows ${route.rows.join(', ')}. May be called by: ${route.roles.join(', ')}.`,
  security: route.roles[0] === 'anyone' ? [] : [{ session: [] }],
  ...((route.params ?? route.query) && {
    requestParams: {
      ...(route.params && { path: route.params as never }),
      ...(route.query && { query: route.query as never }),
    },
  }),
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
  }),
  responses: {
    '200': { description: 'Done', content: { 'application/json': { schema: route.answer } } },
    ...refusalsOf([...route.problems, ...commonProblems]),
  },
});

/** Problems by status: each answer names the codes it can hold. */
const refusalsOf = (codes: readonly ProblemCode[]): ZodOpenApiOperationObject['responses'] =>
  Object.fromEntries(
    [...new Set(codes.map((code) => problems[code].status))].sort().map((status) => [
      String(status),
      {
        description: codes
          .filter((code) => problems[code].status === status)
          .map((code) => `\`${code}\` ${problems[code].en}`)
          .join('\n\n'),
        content: { 'application/json': { schema: ProblemAnswer } },
        ...((status === 429 || status === 503) && {
          headers: {
            'retry-after': { schema: { type: 'integer' as const }, description: 'Seconds' },
          },
        }),
      },
    ]),
  );

export function openApi(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [feature, contract] of Object.entries<Contract>(contracts)) {
    for (const [name, route] of Object.entries(contract)) {
      paths[route.path] = {
        ...paths[route.path],
        [route.method.toLowerCase()]: operationOf(feature, name, route),
      };
    }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '一码通 yimatong',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
}
