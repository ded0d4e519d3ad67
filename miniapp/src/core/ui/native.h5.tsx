/** `native.tsx` in HTML, so that keyboards, screen readers and the browser's own filling in work. */
import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type * as mini from './native';

export type { GroupProps, InputKind, TapProps, TextBoxProps } from './native';
export { Text, View };

export const Tap: typeof mini.Tap = (props) => {
  const {
    onTap,
    children,
    id,
    className = '',
    role = 'button',
    checked,
    disabled = false,
    label,
  } = props;
  return (
    <button
      type="button"
      id={id}
      className={`ui-tap ${className}`}
      role={role === 'button' ? undefined : role}
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      onClick={onTap}
    >
      {children}
    </button>
  );
};

const modeOf = {
  text: 'text',
  number: 'numeric',
  decimal: 'decimal',
  phone: 'tel',
  idcard: 'text',
} as const;

export const TextBox: typeof mini.TextBox = (props) => {
  const { id, kind = 'text', onInput, wrong = false } = props;
  const common = {
    id,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength ?? 140,
    className: inputClass(props),
    disabled: props.disabled,
    autoComplete: props.autoComplete ?? 'off',
    'aria-invalid': wrong,
    'aria-describedby': `${id}-help ${id}-mistake`,
    onChange: (event: { target: { value: string } }) => onInput(event.target.value),
    onBlur: () => props.onLeave?.(),
  };
  return props.lines === true ? (
    <textarea {...common} rows={4} />
  ) : (
    <input {...common} type={kind === 'phone' ? 'tel' : 'text'} inputMode={modeOf[kind]} />
  );
};

export const inputClass: typeof mini.inputClass = ({ wrong, lines }) =>
  `ui-input${lines === true ? ' ui-input--lines' : ''}${wrong === true ? ' ui-input--wrong' : ''}`;

export const Caption: typeof mini.Caption = ({ of, children }) => (
  <label className="ui-label" htmlFor={of}>
    {children}
  </label>
);

export const Heading: typeof mini.Heading = ({ id, className, small = false, children }) => {
  const Level = small ? 'h3' : 'h2'; // the page's title is the first
  return (
    <Level id={id} className={headingClass({ className, small })}>
      {children}
    </Level>
  );
};

export const headingClass: typeof mini.headingClass = ({ className, small = false }) =>
  className ?? `ui-heading${small ? ' ui-heading--small' : ''}`;

export const Group: typeof mini.Group = ({ id, role, label, className, children }) => (
  <div id={id} className={className} role={role} aria-label={label} tabIndex={-1}>
    {children}
  </div>
);

export const Live: typeof mini.Live = ({ id, urgent = false, className, children }) => (
  <div id={id} className={className} role={urgent ? 'alert' : 'status'}>
    {children}
  </div>
);

export const Ornament: typeof mini.Ornament = ({ className }) => (
  <span className={`ui-ornament ${className}`} aria-hidden />
);

export const Picture: typeof mini.Picture = ({ src, label, className, onError }) => (
  <img src={src} alt={label} className={className} onError={onError} />
);

export const Strip: typeof mini.Strip = ({ id, label, inView, children }) => {
  useEffect(() => {
    const row = document.getElementById(id);
    const one = document.getElementById(inView);
    if (row !== null && one !== null) row.scrollLeft = one.offsetLeft - row.offsetLeft - EDGE_PX;
  }, [id, inView]);
  return (
    <div id={id} className="ui-strip-row" role="radiogroup" aria-label={label}>
      <div className="ui-strip-row__inner">{children}</div>
    </div>
  );
};
const EDGE_PX = 40;

export const Scroller: typeof mini.Scroller = ({ className, children }) => (
  <div className={className}>{children}</div>
);

export const Dialog: typeof mini.Dialog = ({ label, className, onClose, children }) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <div
      ref={ref}
      className={className}
      role="dialog"
      aria-modal
      aria-label={label}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      {children}
    </div>
  );
};

/** Taro's elements sort their children just after they are drawn, and what they move loses the focus. */
const SETTLED_MS = 50;
export const goToField: typeof mini.goToField = (id) => {
  const before = document.activeElement;
  setTimeout(() => {
    // Whoever has gone on to another field meanwhile is not torn away from it.
    const { activeElement } = document;
    if (activeElement !== before && activeElement?.matches('input, textarea')) return;
    const field = document.getElementById(`${id}-field`);
    field?.scrollIntoView({ block: 'start' });
    (document.getElementById(id) ?? field)?.focus({ preventScroll: true });
  }, SETTLED_MS);
};

export const dial: typeof mini.dial = (phoneNumber) => {
  location.href = `tel:${phoneNumber}`;
};
