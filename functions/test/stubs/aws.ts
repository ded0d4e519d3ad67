/** AWS services that speak JSON: the operation is named in a header, an error by its `__type`. */
import { type Asked, aStub, type Given, type Stub } from './stub';

/** `DynamoDB_20120810.PutItem` → `PutItem`. */
export const operationOf = ({ headers }: Asked): string =>
  String(headers['x-amz-target']).split('.').at(-1)!;
export const bodyOf = ({ body }: Asked): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>;
export const failing = (type: string, more: object = {}, status = 400): Given => ({
  status,
  type: 'application/x-amz-json-1.0',
  body: { __type: `com.amazonaws#${type}`, message: 'scripted', ...more },
});

/** Stands in for a service from now on: `DYNAMODB`, `KMS`, `SECRETS_MANAGER`, `SQS`, `SNS`. */
export async function anAws(
  service: string,
  answer: (asked: Asked) => Given = () => ({ body: {} }),
): Promise<Stub> {
  const stub = await aStub(answer);
  Object.assign(process.env, {
    [`AWS_ENDPOINT_URL_${service}`]: stub.url,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return stub;
}
