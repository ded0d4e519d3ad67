/**
 * What must never be lost: tables, keys, secrets. It outlives every other stack, is protected against deletion,
 * and stays when the stack goes. Tables come from the definition that `npm start` and the tests use.
 *
 * Still to come: a stream on `audit` into a bucket with object lock, because IAM cannot see the condition that
 * keeps a PutItem from overwriting.
 */
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret, type SecretStringGenerator } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { folders } from '@yimatong/functions/core/folders';
import { type Table, type TableDefinition, tables } from '@yimatong/functions/core/tables';
import { viaService } from './grants';
import { accepted } from './nag';

const names = Object.keys(tables) as Table[];
const string = (name: string) => ({ name, type: AttributeType.STRING });

const indexesOf = ({ indexes = {} }: TableDefinition): GlobalSecondaryIndexPropsV2[] =>
  Object.entries(indexes).map(([indexName, { partitionKey, sortKey, projects }]) => ({
    indexName,
    partitionKey: string(partitionKey),
    sortKey: string(sortKey),
    projectionType: projects === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
  }));

export class DataStack extends Stack {
  readonly tables: Readonly<Record<Table, TableV2>>;
  /** What is too large for a table, by folder (functions/src/core/folders.ts). */
  readonly files: Bucket;
  /** Wraps the data keys that seal people’s details. Without it nobody’s name can be read again. */
  readonly sealKey: Key;
  /** Queues, alarms, secrets: what runs, not what is known about people. */
  readonly machineryKey: Key;
  /** `{ keyId, master }`: everything that is signed or looked up is derived from it (functions/src/core/keys.ts). */
  readonly masterSecret: Secret;
  /** `{ appid, secret }` of the WeChat mini-program. */
  readonly wechatSecret: Secret;
  /** `{ appId, privateKey, alipayPublicKey }` of the Alipay mini-program. */
  readonly alipaySecret: Secret;
  /** `{ secretId, secretKey, sdkAppId, signName, templates: { 'login-code', 'leave-code', 'medicine-bought', 'escalation' } }` of Tencent Cloud SMS. */
  readonly tencentSecret: Secret;
  /** What CloudFront shows the API, so that a caller’s address is believed from it alone. */
  readonly edgeSecret: Secret;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });

    const tableKey = this.key('TableKey', 'Tables');
    tableKey.addToResourcePolicy(through('dynamodb', this));
    this.sealKey = this.key('SealKey', 'Data keys that seal people’s details');
    this.machineryKey = this.key('MachineryKey', 'Queues, alarms and secrets');
    this.machineryKey.addToResourcePolicy(forAlarms(this));

    this.tables = Object.fromEntries(
      names.map((name) => [name, this.table(name, tables[name], tableKey)]),
    ) as Record<Table, TableV2>;

    this.files = this.bucket();
    new CfnOutput(this, 'FilesAddress', {
      description:
        'Whither clients post files: upload domain of the mini-programs, YIMATONG_FILES of the H5',
      value: `https://${this.files.bucketRegionalDomainName}`,
    });

    this.masterSecret = this.secret('MasterSecret', 'Master of the province’s keys', {
      secretStringTemplate: JSON.stringify({ keyId: 1 }),
      generateStringKey: 'master',
      passwordLength: 96,
      excludePunctuation: true,
    });
    this.edgeSecret = this.secret('EdgeSecret', 'CloudFront’s word to the API', {
      passwordLength: 48,
      excludePunctuation: true,
    });
    this.wechatSecret = this.secret('WechatSecret', 'WeChat {appid, secret}; put by hand');
    this.alipaySecret = this.secret(
      'AlipaySecret',
      'Alipay {appId, privateKey, alipayPublicKey}; put by hand',
    );
    this.tencentSecret = this.secret(
      'TencentSecret',
      'Tencent SMS {secretId, secretKey, sdkAppId, signName, templates: {login-code, leave-code, medicine-bought, escalation}}; put by hand',
    );
  }

  private key(id: string, description: string): Key {
    return new Key(this, id, {
      description: `${this.stackName}: ${description}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private table(name: Table, definition: TableDefinition, tableKey: Key): TableV2 {
    return new TableV2(this, `${name}Table`, {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(tableKey),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: indexesOf(definition),
      ...(definition.expires && { timeToLiveAttribute: 'endsAt' }),
    });
  }

  /** Private: whoever posts or fetches does it by a signed form or through a function. */
  private bucket(): Bucket {
    const fileKey = this.key('FileKey', 'Files that people brought');
    fileKey.addToResourcePolicy(through('s3', this));
    const files = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: fileKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      // A browser posts from the product’s own page, whose address the stage may not know; the form is signed.
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: ['*'], allowedHeaders: ['*'] }],
      lifecycleRules: Object.entries(folders).map(([folder, { keptDays }]) => ({
        id: folder,
        prefix: `${folder}/`,
        expiration: Duration.days(keptDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      })),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accepted(files, {
      S1: 'Each look is written to the audit by the function that fetches the file.',
    });
    return files;
  }

  /** A secret; without `generated`, a random placeholder that the operator replaces (RUNBOOK, first deployment). */
  private secret(id: string, description: string, generated: SecretStringGenerator = {}): Secret {
    const secret = new Secret(this, id, {
      description,
      encryptionKey: this.machineryKey,
      generateSecretString: generated,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accepted(secret, {
      SMG4: 'Changed by hand: keys rotate by a new generation in front of the old (core/keys.ts), the others at their issuer.',
    });
    return secret;
  }
}

/** Whoever may use a table or a file may use its key, but only through the service: no function can decrypt by itself. */
const through = (service: 'dynamodb' | 's3', { account, region }: Stack): PolicyStatement =>
  new PolicyStatement({
    principals: [new AnyPrincipal()],
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:DescribeKey',
      'kms:CreateGrant',
    ],
    resources: ['*'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': account,
        'kms:ViaService': viaService(service, region),
      },
    },
  });

/** Alarms and events reach the encrypted topic. */
const forAlarms = ({ account }: Stack): PolicyStatement =>
  new PolicyStatement({
    principals: ['cloudwatch', 'events'].map(
      (name) => new ServicePrincipal(`${name}.amazonaws.com`),
    ),
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:SourceAccount': account } },
  });
