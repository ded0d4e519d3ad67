/** A field: label above, control, help under it, and what is wrong in words that say how to mend it. */
import type { ReactNode } from 'react';
import { type Words, useSay } from '../say';
import { Caption, Group, type InputKind, Live, Ornament, Text, TextBox, View } from './native';

export interface FieldProps {
  /** Unique on the page: the control's id; the field around it is `<id>-field`. */
  id: string;
  label: Words;
  help?: Words | undefined;
  mistake?: Words | undefined;
  optional?: boolean | undefined;
}

const optionalWord = { zh: '（选填）', en: ' (optional)' };

/** `group`: the control is several elements, named together; a long one has what is wrong above it, where one looks. */
export function Field(
  props: FieldProps & {
    group?: 'group' | 'radiogroup';
    groupClass?: string;
    children: ReactNode;
  },
) {
  const { id, label, help, optional = false, group, groupClass = '', children } = props;
  const say = useSay();
  const caption = (
    <>
      {say(label)}
      {optional && <Text className="ui-label__optional">{say(optionalWord)}</Text>}
    </>
  );
  return (
    <View id={`${id}-field`} className="ui-field">
      {group === undefined ? (
        <Caption of={id}>{caption}</Caption>
      ) : (
        <View className="ui-label">{caption}</View>
      )}
      {group === undefined ? (
        <>
          {children}
          <Mistake id={id} words={props.mistake} />
        </>
      ) : (
        <>
          <Mistake id={id} words={props.mistake} />
          <Group id={id} role={group} label={say(label)} className={groupClass}>
            {children}
          </Group>
        </>
      )}
      {help !== undefined && (
        <View id={`${id}-help`} className="ui-help">
          {say(help)}
        </View>
      )}
    </View>
  );
}

export function Mistake({ id, words }: { id: string; words: Words | undefined }) {
  const say = useSay();
  if (words === undefined) return null;
  return (
    <Live urgent id={`${id}-mistake`} className="ui-mistake">
      <Ornament className="ui-mistake__icon" />
      <Text className="ui-notice__words">{say(words)}</Text>
    </Live>
  );
}

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  kind?: InputKind;
  placeholder?: Words;
  maxLength?: number;
  lines?: boolean;
  disabled?: boolean;
  autoComplete?: string;
}

export function TextInput(props: TextInputProps) {
  const say = useSay();
  const { id, value, onChange, onLeave, kind = 'text', label, placeholder, mistake } = props;
  return (
    <Field {...props}>
      <TextBox
        id={id}
        value={value}
        kind={kind}
        label={say(label)}
        placeholder={placeholder && say(placeholder)}
        maxLength={props.maxLength}
        lines={props.lines}
        disabled={props.disabled}
        autoComplete={props.autoComplete}
        wrong={mistake !== undefined}
        onInput={onChange}
        onLeave={onLeave}
      />
    </Field>
  );
}
