/**
 * What a deployment may choose, read from CDK's context (`-c name=value`), and what it may not choose
 * together. China is a partition of its own, and lacks some of what the other has.
 */
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';

export type Partition = 'aws' | 'aws-cn';
export type SmsProvider = 'tencent' | 'sns';

export interface Settings {
  /** Names the stacks; two stages may share an account. */
  readonly stage: string;
  readonly partition: Partition;
  readonly region: string;
  readonly architecture: Architecture;
  readonly runtime: Runtime;
  readonly smsProvider: SmsProvider;
  /** Whom alarms are mailed to; without it, subscribe to the topic by hand. */
  readonly alarmEmail?: string;
  /** A topic of the operator's own that alarms go to instead. */
  readonly alarmTopicArn?: string;
  /** Where the H5 and the API answer, with the certificate for it. */
  readonly domain?: Domain;
  /** Requests a second that the API lets through, all callers together. */
  readonly requestsPerSecond: number;
  /** Parts of the `code` table that a full recompute reads side by side. */
  readonly segments: number;
  /** Templates of reminders by platform, as JSON (functions/src/core/reminders.ts); `{}`: nobody is offered one. */
  readonly reminderTemplates: string;
  /** Whether posters carry WeChat’s own code: it makes them of pages that are published, no earlier. */
  readonly wechatCodes: 'on' | 'off';
  /** X-Ray: Lambda has none in China. */
  readonly traced: boolean;
}

export interface Domain {
  readonly name: string;
  /** `aws`: ARN in ACM, us-east-1. `aws-cn`: id in the IAM certificate store; CloudFront takes no ACM there. */
  readonly certificate: string;
}

const defaultRegions: Readonly<Record<Partition, string>> = {
  aws: 'ap-southeast-1',
  'aws-cn': 'cn-northwest-1',
};
const architectures = { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 } as const;
const runtimes = {
  'nodejs22.x': Runtime.NODEJS_22_X,
  'nodejs24.x': Runtime.NODEJS_24_X,
} as const;

/** The settings out of the context; refuses what is unknown or cannot be deployed. */
export function settingsFrom(context: (name: string) => unknown): Settings {
  const text = (name: string): string | undefined => {
    const value = context(name);
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const choice = <T extends string>(name: string, among: readonly T[], otherwise: T): T => {
    const value = text(name) ?? otherwise;
    const chosen = among.find((one) => one === value);
    if (chosen === undefined) throw new Error(`${name} must be ${among.join(' or ')}`);
    return chosen;
  };
  const count = (name: string, otherwise: number, most: number): number => {
    const value = Number(text(name) ?? otherwise);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new Error(`${name} must be a whole number from 1 to ${most}`);
  };

  const partition = choice('partition', ['aws', 'aws-cn'], 'aws');
  const region = text('region') ?? defaultRegions[partition];
  if (region.startsWith('cn-') !== (partition === 'aws-cn')) {
    throw new Error(`region ${region} is not in partition ${partition}`);
  }
  const smsProvider = choice('sms', ['tencent', 'sns'], 'tencent');
  if (partition === 'aws-cn' && smsProvider === 'sns') {
    throw new Error('sms=sns: SNS sends no SMS in aws-cn; use tencent');
  }
  const stage = text('stage') ?? 'prod';
  if (!/^[a-z][a-z0-9]{1,11}$/.test(stage)) {
    throw new Error('stage must be 2 to 12 small letters and digits');
  }
  const [domain, certificate] = [text('domain'), text('certificate')];
  if ((domain === undefined) !== (certificate === undefined)) {
    throw new Error('domain and certificate go together');
  }
  const [alarmEmail, alarmTopicArn] = [text('alarmEmail'), text('alarmTopicArn')];

  // arm64 is not in every region of China: there it is asked for, not assumed.
  const architecture = choice(
    'architecture',
    ['arm64', 'x86_64'],
    partition === 'aws' ? 'arm64' : 'x86_64',
  );
  return {
    stage,
    partition,
    region,
    architecture: architectures[architecture],
    runtime: runtimes[choice('runtime', ['nodejs22.x', 'nodejs24.x'], 'nodejs24.x')],
    smsProvider,
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...(alarmTopicArn !== undefined && { alarmTopicArn }),
    ...(domain !== undefined &&
      certificate !== undefined && { domain: { name: domain, certificate } }),
    requestsPerSecond: count('requestsPerSecond', 4000, 100_000),
    segments: count('segments', 64, 1000),
    reminderTemplates: text('reminderTemplates') ?? '{}',
    wechatCodes: choice('wechatCodes', ['on', 'off'], 'off'),
    traced: partition === 'aws',
  };
}
