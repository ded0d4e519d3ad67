/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- templates are CloudFormation’s JSON */
import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import type { Contract } from '@yimatong/shared/core/contract';
import { unitEntries } from '@yimatong/functions/core/access';
import { EDGE_HEADER } from '../src/web-stack';
import { deployed, unitsOf } from './deployed';

const shared = new URL('../../shared/src/', import.meta.url);

/** Every contract there is, whoever imports it. */
async function contractsByFeature(): Promise<[string, Contract][]> {
  const files = readdirSync(shared, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'core')
    .flatMap(({ name }) => readdirSync(new URL(name, shared)).map((file) => ({ name, file })))
    .filter(({ file }) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const found = await Promise.all(
    files.map(async ({ name, file }) => {
      const module = (await import(`@yimatong/shared/${name}/${file.slice(0, -3)}`)) as Record<
        string,
        unknown
      >;
      return Object.entries(module)
        .filter(([exported]) => exported.endsWith('Contract'))
        .map(([, contract]): [string, Contract] => [name, contract as Contract]);
    }),
  );
  return found.flat();
}

const all = deployed();
const laid = Object.values(all.of('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);

/** The unit behind a route: its integration’s function. */
function unitBehind(route: (typeof laid)[number]): string {
  const [, integrationId] = route.Target['Fn::Join'][1] as [string, { Ref: string }];
  const integration = all.of('AWS::ApiGatewayV2::Integration')[integrationId.Ref]!.Properties;
  expect(integration.PayloadFormatVersion).toBe('2.0');
  const functionId = integration.IntegrationUri['Fn::GetAtt'][0] as string;
  const { Description } = all.of('AWS::Lambda::Function')[functionId]!.Properties;
  return (Description as string).split(': ')[1]!;
}

describe('the API', () => {
  test('every route of every contract is laid exactly once, to the unit that answers it', async () => {
    // A contract may be part of another: the same route, not a second one.
    const features = new Map(
      (await contractsByFeature()).flatMap(([feature, contract]) =>
        Object.values(contract).map((route) => [route, feature] as const),
      ),
    );
    const expected = Array.from(
      features,
      ([{ method, path, entry }, feature]) => `${method} ${path} → ${entry ?? feature}`,
    );
    const found = laid.map((route) => `${route.RouteKey as string} → ${unitBehind(route)}`);
    expect(found.sort()).toEqual(expected.sort());
    expect(new Set(found).size).toBe(found.length);
    expect(expected.length).toBeGreaterThan(15);
  });

  test('jobs are behind no route', () => {
    const answering = new Set(laid.map(unitBehind));
    expect(Object.keys(unitEntries).filter((unit) => !answering.has(unit))).toEqual(
      expect.arrayContaining(['appoint', 'publish', 'recompute', 'sms']),
    );
  });

  test('is throttled as a whole', () => {
    const [stage] = Object.values(all.of('AWS::ApiGatewayV2::Stage'));
    expect(stage!.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 4000,
      ThrottlingBurstLimit: 2000,
    });
  });

  test('logs what happened, not about whom', () => {
    const [stage] = Object.values(all.of('AWS::ApiGatewayV2::Stage'));
    const { Format } = stage!.Properties.AccessLogSettings;
    const fields = Object.values(JSON.parse(Format as string) as Record<string, string>);
    expect(fields).toContain('$context.routeKey');
    for (const field of fields) expect(field).not.toMatch(/identity|path|query|authorizer|domain/i);
  });

  test('logs are kept for the half year that the law asks at least, and end', () => {
    for (const { Properties } of Object.values(all.of('AWS::Logs::LogGroup'))) {
      expect(Properties.RetentionInDays).toBe(365);
    }
  });

  test('functions run as asked', () => {
    for (const { function: properties } of unitsOf(all)) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      });
    }
  });
});

describe('the web', () => {
  const [distribution] = Object.values(all.of('AWS::CloudFront::Distribution'));
  const config = distribution!.Properties.DistributionConfig;
  const originOf = (id: string) =>
    config.Origins.find(({ Id }: { Id: string }) => Id === id) as Record<string, unknown>;

  test('files are named, and everything else goes to the API, uncached', () => {
    const behaviours = config.CacheBehaviors as { PathPattern: string; TargetOriginId: string }[];
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual([
      '/',
      '/index.html',
      '/sw.js',
      '/js/*',
      '/css/*',
      '/static/*',
    ]);
    for (const behaviour of behaviours)
      expect(originOf(behaviour.TargetOriginId)).toHaveProperty('OriginAccessControlId');
    expect(config.DefaultCacheBehavior).toMatchObject({
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // CachingDisabled
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
      ViewerProtocolPolicy: 'https-only',
    });
    expect(JSON.stringify(originOf(config.DefaultCacheBehavior.TargetOriginId))).toContain(
      'execute-api',
    );
  });

  test('no path of the API is a file of the H5 build', () => {
    const heads = laid.map(({ RouteKey }) => (RouteKey as string).split('/')[1]);
    expect(heads.filter((head) => /^(js|css|static|index\.html|sw\.js|)$/.test(head!))).toEqual([]);
  });

  test('CloudFront shows the API a secret that the template does not hold', () => {
    const { OriginCustomHeaders } = originOf(
      config.DefaultCacheBehavior.TargetOriginId as string,
    ) as { OriginCustomHeaders: { HeaderName: string; HeaderValue: unknown }[] };
    expect(OriginCustomHeaders.map(({ HeaderName }) => HeaderName)).toEqual([EDGE_HEADER]);
    expect(JSON.stringify(OriginCustomHeaders)).toContain('{{resolve:secretsmanager:');
  });

  test('files are private, encrypted, versioned, kept', () => {
    const [bucket] = Object.values(all.of('AWS::S3::Bucket'));
    expect(bucket).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: expect.anything(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
  });

  test('pages may run WebAssembly and the camera, and nothing from elsewhere', () => {
    const [policy] = Object.values(all.of('AWS::CloudFront::ResponseHeadersPolicy'));
    const { SecurityHeadersConfig, CustomHeadersConfig } =
      policy!.Properties.ResponseHeadersPolicyConfig;
    const { 'Fn::Join': parts } = SecurityHeadersConfig.ContentSecurityPolicy
      .ContentSecurityPolicy as { 'Fn::Join': [string, unknown[]] };
    const csp = parts[1].map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
    expect(csp.join('')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(csp.join('')).not.toMatch(/\*|script-src[^;]*unsafe-inline/);
    // Photos are posted to the bucket; that is the only other name in it.
    expect(csp.join('').match(/https?:[^;]*/g)).toEqual([
      expect.stringMatching(
        /^https:\/\/\{"Fn::ImportValue":"[^"]*Files[^"]*RegionalDomainName[^"]*"\}$/,
      ),
    ]);
    expect(JSON.stringify(CustomHeadersConfig)).toContain('camera=(self)');
    for (const behaviour of [config.DefaultCacheBehavior, ...config.CacheBehaviors]) {
      expect(behaviour).toHaveProperty('ResponseHeadersPolicyId');
    }
  });
});
