/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- templates are CloudFormation’s JSON */
import { describe, expect, test } from '@jest/globals';
import { tables } from '@yimatong/functions/core/tables';
import { headings } from '../src/alarms-stack';
import { deployed, infra, units } from './deployed';

const all = deployed({ alarmEmail: 'duty@example.org' });
const alarms = Object.values(all.of('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const rules = Object.values(all.of('AWS::Events::Rule')).map(({ Properties }) => Properties);

const runbook = infra('RUNBOOK.md');
const [, alarmsChapter = ''] = /\n# Alarms\n([\s\S]*?)(?=\n# |$)/.exec(runbook) ?? [];
const sections = alarmsChapter.split(/\n## /).slice(1);
/** GitHub’s anchors. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const anchors = sections.map((section) => anchorOf(section.split('\n')[0]!));

/** The anchors that what can alarm links to. */
const linked = new Set(
  [...alarms.map((one) => one.AlarmDescription), ...rules.map((one) => one.Description)].map(
    (description) => /infra\/RUNBOOK\.md#(\S+)$/.exec(description as string)?.[1],
  ),
);

describe('the runbook', () => {
  test('every alarm links to a heading that is there, every heading has an alarm', () => {
    expect([...linked].sort()).toEqual([...anchors].sort());
    expect(anchors.sort()).toEqual(Object.values(headings).map(anchorOf).sort());
  });

  test.each(sections.map((section) => [section.split('\n')[0]!, section]))(
    '%s: what it means, what to look at, what to do',
    (_, section) => {
      for (const part of ['What it means', 'Look at', 'Do']) {
        expect(section).toMatch(new RegExp(`\\*${part}\\*[.:] \\S`));
      }
    },
  );
});

describe('alarms', () => {
  test('all reach the topic, and the topic whoever is on duty', () => {
    for (const { AlarmActions } of alarms) {
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^Topic/) }]);
    }
    expect(Object.values(all.of('AWS::SNS::Subscription'))[0]!.Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'duty@example.org',
    });
  });

  test('a topic of the operator’s own takes the place of ours', () => {
    const arn = 'arn:aws:sns:ap-southeast-1:123456789012:duty';
    const own = deployed({ alarmTopicArn: arn });
    expect(own.of('AWS::SNS::Topic')).toEqual({});
    const [alarm] = Object.values(own.of('AWS::CloudWatch::Alarm'));
    expect(alarm!.Properties.AlarmActions).toEqual([arn]);
  });

  const named = (suffix: string) => alarms.filter(({ AlarmName }) => AlarmName.endsWith(suffix));
  test.each(units)('%s: errors and throttling', (unit) => {
    expect([...named(`-${unit}Fails`), ...named(`-${unit}Throttled`)]).toHaveLength(2);
  });
  test.each(Object.keys(tables))('table %s: errors and throttling', (table) => {
    expect([...named(`-${table}TableFails`), ...named(`-${table}TableThrottled`)]).toHaveLength(2);
  });

  test('two hours without a recompute that came to its end are an alarm, silence too', () => {
    const [alarm] = named('-RecomputeStopped');
    expect(alarm).toMatchObject({
      MetricName: 'RecomputeFinished',
      Namespace: 'Yimatong/prod',
      Period: 3600,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    const filters = Object.values(all.of('AWS::Logs::MetricFilter'));
    expect(filters.map(({ Properties }) => Properties.FilterPattern).sort()).toEqual([
      '{ $.message = "erase.finished" }',
      '{ $.message = "rollup.finished" }',
      '{ ($.message = "recompute.finished") && ($.job = "pending") && ($.done IS TRUE) }',
    ]);
  });

  test('two hours without erasing deleted accounts are an alarm too', () => {
    const [alarm] = named('-EraseStopped');
    expect(alarm).toMatchObject({
      MetricName: 'EraseFinished',
      EvaluationPeriods: 2,
      TreatMissingData: 'breaching',
    });
  });

  test('a day with fewer than two roll-ups is an alarm', () => {
    const [alarm] = named('-RollupMissing');
    expect(alarm).toMatchObject({
      MetricName: 'RollupFinished',
      Period: 86_400,
      Threshold: 2,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('a key or secret that somebody takes away is told at once', () => {
    expect(rules[0]!.EventPattern.detail.eventName).toEqual([
      'ScheduleKeyDeletion',
      'DisableKey',
      'DeleteSecret',
    ]);
  });
});
