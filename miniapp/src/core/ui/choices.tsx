/** Choosing from what is on the screen: large enough for gloves, told apart without colour. */
import type { Labels } from '@yimatong/shared/core/option';
import { type Words, useSay } from '../say';
import { Field, type FieldProps, Mistake } from './field';
import { Ornament, Tap, Text, View } from './native';

export interface Option<Code extends string = string> {
  code: Code;
  label: Words;
  help?: Words;
}

/** A list of labels, as the contracts have them, in its own order. */
export const optionsOf = <Code extends string>(labels: Labels<Code>): Option<Code>[] =>
  (Object.entries(labels) as [Code, Words][]).map(([code, label]) => ({ code, label }));

const none = { zh: '以上都没有', en: 'None of these' };

interface ToggleListProps<Code extends string> extends FieldProps {
  options: readonly Option<Code>[];
  /** Undefined: not answered yet. Empty: none of them, said out loud. */
  value: readonly Code[] | undefined;
  onChange: (value: Code[]) => void;
  noneLabel?: Words;
  /** Two in a row where there is room: for many short ones. */
  twoColumns?: boolean;
}

/** Any number of choices, or the one that excludes them all, which comes first because it is the usual answer. */
export function ToggleList<Code extends string>(props: ToggleListProps<Code>) {
  const { id, options, value, onChange, noneLabel = none, twoColumns = false } = props;
  const toggled = (code: Code) =>
    value?.includes(code) === true ? value.filter((one) => one !== code) : [...(value ?? []), code];
  return (
    <Field {...props} group="group" groupClass={twoColumns ? 'ui-choices--two' : ''}>
      <Choice
        id={`${id}-none`}
        role="checkbox"
        label={noneLabel}
        on={value?.length === 0}
        onTap={() => onChange([])}
      />
      {options.map((option) => (
        <Choice
          key={option.code}
          id={`${id}-${option.code}`}
          role="checkbox"
          label={option.label}
          help={option.help}
          on={value?.includes(option.code) === true}
          onTap={() => onChange(toggled(option.code))}
        />
      ))}
    </Field>
  );
}

interface RadioListProps<Code extends string> extends FieldProps {
  options: readonly Option<Code>[];
  value: Code | undefined;
  onChange: (value: Code) => void;
}

/** One of a few. */
export function RadioList<Code extends string>(props: RadioListProps<Code>) {
  const { id, options, value, onChange } = props;
  return (
    <Field {...props} group="radiogroup" groupClass="ui-choices">
      {options.map((option) => (
        <Choice
          key={option.code}
          id={`${id}-${option.code}`}
          role="radio"
          label={option.label}
          help={option.help}
          on={value === option.code}
          onTap={() => onChange(option.code)}
        />
      ))}
    </Field>
  );
}

interface TickProps {
  id: string;
  label: Words;
  help?: Words;
  mistake?: Words | undefined;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** One thing to agree to, such as a pledge. */
export const Tick = ({ id, label, help, mistake, on, onChange }: TickProps) => (
  <View id={`${id}-field`} className="ui-field">
    <Choice id={id} role="checkbox" label={label} help={help} on={on} onTap={() => onChange(!on)} />
    <Mistake id={id} words={mistake} />
  </View>
);

/** A setting that takes effect at once. */
export function Switch({ id, label, help, on, onChange }: Omit<TickProps, 'mistake'>) {
  const say = useSay();
  return (
    <Tap id={id} role="switch" checked={on} className="ui-row" onTap={() => onChange(!on)}>
      <View className="ui-row__main">
        <Text>{say(label)}</Text>
        {help !== undefined && <Text className="ui-row__note">{say(help)}</Text>}
      </View>
      <View className={`ui-switch${on ? ' ui-switch--on' : ''}`}>
        <Ornament className="ui-switch__knob" />
      </View>
    </Tap>
  );
}

interface ChoiceProps {
  id: string;
  role: 'radio' | 'checkbox';
  label: Words;
  help?: Words | undefined;
  on: boolean;
  onTap: () => void;
}

function Choice({ id, role, label, help, on, onTap }: ChoiceProps) {
  const say = useSay();
  return (
    <Tap
      id={id}
      role={role}
      checked={on}
      className={`ui-choice${on ? ' ui-choice--on' : ''}`}
      onTap={onTap}
    >
      <Ornament className={`ui-choice__mark${role === 'radio' ? ' ui-choice__mark--round' : ''}`} />
      <View className="ui-choice__words">
        <Text>{say(label)}</Text>
        {help !== undefined && <Text className="ui-row__note">{say(help)}</Text>}
      </View>
    </Tap>
  );
}
