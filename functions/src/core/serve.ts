/** Contract and handlers → one Lambda. A route of the contract that has no handler does not compile. */
import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import httpRouter, { type Route as RouterRoute } from '@middy/http-router';
import type {
  APIGatewayProxyEventV2 as Event,
  APIGatewayProxyStructuredResultV2 as Result,
} from 'aws-lambda';
import type { Answer, Body, Contract, Params, Query, Route } from '@yimatong/shared/core/contract';
import type { Instant } from '@yimatong/shared/core/day';
import { fieldProblems } from '@yimatong/shared/core/invalid';
import { Problem, problems } from '@yimatong/shared/core/problem';
import type { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import { type Actor, actorOf } from './actor';
import { callerOf } from './caller';
import { now } from './clock';
import { log, logFailure } from './log';

export interface Call<R extends Route> {
  readonly actor: R['roles'][0] extends 'anyone' ? undefined : Actor;
  readonly now: Instant;
  readonly params: Params<R>;
  readonly query: Query<R>;
  readonly body: Body<R>;
  /** The caller's network address: for limits only, never kept in clear. */
  readonly address: () => Promise<string>;
}
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (call: Call<C[Name]>) => Promise<Answer<C[Name]>>;
};
export type Handler = (event: Event, context: never) => Promise<Result>;

/** 64 KB: imports go through an upload. */
export const BODY_LIMIT = 65_536;

export function serve<const C extends Contract>(contract: C, handlers: Handlers<C>): Handler {
  const routes = Object.entries(contract).map(([name, route]) =>
    routed(route.method, route.path, (event) =>
      answered(route, handlers[name] as (call: unknown) => Promise<unknown>, event),
    ),
  );
  const otherwise = routed('ANY', '/{proxy+}', () => {
    throw new Problem('core.unknown-route');
  });
  const router = httpRouter<Event, Result>({
    routes: [...routes, otherwise],
    // Methods that HTTP allows and the router has never heard of.
    notFoundResponse: () => problemResult(new Problem('core.unknown-route'), randomUUID()) as never,
  });
  return middy<Event, Result>().handler(router);
}

/** A small chain a route: a middleware on the outer handler would not see a route's error. */
function routed(
  method: Route['method'] | 'ANY',
  path: string,
  handler: (event: Event) => Promise<Result>,
): RouterRoute<Event, Result> {
  const chain = middy<Event, Result>().use(httpHeaderNormalizer()).use(toldAsProblem);
  // Middy's types let a middleware answer nothing; ours never does.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- tsc needs what the rule does not see
  const chained: unknown = chain.handler(handler as never);
  return { method, path, handler: chained as RouterRoute<Event, Result>['handler'] };
}

async function answered(
  route: Route,
  handler: (call: unknown) => Promise<unknown>,
  event: Event,
): Promise<Result> {
  const at = now();
  // Who calls comes first: a stranger learns nothing of what a body must look like.
  const actor = await actorOf(event.headers['authorization'], route.roles, at);
  const answer = await handler({
    actor,
    now: at,
    params: parsed(route.params, decoded(event.pathParameters ?? {})),
    query: parsed(route.query ?? NoQuery, event.queryStringParameters ?? {}),
    body: route.body && parsed(route.body, jsonOf(event)),
    address: () => callerOf(event),
  });
  return {
    statusCode: 200,
    headers: headersAt(at),
    body: JSON.stringify(route.answer.parse(answer)),
  };
}

type Schema = NonNullable<Route['body']>;

/** A route without a query still refuses unknown fields in one. */
const NoQuery = z.strictObject({});

function parsed(schema: Schema | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem('core.invalid', { fields: fieldProblems(result.error.issues) });
}

/** API Gateway decodes path parameters, the router does not: decoding twice is harmless for our ids. */
const decoded = (params: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      try {
        return [name, value && decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );

function jsonOf({ headers, body = '', isBase64Encoded }: Event): unknown {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new Problem('core.wrong-content-type');
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT) throw new Problem('core.too-large');
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text, /\\u[dD][89a-fA-F]/.test(text) ? wellFormed : undefined);
  } catch {
    throw new Problem('core.broken-json');
  }
}

/** Half a surrogate pair cannot be stored: it would come back another, and a repeat would not be known again. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? Buffer.from(value).toString() : value;

const headersAt = (at: Instant): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // Phones learn from it how far their clock is off.
  'x-server-time': at,
});

const toldAsProblem: middy.MiddlewareObj<Event, Result> = {
  onError: (request) => {
    const requestId = request.event.requestContext.requestId;
    const { error } = request;
    const problem = error instanceof Problem ? error : new Problem('core.failed');
    if (error instanceof Problem)
      log('request.refused', { requestId, code: problem.code, detail: problem.detail });
    else logFailure('request.failed', error, { requestId });
    request.response = problemResult(problem, requestId);
  },
};

/** A refusal in the one shape of the API. */
export function problemResult(problem: Problem, requestId: string): Result {
  const { status, zh, en } = problems[problem.code];
  const body: ProblemAnswer = {
    code: problem.code,
    message: { zh, en },
    ...(problem.fields && { fields: problem.fields.map(({ path, says }) => ({ path, says })) }),
    requestId,
  };
  return {
    statusCode: status,
    headers: {
      ...headersAt(now()),
      ...(problem.retryAfterSeconds !== undefined && {
        'retry-after': String(problem.retryAfterSeconds),
      }),
    },
    body: JSON.stringify(body),
  };
}
