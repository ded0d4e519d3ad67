/** The contract is the client: `call(route, given)` sends what the route takes and answers what it answers. */
import Taro from '@tarojs/taro';
import {
  type Answer,
  type GivenBody,
  type GivenParams,
  type GivenQuery,
  type Route,
  pathOf,
} from '@yimatong/shared/core/contract';
import { ProblemAnswer } from '@yimatong/shared/core/problem-answer';
import { deviceNow, noteServerTime } from './clock';
import { type Failure, failure, isOffline, offline, unreadable } from './failure';
import { stir } from './id';
import { session } from './session';

const TIMEOUT_MS = 10_000;

/** What a route must be given: only the parts that it declares. */
export type Given<R extends Route> = Part<'params', GivenParams<R>> &
  Part<'query', GivenQuery<R>> &
  Part<'body', GivenBody<R>>;
type Part<Name extends string, T> = [T] extends [undefined] ? unknown : Record<Name, T>;

interface AnyGiven {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** What Taro's types allow for a body; what it really is, the route's schema finds out. */
type AnyData = string | TaroGeneral.IAnyObject;
type Reply = Pick<Taro.request.SuccessCallbackResult<AnyData>, 'statusCode' | 'data' | 'header'>;

/** Throws a `Failure`. What may be sent twice is sent a second time when the first got no answer. */
export async function call<R extends Route>(route: R, given: Given<R>): Promise<Answer<R>> {
  const parts = given as AnyGiven;
  const reply = await send(route, parts).catch((error: unknown) => {
    if (isOffline(error) && maySendTwice(route, parts)) return send(route, parts);
    throw error;
  });
  if (reply.statusCode >= 200 && reply.statusCode < 300) return answerOf(route, reply);
  const failed = failureOf(reply);
  if (failed.status === 401) session.drop();
  throw failed;
}

/** Reading, or a record that carries its own id: the server records it once. */
const maySendTwice = ({ method }: Route, { body }: AnyGiven): boolean =>
  method !== 'POST' || (typeof body === 'object' && body !== null && 'id' in body);

async function send(route: Route, { params, query, body }: AnyGiven): Promise<Reply> {
  const from = deviceNow();
  const reply: Reply = await Taro.request<AnyData>({
    url: `${API_BASE}${pathOf(route, params)}${queryOf(query)}`,
    method: route.method,
    header: headers(),
    // text, so that no platform turns it into a form
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    dataType: 'json',
    timeout: TIMEOUT_MS,
  }).catch((error: unknown) => {
    // Alipay calls a status of 400 and more a failure and puts the answer into the error.
    const refused = error as Partial<Reply> & { status?: number; headers?: Reply['header'] };
    const statusCode = refused.statusCode ?? refused.status;
    if (statusCode === undefined || statusCode < 400) throw offline();
    return {
      statusCode,
      data: refused.data ?? '',
      header: refused.header ?? refused.headers ?? {},
    };
  });
  const time = headerOf(reply, 'x-server-time') ?? headerOf(reply, 'date');
  if (time !== undefined) noteServerTime(time, deviceNow() - from);
  stirFrom(reply);
  return reply;
}

function headers(): Record<string, string> {
  const token = session.get()?.token;
  return {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

/** By hand: mini-programs have no URLSearchParams. What is undefined is left out. */
export function queryOf(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function answerOf<R extends Route>(route: R, reply: Reply): Answer<R> {
  const parsed = route.answer.safeParse(parsedData(reply));
  if (!parsed.success) throw unreadable(reply.statusCode);
  return parsed.data as Answer<R>;
}

function failureOf(reply: Reply): Failure {
  const problem = ProblemAnswer.safeParse(parsedData(reply));
  if (!problem.success) return unreadable(reply.statusCode);
  const { code, message, fields, requestId } = problem.data;
  const wait = Number(headerOf(reply, 'retry-after'));
  return failure({
    code,
    status: reply.statusCode,
    says: message,
    requestId,
    ...(fields === undefined ? {} : { fields }),
    ...(wait > 0 ? { retryAfter: wait } : {}),
  });
}

/** Some clients leave JSON as text when the status says that something went wrong; 204 has none. */
function parsedData({ data }: Reply): unknown {
  if (typeof data !== 'string') return data ?? undefined;
  try {
    return data === '' ? undefined : JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Header names come in any case, and in Alipay sometimes as lists. */
function headerOf({ header }: Reply, name: string): string | undefined {
  const found = Object.entries((header ?? {}) as Record<string, unknown>).find(
    ([key]) => key.toLowerCase() === name,
  )?.[1];
  return found === undefined ? undefined : String(Array.isArray(found) ? found[0] : found);
}

/** The server's request ids are random and differ each time. */
function stirFrom(reply: Reply): void {
  const id = headerOf(reply, 'x-request-id') ?? '';
  stir(Array.from(id, (char) => char.charCodeAt(0)));
}
