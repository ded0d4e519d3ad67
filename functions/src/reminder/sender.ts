/** What a platform does with a reminder. It throws where another try may do better. */
import type { Day } from '@yimatong/shared/core/day';
import type { Reminder, Template } from '../core/reminders';

export interface Sent {
  /** `unwanted`: the person or the platform refuses it for good. */
  readonly outcome: 'sent' | 'unwanted';
  /** The platform's own word for it. */
  readonly code: string | number;
}
export type Sender = (reminder: Reminder, template: Template) => Promise<Sent>;

/** The page that a touch on the message opens. */
export const PAGE = 'declaration/pages/daily';
/** At most 20 characters: WeChat's limit of a `thing`. */
export const WHAT = '今天还没有健康打卡，点击打卡';

/** `2026年11月3日 19:00`: what WeChat takes for a `time` and for a `date` alike. */
export const whenOf = (day: Day): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日 19:00`;
};

/** An error named by what the platform answered, so that the log says it. */
export const refusal = (platform: string, code: string | number): Error =>
  Object.assign(new Error('refused'), { name: `${platform}.${code}` });
