/** An area in two steps: city or county on the left, street or township on the right. The data is given. */
import { useState } from 'react';
import { useSay } from '../say';
import { Field, type FieldProps } from './field';
import { Group, Scroller, Tap, View } from './native';
import { Chooser, Sheet } from './sheet';

export interface AreaOption {
  readonly code: string;
  readonly name: string;
  readonly streets: readonly { readonly code: string; readonly name: string }[];
}

interface Props extends FieldProps {
  areas: readonly AreaOption[];
  /** The street's code. */
  value: string | undefined;
  onChange: (code: string) => void;
}

const first = { zh: '市县', en: 'City or county' };
const second = { zh: '街道（乡镇）', en: 'Street or township' };

export function AreaPicker(props: Props) {
  const { id, label, areas, value, onChange, mistake } = props;
  const [open, setOpen] = useState(false);
  const chosen = nameOf(areas, value);
  return (
    <Field {...props}>
      <Chooser
        id={id}
        label={label}
        chosen={chosen}
        wrong={mistake !== undefined}
        onTap={() => setOpen(true)}
      />
      {open && (
        <Sheet title={label} onClose={() => setOpen(false)}>
          <Columns
            id={id}
            areas={areas}
            value={value}
            onPick={(code) => {
              onChange(code);
              setOpen(false);
            }}
          />
        </Sheet>
      )}
    </Field>
  );
}

function Columns(
  props: Pick<Props, 'id' | 'areas' | 'value'> & { onPick: (code: string) => void },
) {
  const { id, areas, value, onPick } = props;
  const say = useSay();
  const holder =
    areas.find(({ streets }) => streets.some(({ code }) => code === value)) ?? areas[0];
  const [left, setLeft] = useState(holder?.code);
  const streets = areas.find(({ code }) => code === left)?.streets ?? [];
  return (
    <View className="ui-columns">
      <Group role="radiogroup" label={say(first)} className="ui-columns__one">
        <Column id={id} items={areas} value={left} onPick={setLeft} />
      </Group>
      <Group role="radiogroup" label={say(second)} className="ui-columns__one">
        <Column key={left} id={id} items={streets} value={value} onPick={onPick} />
      </Group>
    </View>
  );
}

interface ColumnProps {
  id: string;
  items: readonly { readonly code: string; readonly name: string }[];
  value: string | undefined;
  onPick: (code: string) => void;
}

const Column = ({ id, items, value, onPick }: ColumnProps) => (
  <Scroller className="ui-columns__one">
    {items.map(({ code, name }) => (
      <Tap
        key={code}
        id={`${id}-${code}`}
        role="radio"
        checked={code === value}
        className={`ui-columns__item${code === value ? ' ui-columns__item--on' : ''}`}
        onTap={() => onPick(code)}
      >
        {name}
      </Tap>
    ))}
  </Scroller>
);

function nameOf(areas: readonly AreaOption[], code: string | undefined): string | undefined {
  for (const area of areas) {
    const street = area.streets.find((one) => one.code === code);
    if (street !== undefined) return `${area.name} ${street.name}`;
  }
  return undefined;
}
