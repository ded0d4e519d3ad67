/**
 * A route is a value: path, who may call, what goes in and out. The contract is the only description of the API;
 * handlers, typed client, forms, OpenAPI, the local server and the CDK routes are all made from it.
 */
import type * as z from 'zod/mini';
import type { ProblemCode } from './problem';
import type { Said } from './say';
import { oneOf } from './option';

export const roleLabels = {
  resident: { zh: '居民', en: 'Resident' },
  guard: { zh: '卡口值守人员', en: 'Checkpoint guard' },
  clinician: { zh: '医护人员', en: 'Clinician' },
  pharmacist: { zh: '药店销售员', en: 'Pharmacist' },
  sampler: { zh: '采样 / 接种人员', en: 'Sampler' },
  organiser: { zh: '单位申报人', en: 'Organiser' },
  gridworker: { zh: '网格员 / 处理人员', en: 'Grid worker' },
  supervisor: { zh: '市县指挥部 / 监督员', en: 'City or county supervisor' },
  headquarters: { zh: '省指挥部', en: 'Provincial headquarters' },
} as const satisfies Record<string, Said>;
export const Role = oneOf(roleLabels);
export type Role = z.infer<typeof Role>;

/** Who has people before them: what they scan, look up and record is of somebody else. */
export const verifierRoles = [
  'guard',
  'clinician',
  'pharmacist',
  'sampler',
  'gridworker',
] as const satisfies readonly Role[];

type Schema = z.ZodMiniType;

export interface Route {
  /** Rows of the domain table that this route serves. */
  readonly rows: readonly string[];
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/codes/{personId}`: names in braces are keys of `params`. */
  readonly path: `/${string}`;
  /** Who may call: any one of these. `resident` is everybody who is signed in; `anyone` needs no session. */
  readonly roles: readonly [Role | 'anyone', ...Role[]];
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly answer: Schema;
  /** What can go wrong here beyond what any route may answer. */
  readonly problems: readonly ProblemCode[];
  /** The Lambda that answers, where it is not the feature's own (its bundle would be heavy). */
  readonly entry?: string;
}
export type Contract = Readonly<Record<string, Route>>;

export const contract = <const C extends Contract>(routes: C): C => routes;

type Parsed<S> = S extends Schema ? z.output<S> : undefined;
type Given<S> = S extends Schema ? z.input<S> : undefined;
export type Params<R extends Route> = Parsed<R['params']>;
export type Query<R extends Route> = Parsed<R['query']>;
export type Body<R extends Route> = Parsed<R['body']>;
/** What a handler returns: parsed again on the way out, so that nothing leaves that the contract does not name. */
export type Answer<R extends Route> = z.output<R['answer']>;
export type GivenBody<R extends Route> = Given<R['body']>;
export type GivenQuery<R extends Route> = Given<R['query']>;
export type GivenParams<R extends Route> = Given<R['params']>;

/** `/codes/{personId}` with its values in place, each escaped. */
export const pathOf = (route: Route, params: Readonly<Record<string, string>> = {}): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
