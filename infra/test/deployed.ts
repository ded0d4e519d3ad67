/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument -- templates are CloudFormation’s JSON */
/** What would be deployed, without bundling: templates by stack, and who may do what in them. */
import { readFileSync } from 'node:fs';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type Unit, unitEntries } from '@yimatong/functions/core/access';
import { tables } from '@yimatong/functions/core/tables';
import { ProvinceStage } from '../src/province-stage';
import { settingsFrom } from '../src/settings';

export const infra = (path: string): string =>
  readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const stackNames = ['data', 'jobs', 'api', 'web', 'alarms'] as const;
export type StackName = (typeof stackNames)[number];
export type Context = Readonly<Record<string, string>>;

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  readonly Properties: any;
}
export interface Deployed {
  readonly app: App;
  readonly stage: ProvinceStage;
  readonly templates: Readonly<Record<StackName, Template>>;
  /** All resources of a type, by logical id, in the stacks named or in all. */
  of(type: string, ...stacks: StackName[]): Readonly<Record<string, Resource>>;
}

export function deployed(context: Context = {}): Deployed {
  const { context: flags } = JSON.parse(infra('cdk.json')) as { context: object };
  const app = new App({ context: { ...flags, 'aws:cdk:bundling-stacks': [] } });
  const stage = new ProvinceStage(
    app,
    settingsFrom((name) => context[name]),
  );
  const templates = Object.fromEntries(
    stackNames.map((name) => [name, Template.fromStack(stage[name] as Stack)]),
  ) as Record<StackName, Template>;
  return {
    app,
    stage,
    templates,
    of: (type, ...stacks) =>
      Object.assign(
        {},
        ...(stacks.length > 0 ? stacks : stackNames).map((name) =>
          templates[name].findResources(type),
        ),
      ) as Record<string, Resource>,
  };
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}
export const listed = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Everything that roles may do, by the logical id of the role. */
export function statementsByRole(all: Deployed): Map<string, Statement[]> {
  const byRole = new Map<string, Statement[]>();
  for (const { Properties } of Object.values(all.of('AWS::IAM::Policy'))) {
    for (const { Ref } of Properties.Roles as { Ref: string }[]) {
      byRole.set(Ref, [...(byRole.get(Ref) ?? []), ...Properties.PolicyDocument.Statement]);
    }
  }
  return byRole;
}

export interface DeployedUnit {
  readonly unit: Unit;
  readonly function: Resource['Properties'];
  readonly environment: Readonly<Record<string, unknown>>;
  readonly statements: readonly Statement[];
}

/** Each unit’s Lambda with the statements of its role. */
export function unitsOf(all: Deployed): DeployedUnit[] {
  const byRole = statementsByRole(all);
  return Object.values(all.of('AWS::Lambda::Function')).map(({ Properties }) => ({
    unit: (Properties.Description as string).split(': ')[1] as Unit,
    function: Properties,
    environment: Properties.Environment.Variables,
    statements: byRole.get(Properties.Role['Fn::GetAtt'][0]) ?? [],
  }));
}
export const units = Object.keys(unitEntries) as Unit[];

/** `code`, or `code/pending` for an index: which table a resource is, if any. */
export function tableIn(resource: unknown): string | undefined {
  const text = JSON.stringify(resource);
  const name = Object.keys(tables).find((one) =>
    new RegExp(`FnGetAtt${one}Table[0-9A-F]{8}Arn`).test(text),
  );
  const [, index] = /\/index\/([^"]+)"/.exec(text) ?? [];
  return name && (index === undefined ? name : `${name}/${index}`);
}

/** Table or index → what may be done to it, sorted. */
export function tableRights(statements: readonly Statement[]): Record<string, string[]> {
  const rights: Record<string, string[]> = {};
  for (const { Action, Resource } of statements) {
    for (const resource of listed(Resource)) {
      const table = tableIn(resource);
      if (table === undefined) continue;
      const actions = listed(Action).map((action) => action.replace('dynamodb:', ''));
      rights[table] = [...new Set([...(rights[table] ?? []), ...actions])].sort();
    }
  }
  return rights;
}

/** What may be done to the resources whose ARN names `logicalId`, e.g. a key or secret of the data stack. */
export const actionsOn = (statements: readonly Statement[], logicalId: RegExp): string[] =>
  [
    ...new Set(
      statements
        .filter(({ Resource }) => logicalId.test(JSON.stringify(Resource ?? '')))
        .flatMap(({ Action }) => Action),
    ),
  ].sort();
