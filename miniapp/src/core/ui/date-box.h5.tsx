/**
 * The browser's own, typed or picked. It writes days as the browser's language does (11/06 or 06.11.), so the day stands
 * under it in words. While somebody types, what stands there may be no day yet.
 */
import type { Day } from '@yimatong/shared/core/day';
import type * as wechat from './date-box';
import { inputClass } from './native';

/** A year is typed digit by digit: 0002, 0020 … A whole day is checked at once, before another field is touched. */
const isWhole = (day: string): boolean => day === '' || day >= '1900';

export const DateBox: typeof wechat.DateBox = (props) => {
  const { id, value, shown, wrong, from, until, onPick, onLeave } = props;
  return (
    <>
      <input
        type="date"
        id={id}
        className={inputClass({ wrong })}
        value={value ?? ''}
        min={from}
        max={until}
        aria-invalid={wrong}
        aria-describedby={`${id}-day ${id}-help ${id}-mistake`}
        onChange={({ target: { value: day } }) => {
          onPick(day === '' ? undefined : (day as Day));
          if (isWhole(day)) onLeave();
        }}
        onBlur={onLeave}
      />
      {value !== undefined && (
        <div id={`${id}-day`} className="ui-date__day">
          {shown}
        </div>
      )}
    </>
  );
};
