/** How an observation is told in a line: the day it is in, and what is to be done. */
import { addDays, daysBetween, type Day } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import { type Due, type Observed, outcomeLabels } from '@yimatong/shared/observation/contract';
import { dateIn } from '../core/when';

export const dayOfIn = (
  { startOn, days }: { readonly startOn: Day; readonly days: number },
  today: Day,
): Said => {
  const nth = Math.max(0, daysBetween(startOn, today));
  return { zh: `第 ${nth} 天，共 ${days} 天`, en: `Day ${nth} of ${days}` };
};

/** The days that are followed; the one on which it began is not one of them. */
export function periodOf({ startOn, calendar: { until } }: Observed): Said {
  const [begin, first, last] = [startOn, addDays(startOn, 1), until].map(dateIn) as [
    Said,
    Said,
    Said,
  ];
  const isOneMonth = addDays(startOn, 1).slice(0, 7) === until.slice(0, 7);
  const lastZh = isOneMonth ? `${Number(until.slice(8))}日` : last.zh;
  return {
    zh: `随访 ${first.zh}至${lastZh}（第 0 天 ${begin.zh}）`,
    en: `Followed ${first.en} – ${last.en} (day 0: ${begin.en})`,
  };
}

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
