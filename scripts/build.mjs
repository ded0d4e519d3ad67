/** `npm run build`: the three targets into miniapp/dist, with WeChat's sizes. */
import path from 'node:path';
import { built, keepsSizes, targets } from './built.mjs';
import { root, say, setUp, stopWith } from './setup.mjs';

setUp();
for (const target of targets) say(`${target}: ${path.relative(root, await built(target))}`);
if (!keepsSizes()) stopWith('A package is over its limit.');
