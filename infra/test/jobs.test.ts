/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- templates are CloudFormation’s JSON */
import { describe, expect, test } from '@jest/globals';
import { actionsOn, deployed, listed, statementsByRole } from './deployed';

const all = deployed({ segments: '8' });

describe('schedules', () => {
  const schedules = Object.values(all.of('AWS::Scheduler::Schedule')).map((one) => one.Properties);
  const recompute = schedules.find(({ Target }) => Target.Input.includes('pending'));
  const erase = schedules.find(({ Target }) => Target.Input.includes('erase'));
  const evening = schedules.find(({ Target }) => Target.Input.includes('remind'));
  const fullPass = schedules.find(({ Target }) => Target.Input === '{}');
  const rollups = schedules.filter(({ Target }) => Target.Input.includes('rollup'));

  test('keep Shanghai’s time, to the minute, and leave what failed where an alarm sees it', () => {
    expect(schedules).toHaveLength(7);
    for (const schedule of schedules) {
      expect(schedule).toMatchObject({
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^JobsDead/), 'Arn'] } },
        },
      });
    }
  });
  test('the recompute: a minute past every hour, hence at 00:01 too', () => {
    expect(recompute.ScheduleExpression).toBe('cron(1 * * * ? *)');
    expect(JSON.parse(recompute.Target.Input)).toEqual({ job: 'pending' });
  });
  test('the erasing of deleted accounts: every hour', () => {
    expect(erase.ScheduleExpression).toBe('cron(31 * * * ? *)');
  });
  test('whom a confirmed positive result has still to tell: every five minutes', () => {
    const positives = schedules.find(({ Target }) => Target.Input.includes('positives'));
    expect(positives?.ScheduleExpression).toBe('rate(5 minutes)');
  });
  test('reminders: seven in the evening', () => {
    expect(evening.ScheduleExpression).toBe('cron(0 19 * * ? *)');
  });
  test('the roll-ups: 22:00 by department, 08:00 in total', () => {
    const times = rollups.map(({ ScheduleExpression, Target }) => [
      JSON.parse(Target.Input),
      ScheduleExpression,
    ]);
    expect(times).toHaveLength(2);
    expect(times).toEqual(
      expect.arrayContaining([
        [{ job: 'rollup', kind: 'evening' }, 'cron(0 22 * * ? *)'],
        [{ job: 'rollup', kind: 'morning' }, 'cron(0 8 * * ? *)'],
      ]),
    );
  });
  test('the full pass: Sunday, 03:00', () => {
    expect(fullPass.ScheduleExpression).toBe('cron(0 3 ? * SUN *)');
  });
  test('each may start its own thing and report its failure, nothing else', () => {
    const byRole = statementsByRole(all);
    const rights = (schedule: typeof recompute) =>
      byRole
        .get(schedule.Target.RoleArn['Fn::GetAtt'][0])!
        .flatMap(({ Action }) => Action)
        .sort();
    const report = ['kms:Decrypt', 'kms:GenerateDataKey', 'sqs:SendMessage'];
    for (const one of [recompute, erase, evening, ...rollups])
      expect(rights(one)).toEqual([...report, 'lambda:InvokeFunction'].sort());
    expect(rights(fullPass)).toEqual([...report, 'states:StartExecution'].sort());
  });
});

describe('SMS', () => {
  const queues = Object.entries(all.of('AWS::SQS::Queue'));

  test('one message that fails goes back alone, and after three tries to the dead', () => {
    const sources = Object.values(all.of('AWS::Lambda::EventSourceMapping'));
    expect(sources).toHaveLength(2);
    for (const { Properties } of sources)
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const [, sms] = queues.find(([id]) => /^Sms[0-9A-F]{8}$/.test(id))!;
    expect(sms.Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^SmsDead/), 'Arn'] },
      maxReceiveCount: 3,
    });
  });
  test('reminders too, and after five tries', () => {
    const [, reminders] = queues.find(([id]) => /^Reminders[0-9A-F]{8}$/.test(id))!;
    expect(reminders.Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^RemindersDead/), 'Arn'] },
      maxReceiveCount: 5,
    });
  });
  test('numbers, codes and identities lie about for no longer than a day', () => {
    const kept = queues
      .filter(([id]) => /^(Sms|Reminders)/.test(id))
      .map(([, { Properties }]) => Properties.MessageRetentionPeriod as number);
    expect(Math.max(...kept)).toBeLessThanOrEqual(86_400);
  });
});

describe('the full pass', () => {
  const [machine] = Object.values(all.of('AWS::StepFunctions::StateMachine'));
  const definition = JSON.parse(
    (machine!.Properties.DefinitionString['Fn::Join'][1] as unknown[])
      .map((part) => (typeof part === 'string' ? part : 'X'))
      .join(''),
  );
  const map = definition.States.EverySegment;
  const { Part, MoreToDo } = map.ItemProcessor.States;

  test('goes over every segment once, a limited number at a time', () => {
    expect(map.Items).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((segment) => ({ segment })));
    expect(map.ItemProcessor.ProcessorConfig).toMatchObject({ Mode: 'DISTRIBUTED' });
    expect(map.MaxConcurrency).toBeLessThanOrEqual(16);
  });
  test('goes on from the cursor until the segment is done', () => {
    expect(Part.Arguments.Payload).toBe(
      '{% {"job": "segment", "segment": $states.input.segment, "of": 8, "after": $states.input.after} %}',
    );
    expect(Part.Next).toBe('MoreToDo');
    expect(MoreToDo.Choices).toEqual([{ Condition: '{% $states.input.done %}', Next: 'Done' }]);
    expect(MoreToDo.Default).toBe('Part');
  });
  test('tries a part again before it gives up', () => {
    expect(Part.Retry).toEqual([
      expect.objectContaining({ ErrorEquals: ['States.ALL'], MaxAttempts: 6 }),
    ]);
  });
  test('may invoke the recompute and run its own map; logs no data', () => {
    const role = machine!.Properties.RoleArn['Fn::GetAtt'][0] as string;
    const statements = statementsByRole(all).get(role)!;
    const services = statements.flatMap(({ Action }) => Action).map((one) => one.split(':')[0]);
    expect([...new Set(services)].sort()).toEqual(['lambda', 'logs', 'states', 'xray']);
    expect(actionsOn(statements, /RecomputeFunction/)).toEqual(['lambda:InvokeFunction']);
    for (const { Action, Resource } of statements) {
      if (listed(Action).some((one) => one.startsWith('states:'))) {
        expect(JSON.stringify(Resource)).toContain('FullPass');
      }
    }
    expect(machine!.Properties.LoggingConfiguration.IncludeExecutionData).toBe(false);
  });
});

test('a run of a job that failed three times lies with the dead', () => {
  const configs = Object.values(all.of('AWS::Lambda::EventInvokeConfig'));
  expect(configs).toHaveLength(5);
  for (const { Properties } of configs) {
    expect(Properties).toMatchObject({
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^JobsDead/), 'Arn'] } },
      },
    });
  }
});
