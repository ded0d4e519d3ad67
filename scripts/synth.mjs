/**
 * `npm run synth`: the CloudFormation templates of both partitions, with bundled functions, checked by cdk-nag.
 * Offline: no account, no credentials, nothing is deployed. What follows `--` goes to CDK: `npm run synth -- -c stage=test`.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root, say, setUp, stopWith } from './setup.mjs';

const partitions = ['aws', 'aws-cn'];
const cdk = path.join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
const infra = path.join(root, 'infra');
const more = process.argv.slice(2);

/** Without these the CLI asks the network for versions, notices and an account. */
const offline = {
  CDK_DISABLE_VERSION_CHECK: '1',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_CONFIG_FILE: '/dev/null',
};

function synth(partition) {
  const started = performance.now();
  const output = path.join('cdk.out', partition);
  const args = ['synth', '**', '--quiet', '--output', output, '-c', `partition=${partition}`];
  const child = spawn(
    process.execPath,
    [cdk, ...args, '--no-notices', '--no-version-reporting', ...more],
    { cwd: infra, env: { ...process.env, ...offline }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (told += text));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (status === 0)
        say(`${partition}: infra/${output} in ${seconds} s; cdk-nag has no open finding`);
      else say(`${partition}: failed\n${told}`);
      resolve(status === 0);
    });
  });
}

setUp();
const good = await Promise.all(partitions.map(synth));
if (!good.every(Boolean)) stopWith('The templates could not be made.');
