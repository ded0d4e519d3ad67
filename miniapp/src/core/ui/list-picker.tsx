/** One of many, from a panel: named groups in one list, for what would be too long on the page. */
import { useState } from 'react';
import { type Words, useSay } from '../say';
import { Field, type FieldProps } from './field';
import { Group, Scroller, Tap, Text } from './native';
import { Chooser, Sheet } from './sheet';

export interface ListGroup {
  readonly name?: Words;
  readonly items: readonly { readonly code: string; readonly name: Words }[];
}

interface Props extends FieldProps {
  groups: readonly ListGroup[];
  value: string | undefined;
  onChange: (code: string) => void;
}

export function ListPicker(props: Props) {
  const { id, label, groups, value, onChange, mistake } = props;
  const say = useSay();
  const [open, setOpen] = useState(false);
  const chosen = groups.flatMap(({ items }) => items).find(({ code }) => code === value)?.name;
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
          <Scroller className="ui-list">
            {groups.map((group, at) => (
              <Group key={at} role="radiogroup" label={say(group.name ?? label)}>
                {group.name !== undefined && (
                  <Text className="ui-list__group">{say(group.name)}</Text>
                )}
                {group.items.map(({ code, name }) => (
                  <Tap
                    key={code}
                    id={`${id}-${code}`}
                    role="radio"
                    checked={code === value}
                    className={`ui-columns__item${code === value ? ' ui-columns__item--on' : ''}`}
                    onTap={() => {
                      onChange(code);
                      setOpen(false);
                    }}
                  >
                    {say(name)}
                  </Tap>
                ))}
              </Group>
            ))}
          </Scroller>
        </Sheet>
      )}
    </Field>
  );
}
