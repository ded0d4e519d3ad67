/** The HTTP API: routes laid from the contracts, one Lambda a unit that answers any. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Unit } from '@yimatong/functions/core/access';
import type { DataStack } from './data-stack';
import { FeatureFunction, LOGS_KEPT } from './feature-function';
import { accepted } from './nag';
import { routes } from './routes';
import type { Settings } from './settings';

/** What happened, never about whom: no address, no path with an id in it, no query. */
const logged = {
  at: '$context.requestTimeEpoch',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.error.messageString',
  integrationError: '$context.integrationErrorMessage',
};

/** A sheet of a thousand rows is unpacked in memory, and filed within the half minute that the API waits. */
const forSheets = { memorySize: 1024, timeout: Duration.seconds(28) };

export interface ApiStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly smsQueue: IQueue;
}

export class ApiStack extends Stack {
  readonly functions: readonly FeatureFunction[];
  readonly api: HttpApi;
  /** Host name under which the API answers CloudFront, and mini-programs that do without. */
  readonly host: string;

  constructor(scope: Construct, id: string, { settings, data, smsQueue, ...props }: ApiStackProps) {
    super(scope, id, props);

    const units = [...new Set(routes.map(({ unit }) => unit))];
    const functionOf = Object.fromEntries(
      units.map((unit) => [
        unit,
        new FeatureFunction(this, `${unit}Function`, {
          unit,
          settings,
          data,
          smsQueue,
          ...(unit === 'sheet' && forSheets),
        }),
      ]),
    ) as Record<Unit, FeatureFunction>;
    this.functions = Object.values(functionOf);

    this.api = new HttpApi(this, 'Api', {
      apiName: this.stackName,
      createDefaultStage: false,
    });
    const { requestsPerSecond } = settings;
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: Math.ceil(requestsPerSecond / 2) },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', { retention: LOGS_KEPT }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
    this.host = `${this.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`;

    const answeredBy = Object.fromEntries(
      units.map((unit) => [
        unit,
        new HttpLambdaIntegration(unit, functionOf[unit], {
          payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
        }),
      ]),
    ) as Record<Unit, HttpLambdaIntegration>;
    for (const { unit, method, path } of routes) {
      const route = new HttpRoute(this, `${method} ${path}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration: answeredBy[unit],
      });
      accepted(route, {
        APIG4:
          'The functions check the session of every route that is not for anyone, and read roles from the store.',
      });
    }
  }
}
