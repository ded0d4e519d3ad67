/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument -- templates are CloudFormation’s JSON */
import { describe, expect, test } from '@jest/globals';
import { folders } from '@yimatong/functions/core/folders';
import { type Table, type TableDefinition, tables } from '@yimatong/functions/core/tables';
import { deployed, type Resource } from './deployed';

const all = deployed();
const globalTables = all.of('AWS::DynamoDB::GlobalTable', 'data');
const names = Object.keys(tables) as Table[];
const table = (name: Table): Resource =>
  Object.entries(globalTables).find(([id]) => new RegExp(`^${name}Table[0-9A-F]{8}$`).test(id))![1];

test('every table of the definition is deployed, and no other', () => {
  expect(Object.keys(globalTables)).toHaveLength(names.length);
  expect(all.of('AWS::DynamoDB::Table')).toEqual({});
});

describe.each(names)('table %s', (name) => {
  const { DeletionPolicy, UpdateReplacePolicy, Properties } = table(name);
  const [replica] = Properties.Replicas;

  test('is encrypted with a key of ours', () => {
    expect(Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(replica.SSESpecification.KMSMasterKeyId).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^TableKey/), 'Arn'],
    });
  });
  test('can be restored to any second of 35 days', () => {
    expect(replica.PointInTimeRecoverySpecification).toMatchObject({
      PointInTimeRecoveryEnabled: true,
    });
  });
  test('is protected, and stays when its stack goes', () => {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });
  test('is paid by the request', () => {
    expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
  });
  test('has its keys, its indexes, and an end of life only where the definition says so', () => {
    const { expires, indexes = {} }: TableDefinition = tables[name];
    expect(Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(Properties.TimeToLiveSpecification).toEqual(
      expires ? { AttributeName: 'endsAt', Enabled: true } : undefined,
    );
    const laid = (Properties.GlobalSecondaryIndexes ?? []) as {
      IndexName: string;
      KeySchema: { AttributeName: string }[];
      Projection: { ProjectionType: string };
    }[];
    const read = Object.fromEntries(
      laid.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        {
          partitionKey: KeySchema[0]!.AttributeName,
          sortKey: KeySchema[1]!.AttributeName,
          projects: Projection.ProjectionType === 'ALL' ? 'all' : 'keys',
        },
      ]),
    );
    expect(read).toEqual(indexes);
  });
});

test('files are private, encrypted with a key of ours, and each folder has its end', () => {
  const [{ DeletionPolicy, Properties }] = Object.values(all.of('AWS::S3::Bucket', 'data')) as [
    Resource,
  ];
  expect(DeletionPolicy).toBe('Retain');
  expect(Object.values(Properties.PublicAccessBlockConfiguration as object)).toEqual(
    Array(4).fill(true),
  );
  const [{ ServerSideEncryptionByDefault }] =
    Properties.BucketEncryption.ServerSideEncryptionConfiguration;
  expect(ServerSideEncryptionByDefault).toEqual({
    SSEAlgorithm: 'aws:kms',
    KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(/^FileKey/), 'Arn'] },
  });
  const rules = Properties.LifecycleConfiguration.Rules as {
    Prefix: string;
    ExpirationInDays: number;
  }[];
  expect(
    Object.fromEntries(rules.map(({ Prefix, ExpirationInDays }) => [Prefix, ExpirationInDays])),
  ).toEqual(
    Object.fromEntries(
      Object.entries(folders).map(([folder, { keptDays }]) => [`${folder}/`, keptDays]),
    ),
  );
});

test('the data stack refuses to be deleted', () => {
  expect(all.stage.data.terminationProtection).toBe(true);
});

test('keys rotate and are kept', () => {
  const keys = Object.values(all.of('AWS::KMS::Key'));
  expect(keys).toHaveLength(4);
  for (const { DeletionPolicy, Properties } of keys) {
    expect([DeletionPolicy, Properties.EnableKeyRotation]).toEqual(['Retain', true]);
  }
});

test('the master secret is generated whole; all secrets are kept, under a key of ours', () => {
  const secrets = all.of('AWS::SecretsManager::Secret', 'data');
  for (const { DeletionPolicy, Properties } of Object.values(secrets)) {
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties.KmsKeyId).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^MachineryKey/), 'Arn'],
    });
  }
  const [, master] = Object.entries(secrets).find(([id]) => id.startsWith('MasterSecret'))!;
  const { SecretStringTemplate, GenerateStringKey, PasswordLength } =
    master.Properties.GenerateSecretString;
  expect([JSON.parse(SecretStringTemplate), GenerateStringKey]).toEqual([{ keyId: 1 }, 'master']);
  expect(PasswordLength).toBeGreaterThanOrEqual(64);
});

test('queues and the alarm topic are encrypted with a key of ours', () => {
  const key = expect.objectContaining({
    'Fn::ImportValue': expect.stringContaining('MachineryKey'),
  });
  const queues = Object.values(all.of('AWS::SQS::Queue'));
  expect(queues).toHaveLength(3);
  for (const { Properties } of queues) expect(Properties.KmsMasterKeyId).toEqual(key);
  for (const { Properties } of Object.values(all.of('AWS::SNS::Topic'))) {
    expect(Properties.KmsMasterKeyId).toEqual(key);
  }
});
