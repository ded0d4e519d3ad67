/**
 * Rights that CDK’s own `grant…` would give too wide: each to one thing, without a wildcard.
 */
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

export const allow = (
  who: IGrantable,
  actions: readonly string[],
  resources: readonly string[],
): void => {
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: [...resources] }),
  );
};

/** How KMS names the service that calls for somebody; China’s documents show both endings. */
export const viaService = (service: string, region: string): string[] => [
  `${service}.${region}.amazonaws.com`,
  `${service}.${region}.amazonaws.com.cn`,
];

export const maySend = (who: IGrantable, queue: IQueue, key: IKey): void => {
  allow(who, ['sqs:SendMessage'], [queue.queueArn]);
  allow(who, ['kms:GenerateDataKey', 'kms:Decrypt'], [key.keyArn]);
};

export const mayReadSecret = (
  who: IGrantable,
  { secretArn }: Pick<ISecret, 'secretArn'>,
  key: IKey,
): void => {
  allow(who, ['secretsmanager:GetSecretValue'], [secretArn]);
  who.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': viaService('secretsmanager', key.stack.region) },
      },
    }),
  );
};
