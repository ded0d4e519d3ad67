import { describe, expect, test } from '@jest/globals';
import { access, actionsOf, type Right } from '@yimatong/functions/core/access';
import { type Table, type TableDefinition, tables } from '@yimatong/functions/core/tables';
import {
  actionsOn,
  deployed,
  type DeployedUnit,
  listed,
  statementsByRole,
  tableRights,
  units,
  unitsOf,
} from './deployed';

const all = deployed();
const deployedUnits = unitsOf(all);
const unit = (name: string): DeployedUnit => deployedUnits.find((one) => one.unit === name)!;
const everyStatement = [...statementsByRole(all).values()].flat();
const everyAction = everyStatement.flatMap(({ Action }) => Action);

test('every unit is one Lambda', () => {
  expect(deployedUnits.map((one) => one.unit).sort()).toEqual([...units].sort());
});

describe('tables', () => {
  test.each(units)('%s has its row of the matrix and no more', (name) => {
    const row = Object.entries(access[name]) as [Table, Right][];
    const expected = row.flatMap(([table, right]) => {
      const actions = actionsOf[right].map((action) => action.replace('dynamodb:', '')).sort();
      const { indexes = {} }: TableDefinition = tables[table];
      const reads = actions.includes('Query');
      return [
        [table, actions],
        ...Object.keys(reads ? indexes : {}).map((index) => [`${table}/${index}`, ['Query']]),
      ];
    });
    expect(tableRights(unit(name).statements)).toEqual(Object.fromEntries(expected));
  });

  test.each(units)('%s is told the names of its tables and of no others', (name) => {
    const told = Object.keys(unit(name).environment).filter((key) => key.endsWith('_TABLE'));
    const row = Object.keys(access[name]).map((table) => `${table.toUpperCase()}_TABLE`);
    expect(told.sort()).toEqual(row.sort());
  });

  test('nothing writes in bulk, nothing has a wildcard', () => {
    const known = [
      'GetItem',
      'BatchGetItem',
      'Query',
      'PutItem',
      'UpdateItem',
      'Scan',
      'DeleteItem',
    ];
    const used = everyAction.filter((action) => action.startsWith('dynamodb:'));
    expect(used.filter((action) => !known.includes(action.replace('dynamodb:', '')))).toEqual([]);
  });

  const allowed = (action: string): string[] =>
    deployedUnits.flatMap(({ unit: name, statements }) =>
      Object.entries(tableRights(statements))
        .filter(([, actions]) => actions.includes(action))
        .map(([table]) => `${name} ${table}`),
    );

  test('only the recompute scans, and only codes', () => {
    expect(allowed('Scan')).toEqual(['recompute code']);
  });

  test('only erase deletes: what is a person’s own, never passes, the audit or what leavers left', () => {
    expect(allowed('DeleteItem').sort()).toEqual(
      ['account', 'card', 'code', 'declaration', 'grant', 'job', 'reminder', 'standing'].map(
        (one) => `erase ${one}`,
      ),
    );
  });
  test('whoever deletes can write nothing, and no key opens anything to it', () => {
    const rights = Object.values(tableRights(unit('erase').statements)).flat();
    expect([...new Set(rights)].sort()).toEqual(['DeleteItem', 'GetItem', 'Query']);
    expect(actionsOn(unit('erase').statements, /SealKey|MasterSecret/)).toEqual([]);
  });

  test('the audit is appended to; only audit and takeout read it, for its own subject; nobody changes it', () => {
    for (const { unit: name, statements } of deployedUnits) {
      const readers: Partial<Record<string, string[]>> = {
        audit: ['GetItem', 'Query'],
        takeout: ['GetItem', 'PutItem', 'Query'],
      };
      const rights = tableRights(statements)['audit'];
      expect([undefined, readers[name] ?? ['PutItem']]).toContainEqual(rights);
    }
  });

  test.each([
    ['sms', []],
    ['alipay', []],
    ['remind', []],
  ])('%s touches no table', (name, none) => {
    expect(Object.keys(tableRights(unit(name).statements))).toEqual(none);
  });

  test('sheets and roll-ups open no account, and a roll-up no name', () => {
    for (const name of ['sheet', 'rollup'])
      expect(Object.keys(tableRights(unit(name).statements))).not.toContain('account');
    expect(unit('rollup').environment).not.toHaveProperty('SEAL_WITH');
  });

  test('a gate cannot read accounts', () => {
    expect(Object.keys(tableRights(unit('pass').statements))).not.toContain('account');
  });
});

describe('keys and secrets', () => {
  test.each(units)('%s: seals, opens and reads what it needs', (name) => {
    const seal = {
      account: ['kms:Decrypt', 'kms:GenerateDataKey'],
      card: ['kms:Decrypt', 'kms:GenerateDataKey'],
      clinic: ['kms:Decrypt', 'kms:GenerateDataKey'],
      purchase: ['kms:Decrypt', 'kms:GenerateDataKey'],
      'by-hand': ['kms:Decrypt', 'kms:GenerateDataKey'],
      'look-up': ['kms:Decrypt'],
      escalation: ['kms:Decrypt', 'kms:GenerateDataKey'],
      place: ['kms:Decrypt'],
      observation: ['kms:Decrypt', 'kms:GenerateDataKey'],
      doorstep: ['kms:Decrypt', 'kms:GenerateDataKey'],
      'at-the-door': ['kms:Decrypt', 'kms:GenerateDataKey'],
      report: ['kms:Decrypt', 'kms:GenerateDataKey'],
      takeout: ['kms:Decrypt'],
      alipay: ['kms:Decrypt', 'kms:GenerateDataKey'],
      reminders: ['kms:Decrypt'],
      organisation: ['kms:Decrypt', 'kms:GenerateDataKey'],
      sheet: ['kms:Decrypt', 'kms:GenerateDataKey'],
      sample: ['kms:Decrypt', 'kms:GenerateDataKey'],
      vaccination: ['kms:Decrypt', 'kms:GenerateDataKey'],
    } as Record<string, string[]>;
    const { statements, environment } = unit(name);
    expect(actionsOn(statements, /SealKey/)).toEqual(seal[name] ?? []);
    expect('SEAL_WITH' in environment).toBe(name in seal);
  });

  test.each([
    [
      'MasterSecret',
      [
        'account',
        'alipay',
        'appoint',
        'arrive',
        'at-the-door',
        'audit',
        'batch',
        'by-hand',
        'card',
        'clinic',
        'code',
        'declaration',
        'doorstep',
        'escalation',
        'look-up',
        'observation',
        'organisation',
        'pass',
        'place',
        'poster',
        'purchase',
        'reminder',
        'report',
        'sample',
        'sheet',
        'takeout',
        'vaccination',
      ],
    ],
    ['WechatSecret', ['account', 'poster', 'remind']],
    ['AlipaySecret', ['alipay', 'remind']],
    ['TencentSecret', ['sms']],
    ['EdgeSecret', ['account']],
  ])('%s is read by %s', (secret, readers) => {
    const may = deployedUnits.filter(
      ({ statements }) => actionsOn(statements, new RegExp(secret)).length > 0,
    );
    expect(may.map((one) => one.unit).sort()).toEqual(readers);
    for (const { statements } of may) {
      expect(actionsOn(statements, new RegExp(secret))).toEqual(['secretsmanager:GetSecretValue']);
    }
  });

  test('no role may use the tables’ key by itself', () => {
    expect(actionsOn(everyStatement, /TableKey/)).toEqual([]);
  });

  test('what the code reads of its environment is there', () => {
    expect(unit('account').environment).toMatchObject({
      STAGE: 'prod',
      KEYS_FROM: { 'Fn::Join': ['', ['secret:', expect.anything()]] },
      SEAL_WITH: { 'Fn::Join': ['', ['kms:', expect.anything()]] },
      SMS_VIA: { 'Fn::Join': ['', ['queue:', expect.anything()]] },
      WECHAT_SECRET: expect.anything(),
      EDGE_SECRET: expect.anything(),
    });
    expect(Object.keys(unit('alipay').environment)).toEqual(
      expect.arrayContaining(['KEYS_FROM', 'ALIPAY_SECRET']),
    );
    expect(unit('poster').environment).toMatchObject({ SITE: 'none', WECHAT_CODES: 'off' });
    expect(unit('sms').environment).toMatchObject({
      SMS_PROVIDER: 'tencent',
      SMS_SECRET: expect.anything(),
    });
    for (const name of ['recompute', 'rollup', 'sms'] as const) {
      expect(unit(name).environment).not.toHaveProperty('KEYS_FROM');
    }
  });
});

describe('files', () => {
  const folders: Readonly<Record<string, readonly string[]>> = {
    report: ['incoming', 'photos'],
    escalation: ['incoming', 'photos'],
    sheet: ['incoming'],
    batch: ['incoming'],
  };

  test.each(units)(
    '%s: puts into and fetches from its folders, and lists or deletes none',
    (name) => {
      const { statements, environment } = unit(name);
      const ofFiles = statements.filter(({ Action }) => listed(Action)[0]?.startsWith('s3:'));
      const resources = JSON.stringify(ofFiles.map(({ Resource }) => Resource));
      expect([...resources.matchAll(/(\w+)\/\*"/g)].map(([, folder]) => folder)).toEqual(
        folders[name] ?? [],
      );
      expect([...new Set(ofFiles.flatMap(({ Action }) => Action))].sort()).toEqual(
        name in folders ? ['s3:GetObject', 's3:PutObject'] : [],
      );
      expect('UPLOADS_IN' in environment).toBe(name in folders);
    },
  );
});

describe('SMS', () => {
  const sns = unitsOf(deployed({ sms: 'sns' }));
  const publishes = (among: readonly DeployedUnit[]) =>
    among.flatMap(({ unit: name, statements }) =>
      statements
        .filter(({ Action }) => listed(Action).includes('sns:Publish'))
        .map(({ Resource, NotResource }) => ({ name, Resource, NotResource })),
    );

  test('by Tencent: no right to SNS', () => {
    expect(publishes(deployedUnits)).toEqual([]);
  });
  test('by SNS: to telephones and no topic, without Tencent’s secret', () => {
    expect(publishes(sns)).toEqual([
      { name: 'sms', Resource: undefined, NotResource: 'arn:aws:sns:*:*:*' },
    ]);
    expect(sns.flatMap(({ statements }) => actionsOn(statements, /TencentSecret/))).toEqual([]);
    expect(sns.find((one) => one.unit === 'sms')!.environment).toMatchObject({
      SMS_PROVIDER: 'sns',
    });
  });
  test('only sign-in, an escalation and a purchase put into the queue, only sms takes out', () => {
    const may = (action: string) =>
      deployedUnits
        .filter(({ statements }) => statements.some((one) => listed(one.Action).includes(action)))
        .map((one) => one.unit)
        .sort();
    expect(may('sqs:SendMessage')).toEqual([
      'account',
      'erase',
      'escalation',
      'positives',
      'purchase',
      'recompute',
      'reminders',
      'rollup',
    ]); // jobs: their own failures
    for (const job of ['erase', 'positives', 'recompute', 'reminders', 'rollup'])
      expect(actionsOn(unit(job).statements, /JobsDead/)).toEqual(['sqs:SendMessage']);
    expect(actionsOn(unit('reminders').statements, /"Reminders[0-9A-F]{8}"/)).toEqual([
      'sqs:SendMessage',
    ]);
    expect(may('sqs:ReceiveMessage')).toEqual(['remind', 'sms']);
  });
});

test('a resource of * stands only where a service knows no other', () => {
  const wide = everyStatement.filter(({ Resource }) => listed(Resource).includes('*'));
  const actions = new Set(wide.flatMap(({ Action }) => Action).map((one) => one.split(':')[0]));
  expect([...actions].sort()).toEqual(['logs', 'xray']);
  expect(everyAction.filter((action) => action.includes('*'))).toEqual([]);
});
