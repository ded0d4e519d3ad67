/** Findings of cdk-nag that stay, each with its reason. What is not written down fails the synthesis. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts findings at `construct` and below: rule, and why it does not hold here. */
export const accepted = (
  construct: IConstruct,
  findings: Readonly<Record<string, string>>,
): void => {
  for (const [rule, reason] of Object.entries(findings)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
};
