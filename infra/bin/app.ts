/** `cdk synth -c partition=aws-cn -c stage=prod …`: the choices are in src/settings.ts. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ProvinceStage } from '../src/province-stage';
import { settingsFrom } from '../src/settings';

const app = new App();
new ProvinceStage(
  app,
  settingsFrom((name) => app.node.tryGetContext(name)),
);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
