/** Alarms: few, each with a heading in RUNBOOK.md that says what it means, where to look, what to do. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern, type JsonPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Table, type TableDefinition, tables } from '@yimatong/functions/core/tables';
import type { ApiStack } from './api-stack';
import type { DataStack } from './data-stack';
import type { FeatureFunction } from './feature-function';
import type { JobsStack } from './jobs-stack';
import type { Settings } from './settings';

/** The headings of RUNBOOK.md, word for word. */
export const headings = {
  failing: 'The API answers 5xx',
  slow: 'The API is slow',
  functionFails: 'A function fails',
  functionThrottled: 'A function is throttled',
  smsDead: 'SMS are not sent',
  remindersDead: 'Reminders are not sent',
  jobDead: 'A job could not be run',
  recomputeStopped: 'The recompute has stopped',
  rollupMissing: 'A roll-up is missing',
  fullPassFailed: 'The full pass failed',
  eraseStopped: 'Deleted accounts are not erased',
  tableThrottled: 'A table is throttled',
  tableFails: 'A table answers with errors',
  keyTaken: 'A key or a secret is being taken away',
} as const;
type Heading = keyof typeof headings;

/** The line that an alarm carries: a link to its heading, by GitHub’s rule for anchors. */
export const linkTo = (heading: Heading): string =>
  `infra/RUNBOOK.md#${headings[heading].toLowerCase().replaceAll(' ', '-')}`;

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);
const HOUR = Duration.hours(1);

interface When {
  readonly above?: number;
  readonly below?: number;
  /** Periods in a row. */
  readonly periods?: number;
  /** No figure at all is itself the alarm. */
  readonly silenceIsBad?: boolean;
}

export interface AlarmsStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly jobs: JobsStack;
  readonly api: ApiStack;
}

export class AlarmsStack extends Stack {
  private readonly topic: ITopic;

  constructor(
    scope: Construct,
    id: string,
    { settings, data, jobs, api, ...props }: AlarmsStackProps,
  ) {
    super(scope, id, props);
    this.topic = this.topicOf(settings, data);

    this.ofApi(api.api);
    for (const one of [...api.functions, ...jobs.functions]) this.ofFunction(one);
    for (const name of Object.keys(tables) as Table[]) this.ofTable(name, data);

    this.ofDead('smsDead', 'SmsDead', jobs.smsDead);
    this.ofDead('remindersDead', 'RemindersDead', jobs.remindersDead);
    this.ofDead('jobDead', 'JobsDead', jobs.jobsDead);
    this.ofHourly('recomputeStopped', 'Recompute', jobs.recompute, settings, [
      FilterPattern.stringValue('$.message', '=', 'recompute.finished'),
      FilterPattern.stringValue('$.job', '=', 'pending'),
      FilterPattern.booleanValue('$.done', true),
    ]);
    this.ofHourly('eraseStopped', 'Erase', jobs.erase, settings, [
      FilterPattern.stringValue('$.message', '=', 'erase.finished'),
    ]);
    this.ofRollup(jobs, settings);
    const failures = new MathExpression({
      expression: 'failed + timedOut + aborted',
      usingMetrics: {
        failed: jobs.fullPass.metricFailed(),
        timedOut: jobs.fullPass.metricTimedOut(),
        aborted: jobs.fullPass.metricAborted(),
      },
      period: FIVE_MINUTES,
    });
    this.alarm('fullPassFailed', 'FullPassFailed', failures, { above: 0 });
    this.ofKeys();
  }

  private topicOf(settings: Settings, { machineryKey }: DataStack): ITopic {
    if (settings.alarmTopicArn !== undefined) {
      return Topic.fromTopicArn(this, 'Topic', settings.alarmTopicArn);
    }
    const topic = new Topic(this, 'Topic', { masterKey: machineryKey, enforceSSL: true });
    if (settings.alarmEmail !== undefined) {
      topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    }
    return topic;
  }

  private ofApi(api: HttpApi): void {
    const share = new MathExpression({
      expression: 'IF(calls > 20, 100 * failed / calls, 0)',
      usingMetrics: {
        failed: api.metricServerError({ statistic: 'Sum', period: MINUTE }),
        calls: api.metricCount({ statistic: 'Sum', period: MINUTE }),
      },
      period: MINUTE,
      label: '% of calls',
    });
    this.alarm('failing', 'ApiFailing', share, { above: 1, periods: 3 });
    const p99 = api.metricLatency({ statistic: 'p99', period: FIVE_MINUTES });
    this.alarm('slow', 'ApiSlow', p99, { above: 2000, periods: 2 }); // ms
  }

  private ofFunction(one: FeatureFunction): void {
    const per = { period: FIVE_MINUTES, statistic: 'Sum' };
    this.alarm('functionFails', `${one.unit}Fails`, one.metricErrors(per), {
      above: 0,
      periods: 2,
    });
    this.alarm('functionThrottled', `${one.unit}Throttled`, one.metricThrottles(per), { above: 0 });
  }

  private ofDead(heading: Heading, id: string, queue: IQueue): void {
    const waiting = queue.metricApproximateNumberOfMessagesVisible({
      period: MINUTE,
      statistic: 'Maximum',
    });
    this.alarm(heading, id, waiting, { above: 0 });
  }

  /** An hourly job says in its log when it came to its end; what it does not say for two hours is the alarm. */
  private ofHourly(
    heading: Heading,
    id: string,
    { logGroup }: FeatureFunction,
    { stage }: Settings,
    said: readonly JsonPattern[],
  ): void {
    const finished = new MetricFilter(this, `${id}Finished`, {
      logGroup,
      filterPattern: FilterPattern.all(...said),
      metricNamespace: `Yimatong/${stage}`,
      metricName: `${id}Finished`,
      metricValue: '1',
    });
    this.alarm(heading, `${id}Stopped`, finished.metric({ statistic: 'Sum', period: HOUR }), {
      below: 1,
      periods: 2,
      silenceIsBad: true,
    });
  }

  /** Two roll-ups a day say in their log that they came to their end. */
  private ofRollup({ rollup }: JobsStack, { stage }: Settings): void {
    const finished = new MetricFilter(this, 'RollupFinished', {
      logGroup: rollup.logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'rollup.finished'),
      metricNamespace: `Yimatong/${stage}`,
      metricName: 'RollupFinished',
      metricValue: '1',
    });
    this.alarm(
      'rollupMissing',
      'RollupMissing',
      finished.metric({ statistic: 'Sum', period: Duration.days(1) }),
      { below: 2, silenceIsBad: true },
    );
  }

  private ofTable(name: Table, data: DataStack): void {
    const { tableName } = data.tables[name];
    const { indexes = {} }: TableDefinition = tables[name];
    const sum = (metricName: string, dimensions: Record<string, string> = {}): Metric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: tableName, ...dimensions },
        statistic: 'Sum',
        period: FIVE_MINUTES,
      });
    const added = (metrics: readonly Metric[]): MathExpression =>
      new MathExpression({
        expression: metrics.map((_, i) => `FILL(m${i}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
        period: FIVE_MINUTES,
      });

    const places = [
      {},
      ...Object.keys(indexes).map((index) => ({ GlobalSecondaryIndexName: index })),
    ];
    const throttled = places.flatMap((where) =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((event) => sum(event, where)),
    );
    this.alarm('tableThrottled', `${name}TableThrottled`, added(throttled), {
      above: 0,
      periods: 2,
    });

    const operations = [
      'GetItem',
      'BatchGetItem',
      'Query',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'TransactWriteItems',
      'Scan',
    ];
    const failed = operations.map((Operation) => sum('SystemErrors', { Operation }));
    this.alarm('tableFails', `${name}TableFails`, added(failed), { above: 0, periods: 2 });
  }

  /** Not a figure but an event: CloudTrail must be on (RUNBOOK, first deployment). */
  private ofKeys(): void {
    new Rule(this, 'KeyTaken', {
      description: linkTo('keyTaken'),
      eventPattern: {
        source: ['aws.kms', 'aws.secretsmanager'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventName: ['ScheduleKeyDeletion', 'DisableKey', 'DeleteSecret'] },
      },
      targets: [
        new SnsTopic(this.topic, {
          message: RuleTargetInput.fromText(`${headings.keyTaken}: ${linkTo('keyTaken')}`),
        }),
      ],
    });
  }

  private alarm(
    heading: Heading,
    id: string,
    metric: IMetric,
    { above, below, periods = 1, silenceIsBad = false }: When,
  ): void {
    new Alarm(this, id, {
      alarmName: `${this.stackName}-${id}`,
      alarmDescription: `${headings[heading]}: ${linkTo(heading)}`,
      metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        above === undefined
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}
