/** The one construct: a Lambda with its row of `access`, its line of `needs`, and nothing else. */
import { fileURLToPath } from 'node:url';
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  access,
  actionsOf,
  type Right,
  type Unit,
  unitEntries,
} from '@yimatong/functions/core/access';
import type { Folder } from '@yimatong/functions/core/folders';
import { type Table, type TableDefinition, tables } from '@yimatong/functions/core/tables';
import type { DataStack } from './data-stack';
import { allow, mayReadSecret, maySend } from './grants';
import { accepted } from './nag';
import { type Need, needs } from './needs';
import type { Settings } from './settings';

/** 网络安全法: six months at least, and 180 days are less than six months. As the statement says (core/retention.ts). */
export const LOGS_KEPT = RetentionDays.ONE_YEAR;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The two halves of the face that cards and posters are written in. */
const withFonts: ICommandHooks = {
  beforeInstall: () => [],
  beforeBundling: () => [],
  afterBundling: (from, to) => [
    `cp ${from}/node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-{chinese-simplified,latin}-400-normal.woff ${to}`,
  ],
};

export interface FeatureFunctionProps {
  readonly unit: Unit;
  readonly settings: Settings;
  readonly data: DataStack;
  /** SMS waiting to be sent: for units that need it. */
  readonly smsQueue?: IQueue;
  /** Reminders waiting to be sent: for units that need it. */
  readonly reminderQueue?: IQueue;
  readonly memorySize?: number; // MiB
  readonly timeout?: Duration;
}

export class FeatureFunction extends NodejsFunction {
  readonly unit: Unit;

  constructor(
    scope: Construct,
    id: string,
    {
      unit,
      settings,
      data,
      smsQueue,
      reminderQueue,
      memorySize = 512,
      timeout,
    }: FeatureFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Logs`, { retention: LOGS_KEPT });
    // A role of its own instead of AWSLambdaBasicExecutionRole: it writes to its own log and no other.
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    allow(role, ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);

    super(scope, id, {
      description: `${settings.stage}: ${unit}`,
      entry: `${root}functions/src/${unitEntries[unit]}`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: settings.runtime,
      architecture: settings.architecture,
      tracing: settings.traced ? Tracing.ACTIVE : Tracing.DISABLED,
      memorySize,
      timeout: timeout ?? Duration.seconds(10),
      role,
      logGroup,
      environment: {
        STAGE: settings.stage,
        NODE_OPTIONS: '--enable-source-maps',
      },
      bundling: {
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        // The SDK too: bundled it loads faster than the runtime’s own, and it is the one that was tested.
        externalModules: [],
        // CommonJS dependencies call `require`, which an ES module does not have.
        ...(needs[unit].includes('fonts') && { commandHooks: withFonts }),
        banner:
          "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
      },
    });
    this.unit = unit;
    if (settings.runtime !== Runtime.NODEJS_24_X) {
      accepted(this, { L1: 'An older runtime was asked for: the region has no newer one yet.' });
    }
    if (settings.traced) {
      accepted(role, { 'IAM5[Resource::*]': 'X-Ray: PutTraceSegments knows no resources.' });
    }

    for (const [table, right] of Object.entries(access[unit]) as [Table, Right][]) {
      this.grantTable(data, table, right);
    }
    for (const need of needs[unit])
      this.grantNeed(need, settings, data, { smsQueue, reminderQueue });
  }

  private grantTable(data: DataStack, table: Table, right: Right): void {
    const { tableArn, tableName } = data.tables[table];
    allow(this, actionsOf[right], [tableArn]);
    const { indexes = {} }: TableDefinition = tables[table];
    if (actionsOf[right].includes('dynamodb:Query')) {
      for (const index of Object.keys(indexes)) {
        allow(this, ['dynamodb:Query'], [`${tableArn}/index/${index}`]);
      }
    }
    this.addEnvironment(`${table.toUpperCase()}_TABLE`, tableName);
  }

  private grantNeed(
    need: Need,
    settings: Settings,
    data: DataStack,
    { smsQueue, reminderQueue }: Record<'smsQueue' | 'reminderQueue', IQueue | undefined>,
  ): void {
    const secret = (name: string, of: Secret, value = of.secretArn): void => {
      mayReadSecret(this, of, data.machineryKey);
      this.addEnvironment(name, value);
    };
    const seal = (...actions: string[]): void => {
      allow(this, actions, [data.sealKey.keyArn]);
      this.addEnvironment('SEAL_WITH', `kms:${data.sealKey.keyArn}`);
    };
    const files = (folder: Folder): void => {
      allow(this, ['s3:GetObject', 's3:PutObject'], [`${data.files.bucketArn}/${folder}/*`]);
      this.addEnvironment('UPLOADS_IN', `bucket:${data.files.bucketName}`);
      // The bucket is the data stack's: cdk-nag names what another stack exports by the export.
      const { 'Fn::ImportValue': name } = Stack.of(this).resolve(
        data.exportValue(data.files.bucketArn),
      ) as { 'Fn::ImportValue': string };
      accepted(this.role!, {
        [`IAM5[Resource::${name}/${folder}/*]`]:
          'A folder of the bucket: its files are named by their records.',
      });
    };
    const grant: Readonly<Record<Need, () => void>> = {
      keys: () => secret('KEYS_FROM', data.masterSecret, `secret:${data.masterSecret.secretArn}`),
      seal: () => seal('kms:GenerateDataKey', 'kms:Decrypt'),
      open: () => seal('kms:Decrypt'),
      queue: () => {
        if (!smsQueue) throw new Error(`${this.unit} needs the SMS queue`);
        maySend(this, smsQueue, data.machineryKey);
        this.addEnvironment('SMS_VIA', `queue:${smsQueue.queueUrl}`);
      },
      sms: () => {
        this.addEnvironment('SMS_PROVIDER', settings.smsProvider);
        if (settings.smsProvider === 'tencent') secret('SMS_SECRET', data.tencentSecret);
        else this.mayText();
      },
      reminders: () => {
        if (!reminderQueue) throw new Error(`${this.unit} needs the queue of reminders`);
        maySend(this, reminderQueue, data.machineryKey);
        this.addEnvironment('REMINDERS_VIA', `queue:${reminderQueue.queueUrl}`);
      },
      templates: () => void this.addEnvironment('REMINDER_TEMPLATES', settings.reminderTemplates),
      uploads: () => files('incoming'),
      photos: () => files('photos'),
      site: () => {
        // Without a name of one's own there is none to print: CloudFront's is laid after this function.
        const { domain, wechatCodes } = settings;
        this.addEnvironment('SITE', domain ? `https://${domain.name}` : 'none');
        this.addEnvironment('WECHAT_CODES', wechatCodes);
      },
      fonts: () => this.addEnvironment('FONTS_IN', '/var/task'),
      wechat: () => secret('WECHAT_SECRET', data.wechatSecret),
      alipay: () => secret('ALIPAY_SECRET', data.alipaySecret),
      edge: () => secret('EDGE_SECRET', data.edgeSecret),
    };
    grant[need]();
  }

  /** SNS, to telephones alone: a number has no ARN, so everything that has one is left out. */
  private mayText(): void {
    this.addToRolePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        notResources: [`arn:${Stack.of(this).partition}:sns:*:*:*`],
      }),
    );
  }
}
