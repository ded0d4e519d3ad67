/** `npm run openapi`: writes docs/openapi.json from the contracts. */
import { writeFileSync } from 'node:fs';
import { setUp } from './setup.mjs';

setUp();
const { register } = await import('tsx/esm/api');
register();
const { openApi } = await import('../functions/src/openapi.ts');
writeFileSync('docs/openapi.json', `${JSON.stringify(openApi(), null, 2)}\n`);
