/**
 * The few elements that everything on screen is made of, as WeChat and Alipay have them.
 * `native.h5.tsx` has the same in HTML: Taro's own H5 Button, Input and Form cannot be used by keyboard or screen reader.
 */
import Taro from '@tarojs/taro';
import { Image, Input, ScrollView, Text, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface TapProps {
  onTap: () => void;
  children?: ReactNode;
  id?: string | undefined;
  className?: string;
  role?: 'button' | 'radio' | 'checkbox' | 'switch' | 'link' | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** What a screen reader says instead of the content. */
  label?: string | undefined;
}

/** Whatever can be touched. */
export function Tap(props: TapProps) {
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
    <View
      {...given({ id, 'aria-label': label, 'aria-checked': checked })}
      className={`ui-tap ${className}`}
      hoverClass={disabled ? 'none' : 'ui-pressed'}
      aria-role={role}
      aria-disabled={disabled}
      onClick={() => !disabled && onTap()}
    >
      {children}
    </View>
  );
}

export type InputKind = 'text' | 'number' | 'decimal' | 'phone' | 'idcard';
const typeOf = {
  text: 'text',
  number: 'number',
  decimal: 'digit',
  phone: 'number',
  idcard: 'idcard',
} as const;

export interface TextBoxProps {
  id: string;
  value: string;
  onInput: (text: string) => void;
  onLeave?: (() => void) | undefined;
  kind?: InputKind;
  label: string;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  wrong?: boolean | undefined;
  lines?: boolean | undefined;
  disabled?: boolean | undefined;
  /** For the browser's own filling in: `name`, `tel`, `one-time-code`. */
  autoComplete?: string | undefined;
}

export function TextBox(props: TextBoxProps) {
  const {
    id,
    value,
    onInput,
    onLeave,
    kind = 'text',
    label,
    placeholder = '',
    maxLength = 140,
  } = props;
  const common = {
    id,
    value,
    placeholder,
    maxlength: maxLength,
    className: inputClass(props),
    disabled: props.disabled ?? false,
    'aria-label': label,
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
    onBlur: () => onLeave?.(),
  };
  return props.lines === true ? (
    <Textarea {...common} />
  ) : (
    <Input {...common} type={typeOf[kind]} />
  );
}

export const inputClass = ({ wrong, lines }: Pick<TextBoxProps, 'wrong' | 'lines'>): string =>
  `ui-input${lines === true ? ' ui-input--lines' : ''}${wrong === true ? ' ui-input--wrong' : ''}`;

/** The label of the field `of`. */
export const Caption = ({ children }: { of: string; children: ReactNode }) => (
  <View className="ui-label">{children}</View>
);

export interface HeadingProps {
  id?: string;
  /** In place of the usual looks. */
  className?: string;
  small?: boolean;
  children: ReactNode;
}
export const Heading = ({ id, className, small = false, children }: HeadingProps) => (
  <View
    {...(id !== undefined && { id })}
    className={headingClass({ className, small })}
    aria-role="heading"
  >
    {children}
  </View>
);
export const headingClass = ({
  className,
  small = false,
}: {
  className: string | undefined;
  small?: boolean;
}): string => className ?? `ui-heading${small ? ' ui-heading--small' : ''}`;

export interface GroupProps {
  id?: string | undefined;
  role: 'group' | 'radiogroup' | 'list' | 'dialog' | 'img';
  label: string;
  className?: string;
  children?: ReactNode;
}
/** Things that belong together, under a name. */
export const Group = ({ id, role, label, className = '', children }: GroupProps) => (
  <View {...given({ id })} className={className} aria-role={role} aria-label={label}>
    {children}
  </View>
);

/** What is read out when it changes; `urgent` at once. */
export const Live = (props: {
  urgent?: boolean;
  className?: string;
  id?: string;
  children?: ReactNode;
}) => (
  <View
    {...given({ id: props.id })}
    className={props.className ?? ''}
    aria-live={props.urgent === true ? 'assertive' : 'polite'}
  >
    {props.children}
  </View>
);

/** What only eyes need. */
export const Ornament = ({ className }: { className: string }) => (
  <View className={`ui-ornament ${className}`} aria-hidden />
);

export const Picture = (props: {
  src: string;
  label: string;
  className?: string;
  onError?: () => void;
}) => (
  <Image
    src={props.src}
    className={props.className ?? ''}
    mode="widthFix"
    aria-role="img"
    aria-label={props.label}
    onError={() => props.onError?.()}
  />
);

export interface StripProps {
  id: string;
  label: string;
  /** The id of the child that must be in sight. */
  inView: string;
  children: ReactNode;
}
/** One of many side by side, more than the width holds. */
export const Strip = ({ id, label, inView, children }: StripProps) => (
  <ScrollView
    id={id}
    scrollX
    scrollIntoView={inView}
    className="ui-strip-row"
    aria-role="radiogroup"
    aria-label={label}
  >
    <View className="ui-strip-row__inner">{children}</View>
  </ScrollView>
);

export const Scroller = ({ className, children }: { className: string; children: ReactNode }) => (
  <ScrollView scrollY className={className}>
    {children}
  </ScrollView>
);

/** Covers the page. The page behind does not scroll. */
export const Dialog = (props: {
  label: string;
  className: string;
  onClose: () => void;
  children: ReactNode;
}) => (
  <View className={props.className} aria-role="dialog" aria-label={props.label} catchMove>
    {props.children}
  </View>
);

/**
 * Brings the field into view, once it and its mistake are drawn. On H5 it also gets the focus; here that would throw up
 * the keyboard.
 */
export const goToField = (id: string): void =>
  void setTimeout(() => {
    Taro.pageScrollTo({ selector: `#${id}-field`, offsetTop: -24, duration: 160 }).catch(
      () => undefined,
    );
  }, DRAWN_MS);
const DRAWN_MS = 50;

/** Calls. */
export const dial = (phoneNumber: string): void =>
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);

/** Without what is undefined: Taro would set it as the text “undefined”. */
function given<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export { Text, View };
