import { expect, test } from '@jest/globals';
import { createHost, until } from './host/host';
test.each(['weapp', 'alipay'])('%s demo', async (p) => {
  const h = createHost(`/tmp/demo/dist/${p}`);
  h.launch('account/pages/login');
  await until(() => h.text().includes('体温'));
  h.input('#name', '王小明'); h.tap('#symptoms-none');
  await until(() => h.storage.has('ymt.draft.demo'));
  const storage = Object.fromEntries(h.storage); h.close();
  const g = createHost(`/tmp/demo/dist/${p}`, { storage });
  g.launch('account/pages/login');
  await until(() => g.html().includes('王小明') && g.html().includes('ui-choice--on'));
  g.close();
}, 20000);
