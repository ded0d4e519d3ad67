/** One of two to four, side by side: large, told apart by a mark and not by colour alone. */
import { useSay, type Words } from '../say';
import { Group, Tap, View } from './native';

interface Props<Code extends string> {
  id: string;
  label: Words;
  options: readonly { code: Code; label: Words }[];
  value: Code | undefined;
  onChange: (code: Code) => void;
}

export function Segments<Code extends string>({
  id,
  label,
  options,
  value,
  onChange,
}: Props<Code>) {
  const say = useSay();
  return (
    <View className="ui-segments">
      <View className="ui-segments__label">{say(label)}</View>
      <Group id={id} role="radiogroup" label={say(label)} className="ui-segments__row">
        {options.map((option) => (
          <Tap
            key={option.code}
            id={`${id}-${option.code}`}
            role="radio"
            checked={option.code === value}
            className={`ui-segment${option.code === value ? ' ui-segment--on' : ''}`}
            onTap={() => onChange(option.code)}
          >
            {say(option.label)}
          </Tap>
        ))}
      </Group>
    </View>
  );
}
