/** A day: shown with its weekday, which is how people check that it is the right one. */
import type { Day } from '@yimatong/shared/core/day';
import { useSay } from '../say';
import { weekdayIn } from '../when';
import { Link } from './button';
import { DateBox, type DateBoxProps } from './date-box';
import { Field, type FieldProps } from './field';

interface Props extends FieldProps, Pick<DateBoxProps, 'value' | 'from' | 'until' | 'onLeave'> {
  onChange: (day: Day | undefined) => void;
}

const pick = { zh: '请选择日期', en: 'Choose a day' };
const clear = { zh: '清除日期', en: 'Clear' };

export function DatePicker(props: Props) {
  const { id, label, value, from, until, optional, mistake, onChange, onLeave } = props;
  const say = useSay();
  const shown = say(value === undefined ? pick : weekdayIn(value));
  return (
    <Field {...props}>
      <DateBox
        id={id}
        label={say(label)}
        value={value}
        shown={shown}
        wrong={mistake !== undefined}
        from={from}
        until={until}
        onPick={onChange}
        onLeave={onLeave}
      />
      {optional === true && value !== undefined && (
        <Link
          id={`${id}-clear`}
          label={clear}
          onTap={() => {
            onChange(undefined);
            onLeave();
          }}
        />
      )}
    </Field>
  );
}
