/** Alipay's picker element has no dates: its wheel is a call, `my.datePicker`, which Taro's types do not know. */
import Taro from '@tarojs/taro';
import type { Day } from '@yimatong/shared/core/day';
import type * as wechat from './date-box';
import { Chooser } from './sheet';

interface Wheel {
  datePicker: (given: {
    format: 'yyyy-MM-dd';
    currentDate?: Day;
    startDate?: Day;
    endDate?: Day;
  }) => Promise<{ date: Day }>;
}

export const DateBox: typeof wechat.DateBox = (props) => {
  const { id, label, value, shown, wrong, from, until, onPick, onLeave } = props;
  const pick = async (): Promise<void> => {
    try {
      const { date } = await (Taro as unknown as Wheel).datePicker({
        format: 'yyyy-MM-dd',
        ...(value && { currentDate: value }),
        ...(from && { startDate: from }),
        ...(until && { endDate: until }),
      });
      onPick(date);
    } catch {
      // Closed without picking.
    }
    onLeave();
  };
  const chosen = value === undefined ? undefined : shown;
  return <Chooser {...{ id, label, chosen, wrong }} onTap={() => void pick()} />;
};
