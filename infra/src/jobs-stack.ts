/**
 * What runs unasked: SMS out of a queue, the recompute, the roll-up and the reminders by the clock, the full pass over
 * everybody, the erasing of accounts that were deleted.
 * May be redeployed at any time: each job can be stopped and run again.
 */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  LogLevel,
  Pass,
  ProvideItems,
  QueryLanguage,
  StateMachine,
  StateMachineType,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack';
import { FeatureFunction, LOGS_KEPT } from './feature-function';
import { allow, maySend } from './grants';
import { accepted } from './nag';
import type { Settings } from './settings';

/** Segments that a full pass works on at a time. */
const AT_ONCE = 16;

export interface JobsStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
}

export class JobsStack extends Stack {
  readonly functions: readonly FeatureFunction[];
  readonly recompute: FeatureFunction;
  readonly erase: FeatureFunction;
  /** What organisations report at 22:00 and 08:00. */
  readonly rollup: FeatureFunction;
  readonly smsQueue: Queue;
  /** SMS that no provider took. */
  readonly smsDead: Queue;
  /** Reminders that no platform took. */
  readonly remindersDead: Queue;
  /** Runs that could not be started, or failed every time. */
  readonly jobsDead: Queue;
  /** The full pass over everybody. */
  readonly fullPass: StateMachine;

  private readonly data: DataStack;

  constructor(scope: Construct, id: string, { settings, data, ...props }: JobsStackProps) {
    super(scope, id, props);
    this.data = data;

    this.smsDead = this.queue('SmsDead', { retentionPeriod: Duration.days(1) });
    this.jobsDead = this.queue('JobsDead', { retentionPeriod: Duration.days(14) });
    this.smsQueue = this.queue('Sms', {
      // A login code is good for five minutes: three tries, a minute apart, and no later.
      visibilityTimeout: Duration.minutes(1),
      retentionPeriod: Duration.hours(1),
      deadLetterQueue: { queue: this.smsDead, maxReceiveCount: 3 },
    });

    const sms = new FeatureFunction(this, 'SmsFunction', { unit: 'sms', settings, data });
    sms.addEventSource(
      new SqsEventSource(this.smsQueue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: 10,
      }),
    );

    this.remindersDead = this.queue('RemindersDead', { retentionPeriod: Duration.days(1) });
    const remindersFunctions = this.reminders(settings);

    this.recompute = new FeatureFunction(this, 'RecomputeFunction', {
      unit: 'recompute',
      settings,
      data,
      memorySize: 1024,
      timeout: Duration.minutes(15), // it stops by itself before and says where
    });
    const { recompute } = this;
    this.triedAgain('Recompute', recompute);
    // A minute past: hourly, and just after midnight in Shanghai, in one schedule.
    this.everyHour('Hourly', 1, recompute, { job: 'pending' });

    this.erase = new FeatureFunction(this, 'EraseFunction', {
      unit: 'erase',
      settings,
      data,
      timeout: Duration.minutes(15), // what it did not come to, the next run does
    });
    this.triedAgain('Erase', this.erase);
    this.everyHour('HourlyErase', 31, this.erase, { job: 'erase' });

    // Whom a confirmation that was cut off has not told yet (V8).
    const positives = new FeatureFunction(this, 'PositivesFunction', {
      unit: 'positives',
      settings,
      data,
      timeout: Duration.minutes(5), // what it did not come to, the next run does
    });
    this.triedAgain('Positives', positives);
    const role = this.schedulerRole('Positives');
    allow(role, ['lambda:InvokeFunction'], [positives.functionArn]);
    this.schedule('Positives', 'rate(5 minutes)', role, positives.functionArn, {
      job: 'positives',
    });

    this.rollup = new FeatureFunction(this, 'RollupFunction', {
      unit: 'rollup',
      settings,
      data,
      memorySize: 1024,
      timeout: Duration.minutes(15), // what is not done by then, the next try does
    });
    this.triedAgain('Rollup', this.rollup, 6 * 3600);
    this.twiceADay(this.rollup);

    this.fullPass = this.passOverEverybody(recompute, settings);
    this.everyWeek(this.fullPass);

    // No event leads to it: an operator invokes it by hand (RUNBOOK, first deployment).
    const appoint = new FeatureFunction(this, 'AppointFunction', {
      unit: 'appoint',
      settings,
      data,
    });
    const publish = new FeatureFunction(this, 'PublishFunction', {
      unit: 'publish',
      settings,
      data,
    });
    this.functions = [
      sms,
      recompute,
      this.erase,
      this.rollup,
      appoint,
      publish,
      positives,
      ...remindersFunctions,
    ];
  }

  /** At seven in the evening, and what they send; a reminder of a day that is over is no use to anybody. */
  private reminders(settings: Settings): FeatureFunction[] {
    const { data, remindersDead } = this;
    const reminderQueue = this.queue('Reminders', {
      visibilityTimeout: Duration.minutes(5),
      retentionPeriod: Duration.hours(3),
      deadLetterQueue: { queue: remindersDead, maxReceiveCount: 5 },
    });
    const remind = new FeatureFunction(this, 'RemindFunction', {
      unit: 'remind',
      settings,
      data,
      timeout: Duration.minutes(1),
    });
    remind.addEventSource(
      new SqsEventSource(reminderQueue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: 10,
      }),
    );
    const reminders = new FeatureFunction(this, 'RemindersFunction', {
      unit: 'reminders',
      settings,
      data,
      reminderQueue,
      memorySize: 1024,
      timeout: Duration.minutes(15),
    });
    this.triedAgain('Reminders', reminders);
    const role = this.schedulerRole('Evening');
    allow(role, ['lambda:InvokeFunction'], [reminders.functionArn]);
    this.schedule('Evening', 'cron(0 19 * * ? *)', role, reminders.functionArn, { job: 'remind' });
    return [remind, reminders];
  }

  private queue(id: string, props: ConstructorParameters<typeof Queue>[2]): Queue {
    const queue = new Queue(this, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: this.data.machineryKey,
      enforceSSL: true,
      ...props,
    });
    if (!props?.deadLetterQueue) accepted(queue, { SQS3: 'It is the dead-letter queue.' });
    return queue;
  }

  /** An asynchronous run that fails is tried twice more, then lies with the dead. */
  private triedAgain(id: string, job: FeatureFunction, forSeconds = 3000): void {
    maySend(job, this.jobsDead, this.data.machineryKey);
    new CfnEventInvokeConfig(this, `${id}Tries`, {
      functionName: job.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: forSeconds,
      destinationConfig: { onFailure: { destination: this.jobsDead.queueArn } },
    });
  }

  private everyHour(id: string, minute: number, job: FeatureFunction, input: object): void {
    const role = this.schedulerRole(id);
    allow(role, ['lambda:InvokeFunction'], [job.functionArn]);
    this.schedule(id, `cron(${minute} * * * ? *)`, role, job.functionArn, input);
  }

  /** 22:00 by department, 08:00 in total, as the college’s notice asks (U7). */
  private twiceADay(rollup: FeatureFunction): void {
    const role = this.schedulerRole('Rollup');
    allow(role, ['lambda:InvokeFunction'], [rollup.functionArn]);
    const at = { evening: 'cron(0 22 * * ? *)', morning: 'cron(0 8 * * ? *)' };
    for (const [kind, expression] of Object.entries(at)) {
      const input = { job: 'rollup', kind };
      this.schedule(`Rollup-${kind}`, expression, role, rollup.functionArn, input);
    }
  }

  /** Sunday, 03:00 in Shanghai: finds what no pending change has told. */
  private everyWeek(fullPass: StateMachine): void {
    const role = this.schedulerRole('Weekly');
    allow(role, ['states:StartExecution'], [fullPass.stateMachineArn]);
    this.schedule('Weekly', 'cron(0 3 ? * SUN *)', role, fullPass.stateMachineArn, {});
  }

  private schedulerRole(id: string): Role {
    const role = new Role(this, `${id}Role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    maySend(role, this.jobsDead, this.data.machineryKey);
    return role;
  }

  private schedule(
    id: string,
    scheduleExpression: string,
    { roleArn }: Role,
    arn: string,
    input: object,
  ): void {
    new CfnSchedule(this, id, {
      scheduleExpression,
      scheduleExpressionTimezone: 'Asia/Shanghai',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn,
        roleArn,
        input: JSON.stringify(input),
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3000 },
        deadLetterConfig: { arn: this.jobsDead.queueArn },
      },
    });
  }

  /**
   * Each segment of the `code` table by itself: a part of it, the next from where that ended, until it is done.
   * What failed is tried again from its own cursor; a run that was stopped may simply be started anew.
   */
  private passOverEverybody(
    recompute: FeatureFunction,
    { segments, traced }: Settings,
  ): StateMachine {
    const part = LambdaInvoke.jsonata(this, 'Part', {
      lambdaFunction: recompute,
      // JSONata leaves out what is not there: the first part has no cursor.
      payload: TaskInput.fromText(
        `{% {"job": "segment", "segment": $states.input.segment, "of": ${segments}, "after": $states.input.after} %}`,
      ),
      outputs: '{% $merge([{"segment": $states.input.segment}, $states.result.Payload]) %}',
      retryOnServiceExceptions: false,
    });
    part.addRetry({
      errors: ['States.ALL'],
      interval: Duration.seconds(2),
      backoffRate: 2,
      maxAttempts: 6,
      maxDelay: Duration.minutes(2),
    });
    const done = Pass.jsonata(this, 'Done', {
      outputs: { segment: '{% $states.input.segment %}', counts: '{% $states.input.counts %}' },
    });
    part.next(
      Choice.jsonata(this, 'MoreToDo')
        .when(Condition.jsonata('{% $states.input.done %}'), done)
        .otherwise(part),
    );

    const everybody = DistributedMap.jsonata(this, 'EverySegment', {
      items: ProvideItems.jsonArray(
        Array.from({ length: segments }, (_, segment) => ({ segment })),
      ),
      mapExecutionType: StateMachineType.STANDARD,
      maxConcurrency: AT_ONCE,
    });
    everybody.itemProcessor(part);

    const machine = new StateMachine(this, 'FullPass', {
      definitionBody: DefinitionBody.fromChainable(everybody),
      queryLanguage: QueryLanguage.JSONATA,
      timeout: Duration.hours(12),
      tracingEnabled: traced,
      logs: {
        destination: new LogGroup(this, 'FullPassLogs', {
          // CloudWatch’s own prefix: other names fill the resource policy of the account.
          logGroupName: `/aws/vendedlogs/states/${this.stackName}-full-pass`,
          retention: LOGS_KEPT,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    const logicalId = (construct: Construct): string =>
      this.getLogicalId(construct.node.defaultChild as never);
    const executions = `arn:${this.partition}:states:${this.region}:<AWS::AccountId>:execution:{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${logicalId(machine)}"}]}]}`;
    const ofItself =
      'The map starts, watches and stops runs of this machine, whose names nobody knows before.';
    accepted(machine, {
      [`IAM5[Resource::${executions}:*]`]: ofItself,
      [`IAM5[Resource::${executions}/*:*]`]: ofItself,
      'IAM5[Resource::*]': 'Delivery of its logs, and X-Ray: both know no resources.',
      [`IAM5[Resource::<${logicalId(recompute)}.Arn>:*]`]: 'Versions of this one function.',
    });
    if (!traced) accepted(machine, { SF2: 'No X-Ray in China.' });
    return machine;
  }
}
