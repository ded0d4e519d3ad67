/** Days, moments and lengths of time as people say them. */
import { type Day, type Instant, clockTimeOf, dayOf } from '@yimatong/shared/core/day';
import { type Said, dayIn } from '@yimatong/shared/core/say';
import { nowInstant } from './clock';

/** `08:15`. */
export const timeIn = (instant: Instant): string => clockTimeOf(instant).slice(0, 5);

/** `11月3日 08:15`. */
export function momentIn(instant: Instant): Said {
  const { zh, en } = dayIn(dayOf(instant));
  const time = timeIn(instant);
  return { zh: `${zh} ${time}`, en: `${en} ${time}` };
}

const weekdays = { zh: '日一二三四五六', en: 'Sun Mon Tue Wed Thu Fri Sat' };

/** With its year where that is not this one: `2020年3月1日`. */
export function dateIn(day: Day): Said {
  const { zh, en } = dayIn(day);
  const year = day.slice(0, 4);
  return nowInstant().startsWith(year) ? { zh, en } : { zh: `${year}年${zh}`, en: `${en} ${year}` };
}

/** `11月3日 星期二`, `Tue 3 Nov`. */
export function weekdayIn(day: Day): Said {
  const { zh, en } = dateIn(day);
  const at = new Date(`${day}T00:00:00Z`).getUTCDay();
  return {
    zh: `${zh} 星期${weekdays.zh.charAt(at)}`,
    en: `${weekdays.en.split(' ')[at] ?? ''} ${en}`,
  };
}

/** `今天 08:15`; of another day as `momentIn`. */
export function recentlyIn(instant: Instant, today: Day): Said {
  const time = timeIn(instant);
  return dayOf(instant) === today ? { zh: `今天 ${time}`, en: `today ${time}` } : momentIn(instant);
}

/** `40 秒`, `5 分钟`, `3 小时`, `2 天`: rounded down. */
export function lengthIn(seconds: number): Said {
  const of = (count: number, zh: string, en: string): Said => ({
    zh: `${count} ${zh}`,
    en: `${count} ${en}`,
  });
  if (seconds < 60) return of(Math.max(1, Math.floor(seconds)), '秒', 's');
  if (seconds < 3600) return of(Math.floor(seconds / 60), '分钟', 'min');
  if (seconds < 172_800) return of(Math.floor(seconds / 3600), '小时', 'h');
  return of(Math.floor(seconds / 86_400), '天', 'days');
}
