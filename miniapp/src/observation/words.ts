/** How an observation is told in a line: the day it is in, and what is to be done. */
import { daysBetween, type Day } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { type Due, outcomeLabels } from '@yimatong/shared/observation/contract';

export const dayOfIn = (
  { startOn, days }: { readonly startOn: Day; readonly days: number },
  today: Day,
): Said => {
  const nth = Math.max(0, daysBetween(startOn, today));
  return { zh: `第 ${nth} 天，共 ${days} 天`, en: `Day ${nth} of ${days}` };
};

export const taskOf = ({ isDue, missedYesterday, isFinished, endsAs }: Due): Said => {
  if (isDue)
    return missedYesterday
      ? { zh: '昨天漏访，今天待访', en: 'Missed yesterday: to see today' }
      : { zh: '今天待访', en: 'To see today' };
  if (endsAs !== undefined) {
    const { zh, en } = outcomeLabels[endsAs];
    return { zh: `待确认：${zh}`, en: `To confirm: ${en}` };
  }
  return isFinished
    ? { zh: '到期，待结束', en: 'Days over: to end' }
    : { zh: '今天已访', en: 'Nothing today' };
};
