import type { Day } from './day';

/** A text that people read: Chinese first, English beside it. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11月3日`, `3 Nov`. */
export function dayIn(day: Day): Said {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return { zh: `${month}月${date}日`, en: `${date} ${months[month - 1] ?? ''}` };
}
