/**
 * The H5 mini-program and the API under one name: no CORS, one certificate, one line for the firewall.
 *
 * China’s CloudFront takes no cache, origin-request or response-headers policies and no origin access control
 * (aws/aws-cdk#31033, awslabs/aws-solutions-constructs#1050), wants a domain with an ICP filing and a
 * certificate from the IAM store. There the same distribution is laid in the older words that it does take.
 */
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  type CfnDistribution,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack';
import { accepted } from './nag';
import type { Settings } from './settings';

/**
 * What the H5 build lays: everything else is the API's, however many routes it gets (a distribution takes 25 patterns
 * without asking). `/` beside the file that it stands for.
 */
const filePaths = ['/', '/index.html', '/sw.js', '/js/*', '/css/*', '/static/*'] as const;

/** The header by which the API knows that CloudFront sent a request. */
export const EDGE_HEADER = 'x-yimatong-edge';

/** Own files only; `wasm-unsafe-eval` for the scanner, inline styles because Taro writes them. Photos are posted to `files`. */
const contentSecurityPolicy = (files: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' https://${files}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The camera for scanning; where the phone is, for places and their posters, asked for by a tap; nothing else. */
const permissionsPolicy = [
  'camera=(self)',
  'geolocation=(self)',
  'screen-wake-lock=(self)',
  ...['microphone', 'payment', 'usb', 'bluetooth', 'browsing-topics'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

export interface WebStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly apiHost: string;
}

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, apiHost, ...props }: WebStackProps) {
    super(scope, id, props);
    const inChina = settings.partition === 'aws-cn';
    const { domain } = settings;

    const files = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // Public files: CloudFront’s access identity, all there is in China, cannot read what KMS encrypts.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accepted(files, { S1: 'The files are public; who fetched them is nobody’s business.' });

    const headers = inChina
      ? {}
      : { responseHeadersPolicy: this.securityHeaders(data.files as IBucket) };
    const answers: BehaviorOptions = {
      origin: new HttpOrigin(apiHost, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [EDGE_HEADER]: data.edgeSecret.secretValue.unsafeUnwrap() },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      ...headers,
    };
    // CDK’s own Bucket misses its IBucket by an `undefined` under exactOptionalPropertyTypes.
    const bucket = files as IBucket;
    const origin: IOrigin = inChina
      ? S3BucketOrigin.withOriginAccessIdentity(bucket)
      : S3BucketOrigin.withOriginAccessControl(bucket);

    const laid: BehaviorOptions = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      ...headers,
    };

    const distribution = new Distribution(this, 'Distribution', {
      comment: this.stackName,
      defaultRootObject: 'index.html',
      httpVersion: inChina ? HttpVersion.HTTP2 : HttpVersion.HTTP2_AND_3,
      enableIpv6: !inChina,
      ...(domain && { domainNames: [domain.name] }),
      ...(domain &&
        !inChina && {
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificate),
        }),
      defaultBehavior: answers,
      additionalBehaviors: Object.fromEntries(filePaths.map((path) => [path, laid])),
    });
    accepted(distribution, {
      CFR1: 'People of the province call from wherever they are, returning from abroad too.',
      CFR2: 'Throttled at the API and per phone and address; a web ACL (us-east-1; none in China) is the operator’s to add.',
      CFR3: 'CloudFront’s logs hold addresses and full URLs, ids of people among them; the API logs what is needed.',
      ...((!domain || inChina) && {
        CFR4: 'Without a domain of one’s own the certificate is CloudFront’s, with its own minimum; in China the IAM store’s is set below.',
      }),
    });
    if (inChina) accepted(distribution, { CFR7: 'China has the older access identity only.' });
    if (inChina) inOlderWords(distribution, settings);

    new CfnOutput(this, 'FilesBucket', { value: files.bucketName });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'Address', {
      value: `https://${domain?.name ?? distribution.distributionDomainName}`,
    });
  }

  private securityHeaders({ bucketRegionalDomainName }: IBucket): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(bucketRegionalDomainName),
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: permissionsPolicy, override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        ],
      },
    });
  }
}

/** For China: forwarded values in place of policies, a certificate out of the IAM store. */
function inOlderWords(distribution: Distribution, { domain }: Settings): void {
  const resource = distribution.node.defaultChild as CfnDistribution;
  const reword = (behaviour: string, forwardedValues: object, seconds: number): void => {
    const at = `DistributionConfig.${behaviour}`;
    resource.addPropertyDeletionOverride(`${at}.CachePolicyId`);
    resource.addPropertyDeletionOverride(`${at}.OriginRequestPolicyId`);
    resource.addPropertyOverride(`${at}.ForwardedValues`, forwardedValues);
    resource.addPropertyOverride(`${at}.MinTTL`, 0);
    resource.addPropertyOverride(`${at}.DefaultTTL`, seconds);
    resource.addPropertyOverride(`${at}.MaxTTL`, seconds);
  };
  reword(
    'DefaultCacheBehavior',
    { QueryString: true, Headers: ['Authorization'], Cookies: { Forward: 'none' } },
    0,
  );
  filePaths.forEach((_, i) => {
    reword(`CacheBehaviors.${i}`, { QueryString: false, Cookies: { Forward: 'none' } }, 86_400);
  });
  if (domain) {
    resource.addPropertyOverride('DistributionConfig.ViewerCertificate', {
      IamCertificateId: domain.certificate,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
  }
}
