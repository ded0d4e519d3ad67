import { useState } from 'react';
import { type Words, useSay } from '../../core/say';
import { TextInput } from '../../core/ui/field';
import { Tap, View } from '../../core/ui/native';

/** The characters before a plate, those of the province's own neighbours across the strait first. */
const PROVINCES = [...'琼粤桂湘闽赣鄂川渝贵云京津沪冀晋蒙辽吉黑苏浙皖鲁豫藏陕甘青宁新'];

const words = {
  plate: { zh: '车牌号', en: 'Plate number' },
  help: {
    zh: '先点省份，再输入字母和数字，例如 琼A12345',
    en: 'Tap the province, then type the rest, for example 琼A12345',
  },
  province: { zh: '省份', en: 'Province' },
  more: { zh: '更多', en: 'More' },
};
const FIRST = 8;

interface Props {
  value: string;
  mistake: Words | undefined;
  onChange: (plate: string) => void;
}

/** A plate typed with thumbs: the province is tapped, the phone's own keys do the rest. */
export function PlateField({ value, mistake, onChange }: Props) {
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const province = PROVINCES.find((one) => value.startsWith(one));
  const rest = province === undefined ? value : value.slice(1);
  const isShown = (one: string, i: number) => isWhole || i < FIRST || one === province;
  return (
    <View id="plate-field">
      <View className="plate-keys" aria-label={say(words.province)}>
        {PROVINCES.filter(isShown).map((one) => (
          <Tap
            key={one}
            id={`province-${PROVINCES.indexOf(one)}`}
            role="radio"
            checked={one === province}
            className={`plate-key${one === province ? ' plate-key--on' : ''}`}
            onTap={() => onChange(one + rest)}
          >
            {one}
          </Tap>
        ))}
        {!isWhole && (
          <Tap id="provinces" className="plate-key plate-key--more" onTap={() => setWhole(true)}>
            {say(words.more)}
          </Tap>
        )}
      </View>
      <TextInput
        id="vehicle-plate"
        label={words.plate}
        help={words.help}
        maxLength={20}
        value={value}
        mistake={mistake}
        onChange={(typed) => onChange(typed.toUpperCase())}
      />
    </View>
  );
}
