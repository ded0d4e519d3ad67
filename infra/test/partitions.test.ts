/* eslint-disable @typescript-eslint/no-unsafe-member-access -- templates are CloudFormation’s JSON */
import { describe, expect, test } from '@jest/globals';
import { AwsSolutionsChecks } from 'cdk-nag';
import { settingsFrom } from '../src/settings';
import { type Context, deployed, statementsByRole, unitsOf } from './deployed';

const china = deployed({ partition: 'aws-cn' });
const everywhere: [string, Context][] = [
  ['aws', {}],
  [
    'aws, SNS, a domain',
    {
      sms: 'sns',
      domain: 'ma.example.org',
      certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/x',
    },
  ],
  [
    'aws, an older runtime',
    { runtime: 'nodejs22.x', architecture: 'x86_64', alarmEmail: 'duty@example.org' },
  ],
  ['aws-cn', { partition: 'aws-cn' }],
  [
    'aws-cn, a domain',
    {
      partition: 'aws-cn',
      region: 'cn-north-1',
      domain: 'ma.example.cn',
      certificate: 'ASCAEXAMPLE',
    },
  ],
];

describe('cdk-nag', () => {
  test.each(everywhere)('%s: no finding without its reason', (_, context) => {
    const { violations } = new AwsSolutionsChecks().validateScope(deployed(context).app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath ?? ''}`),
    );
    expect(found).toEqual([]);
  });
});

describe('China', () => {
  const text = Object.values(china.templates)
    .map((one) => JSON.stringify(one.toJSON()))
    .join('');

  test('names its own partition', () => {
    expect(text).not.toMatch(/"arn:aws:/);
    expect(text).toContain('arn:aws-cn:');
  });
  test('has no X-Ray, no SMS by SNS, no function URLs, no Cognito', () => {
    const actions = [...statementsByRole(china).values()].flat().flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /^(xray|sns):/.test(action))).toEqual([]);
    for (const { function: properties } of unitsOf(china)) {
      expect(properties.TracingConfig).toBeUndefined();
      expect(properties.Architectures).toEqual(['x86_64']);
    }
    const [machine] = Object.values(china.of('AWS::StepFunctions::StateMachine'));
    expect(machine!.Properties.TracingConfiguration).toEqual({ Enabled: false });
    expect(text).not.toMatch(/AWS::Lambda::Url|AWS::Cognito/);
  });
  test('CloudFront is laid in words that it knows there', () => {
    expect(text).not.toMatch(
      /CachePolicyId|OriginRequestPolicyId|ResponseHeadersPolicy|OriginAccessControl/,
    );
    const [distribution] = Object.values(china.of('AWS::CloudFront::Distribution'));
    const { CacheBehaviors, DefaultCacheBehavior } = distribution!.Properties.DistributionConfig;
    for (const behaviour of CacheBehaviors)
      expect(behaviour).toMatchObject({ ForwardedValues: { QueryString: false }, MaxTTL: 86_400 });
    expect(DefaultCacheBehavior).toMatchObject({
      ForwardedValues: { QueryString: true, Headers: ['Authorization'] },
      MaxTTL: 0,
    });
  });
  test('a certificate comes from the IAM store', () => {
    const [, context] = everywhere.at(-1)!;
    const [distribution] = Object.values(deployed(context).of('AWS::CloudFront::Distribution'));
    expect(distribution!.Properties.DistributionConfig).toMatchObject({
      Aliases: ['ma.example.cn'],
      ViewerCertificate: { IamCertificateId: 'ASCAEXAMPLE', SslSupportMethod: 'sni-only' },
    });
  });
});

describe('settings', () => {
  const settings = (context: Context) => settingsFrom((name) => context[name]);

  test.each([
    ['SNS in China', { partition: 'aws-cn', sms: 'sns' }, /SNS sends no SMS/],
    [
      'a region of the other partition',
      { partition: 'aws-cn', region: 'eu-west-1' },
      /not in partition/,
    ],
    ['a partition that is none', { partition: 'aws-us-gov' }, /partition must be/],
    ['a domain without a certificate', { domain: 'ma.example.org' }, /go together/],
    ['a stage that is no name', { stage: 'Prod!' }, /stage must be/],
    ['no segments', { segments: '0' }, /segments must be/],
  ] as [string, Context, RegExp][])('refused: %s', (_, context, why) => {
    expect(() => settings(context)).toThrow(why);
  });

  test('regions, if none is named', () => {
    expect(settings({}).region).toBe('ap-southeast-1');
    expect(settings({ partition: 'aws-cn' }).region).toBe('cn-northwest-1');
  });
  test('two stages share an account without meeting', () => {
    const names = Object.values(deployed({ stage: 'test' }).stage.node.children).map(
      (stack) => (stack as { stackName?: string }).stackName,
    );
    expect(names).toEqual(
      ['data', 'jobs', 'api', 'web', 'alarms'].map((one) => `yimatong-test-${one}`),
    );
  });
});
