/** A body temperature: typed on a keypad with a point, or stepped by tenths with gloves on. */
import { useEffect, useState } from 'react';
import { useSay } from '../say';
import { Field, type FieldProps } from './field';
import { Tap, Text, TextBox, View } from './native';

/** Where the steps begin when nothing is typed: a usual armpit temperature, °C. */
const USUAL = 36.5;

interface Props extends FieldProps {
  /** °C, one decimal. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

const lower = { zh: '降低 0.1 度', en: 'Lower by 0.1' };
const higher = { zh: '升高 0.1 度', en: 'Raise by 0.1' };

export function Temperature(props: Props) {
  const { id, label, value, onChange, mistake } = props;
  const say = useSay();
  const [text, setText] = useState(textOf(value));
  // A value from elsewhere (a draft, “as yesterday”) replaces what is shown; “36.” while typing does not.
  useEffect(() => {
    setText((shown) => (numberOf(shown) === value ? shown : textOf(value)));
  }, [value]);

  const step = (tenths: number) =>
    onChange(value === undefined ? USUAL : Math.round(value * 10 + tenths) / 10);
  return (
    <Field {...props}>
      <View className="ui-temperature">
        <Step id={`${id}-lower`} sign="−" label={say(lower)} onTap={() => step(-1)} />
        <View className="ui-temperature__value">
          <TextBox
            id={id}
            kind="decimal"
            label={say(label)}
            value={text}
            maxLength={5}
            wrong={mistake !== undefined}
            onInput={(typed) => {
              setText(typed);
              onChange(numberOf(typed));
            }}
          />
          <Text className="ui-temperature__unit">℃</Text>
        </View>
        <Step id={`${id}-higher`} sign="+" label={say(higher)} onTap={() => step(1)} />
      </View>
    </Field>
  );
}

const Step = (props: { id: string; sign: string; label: string; onTap: () => void }) => (
  <Tap id={props.id} label={props.label} className="ui-temperature__step" onTap={props.onTap}>
    {props.sign}
  </Tap>
);

const textOf = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1));

/** `36.5`, `３６．５`, `36。5`, `36,5` and, typed in haste, `365`. Anything else is not a number yet. */
export function numberOf(typed: string): number | undefined {
  const plain = typed
    .trim()
    .normalize('NFKC')
    .replace(/[,，。]/, '.');
  if (!/^\d+(\.\d*)?$/.test(plain)) return undefined;
  const number = Number(plain);
  return /^[34]\d\d$/.test(plain) ? number / 10 : number;
}
