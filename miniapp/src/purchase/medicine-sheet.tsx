import { useState } from 'react';
import { Bought } from '@yimatong/shared/purchase/contract';
import { medicineKindLabels, medicinesLike } from '@yimatong/shared/purchase/medicine';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { TextInput } from '../core/ui/field';
import { Ornament, Scroller, Tap, Text, View } from '../core/ui/native';
import { Sheet } from '../core/ui/sheet';

const words = {
  title: { zh: '选择药品', en: 'Choose a medicine' },
  search: { zh: '名称或拼音首字母', en: 'Name, or first letters of the pinyin' },
  none: { zh: '清单里没有。', en: 'Not in the list.' },
};

interface Props {
  onPick: (bought: Bought) => void;
  onClose: () => void;
}

/** From the list, or as typed: a counter sells what no list knows. */
export function MedicineSheet({ onPick, onClose }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const found = medicinesLike(typed);
  const free = Bought.safeParse({ name: typed, quantity: 1, unit: 'box' });
  // Letters alone are a search, not a name; and what is in the list is taken from the list.
  const isName = found.length === 0 && !/^[a-z\s]+$/i.test(typed.normalize('NFKC').trim());
  const kinds = Object.entries(medicineKindLabels);
  return (
    <Sheet title={words.title} onClose={onClose}>
      <TextInput
        id="medicine-search"
        label={words.search}
        value={typed}
        maxLength={60}
        onChange={setTyped}
      />
      <Scroller className="purchase-list">
        {kinds.map(([kind, label]) => {
          const ofKind = found.filter((one) => one.kind === kind);
          return (
            ofKind.length > 0 && (
              <View key={kind}>
                <Text className="purchase-list__kind">{say(label)}</Text>
                {ofKind.map(({ code, zh, en }) => (
                  <Tap
                    key={code}
                    id={`medicine-${code}`}
                    className="purchase-list__one"
                    onTap={() => onPick({ code, name: zh, quantity: 1, unit: 'box' })}
                  >
                    <Text className="ui-row__main">{say({ zh, en: `${en} ${zh}` })}</Text>
                    <Ornament className="ui-row__arrow" />
                  </Tap>
                ))}
              </View>
            )
          );
        })}
        {found.length === 0 && <Text className="ui-help">{say(words.none)}</Text>}
      </Scroller>
      {isName && free.success && (
        <Button
          id="medicine-free"
          kind="secondary"
          label={{ zh: `按“${typed.trim()}”添加`, en: `Add “${typed.trim()}” as typed` }}
          onTap={() => onPick(free.data)}
        />
      )}
    </Sheet>
  );
}
