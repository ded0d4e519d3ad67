/**
 * The browser's own, typed or picked. It writes days as the browser's language does (11/06 or 06.11.), so the day stands
 * over it in words until somebody types: what they type must be seen, and may be no day yet. Nothing moves by it, so that
 * the next tap meets what it was aimed at.
 */
import { useState } from 'react';
import type { Day } from '@yimatong/shared/core/day';
import type * as wechat from './date-box';
import { inputClass } from './native';

/** A year is typed digit by digit: 0002, 0020 … A whole day is checked at once, before another field is touched. */
const isWhole = (day: string): boolean => day === '' || day >= '1900';

export const DateBox: typeof wechat.DateBox = (props) => {
  const { id, value, shown, wrong, from, until, onPick, onLeave } = props;
  const [isTyping, setTyping] = useState(false);
  return (
    <div className="ui-date">
      <input
        type="date"
        id={id}
        className={`${inputClass({ wrong })}${isTyping ? '' : ' ui-date__native'}`}
        value={value ?? ''}
        min={from}
        max={until}
        aria-invalid={wrong}
        aria-describedby={`${id}-day ${id}-help ${id}-mistake`}
        onChange={({ target: { value: day } }) => {
          onPick(day === '' ? undefined : (day as Day));
          if (isWhole(day)) onLeave();
        }}
        onKeyDown={({ key }) => setTyping(isTyping || key.length === 1)}
        onPointerDown={() => setTyping(false)}
        onBlur={() => {
          setTyping(false);
          onLeave();
        }}
      />
      {!isTyping && (
        <div
          id={`${id}-day`}
          className={`ui-date__day${value === undefined ? ' ui-input__hint' : ''}`}
        >
          {shown}
        </div>
      )}
    </div>
  );
};
