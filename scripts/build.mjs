/** `npm run build`: the three targets into miniapp/dist, with WeChat's sizes. */
import { built, MAIN_LIMIT_KB, SUB_LIMIT_KB, targets, weappSizes } from './built.mjs';
import { say, setUp, stopWith } from './setup.mjs';

setUp();
for (const target of targets) say(`${target}: ${await built(target)}`);

const { main, sub } = weappSizes();
say(`WeChat main package ${main.toFixed(0)} KB (limit ${MAIN_LIMIT_KB})`);
for (const [name, kb] of Object.entries(sub))
  say(`  sub-package ${name} ${kb.toFixed(0)} KB (limit ${SUB_LIMIT_KB})`);
if (main > MAIN_LIMIT_KB || Object.values(sub).some((kb) => kb > SUB_LIMIT_KB))
  stopWith('A package is over its limit.');
