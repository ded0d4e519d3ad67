/** One province, one stage: the five stacks, by what may be lost and what may be redeployed at noon. */
import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmsStack } from './alarms-stack';
import { ApiStack } from './api-stack';
import { DataStack } from './data-stack';
import { JobsStack } from './jobs-stack';
import type { Settings } from './settings';
import { WebStack } from './web-stack';

export class ProvinceStage extends Stage {
  readonly data: DataStack;
  readonly jobs: JobsStack;
  readonly api: ApiStack;
  readonly web: WebStack;
  readonly alarms: AlarmsStack;

  constructor(scope: Construct, settings: Settings) {
    super(scope, settings.stage, { env: { region: settings.region } });
    const named = (name: string) => ({ stackName: `yimatong-${settings.stage}-${name}` });

    this.data = new DataStack(this, 'Data', named('data'));
    const { data } = this;
    this.jobs = new JobsStack(this, 'Jobs', { ...named('jobs'), settings, data });
    const { smsQueue } = this.jobs;
    this.api = new ApiStack(this, 'Api', { ...named('api'), settings, data, smsQueue });
    const { host: apiHost } = this.api;
    this.web = new WebStack(this, 'Web', { ...named('web'), settings, data, apiHost });
    const { jobs, api } = this;
    this.alarms = new AlarmsStack(this, 'Alarms', {
      ...named('alarms'),
      settings,
      data,
      jobs,
      api,
    });
  }
}
