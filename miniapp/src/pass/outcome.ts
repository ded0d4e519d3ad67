/** What became of a scan, in a guard's words. */
import type { Labels } from '@yimatong/shared/core/option';
import type { Pass } from '@yimatong/shared/pass/contract';

export const outcomeLabels = {
  passed: { zh: '放行', en: 'Passed' },
  stopped: { zh: '劝返', en: 'Stopped' },
  self: { zh: '自助登记', en: 'By oneself' },
  looked: { zh: '仅查看', en: 'Looked only' },
} as const satisfies Labels<Pass['outcome']>;
