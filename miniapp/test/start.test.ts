/** The compiled packages really start. Build first: `npx taro build --type weapp` and `--type alipay`. */
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type Host, createHost, until } from './host/host';

const dist = (platform: string) => path.resolve(__dirname, '../dist', platform);

let host: Host | undefined;
afterEach(() => host?.close());

test.each(['weapp', 'alipay'])('%s: the first page appears, and every tab', async (platform) => {
  const started = (host = createHost(dist(platform)));
  started.launch();

  await until(() => started.text() !== '');
  expect(started.page()).toBe('code/pages/my-code');
  for (const tab of ['declaration/pages/daily', 'pass/pages/gate', 'account/pages/me']) {
    started.switchTab(tab);
    await until(() => started.page() === tab && started.text() !== '');
  }
  expect(started.errors).toEqual([]);
  expect(started.templateMistakes).toEqual([]);
});

test.each(['weapp', 'alipay'])('%s: starts where old clients lack things', async (platform) => {
  const started = (host = createHost(dist(platform), { harsh: true }));
  started.launch();
  await until(() => started.text() !== '');
  expect(started.errors).toEqual([]);
});
