/** What is touched to pick a day: WeChat's own wheel. Alipay has it as a call, H5 as an input: files of their own. */
import { Picker } from '@tarojs/components';
import type { Day } from '@yimatong/shared/core/day';
import { Text, View, inputClass } from './native';

export interface DateBoxProps {
  id: string;
  /** The field's label. */
  label: string;
  value: Day | undefined;
  /** The day in words, or what to do. */
  shown: string;
  wrong: boolean;
  /** The first and the last day offered. */
  from?: Day | undefined;
  until?: Day | undefined;
  onPick: (day: Day | undefined) => void;
  onLeave: () => void;
}

export const DateBox = (props: DateBoxProps) => (
  <Picker
    id={props.id}
    mode="date"
    value={props.value ?? props.from ?? ''}
    start={props.from ?? '1900-01-01'}
    end={props.until ?? '2100-12-31'}
    onChange={({ detail }) => {
      props.onPick(detail.value as Day);
      props.onLeave();
    }}
    onCancel={props.onLeave}
  >
    <View
      className={`${inputClass(props)} ui-input--chosen`}
      aria-role="button"
      aria-label={`${props.label} ${props.shown}`}
    >
      <View className="ui-row__main">
        <Text className={props.value === undefined ? 'ui-input__hint' : ''}>{props.shown}</Text>
      </View>
      <View className="ui-row__arrow" />
    </View>
  </Picker>
);
