import type { Hotline } from '@yimatong/shared/notice/contract';
import { useSay } from '../core/say';
import { Heading, Text, View } from '../core/ui/native';
import { Dial } from './dial';

export function Hotlines({ hotlines }: { hotlines: readonly Hotline[] }) {
  const say = useSay();
  return (
    <>
      {hotlines.map(({ phone, name, what }) => (
        <View key={phone} className="ui-card">
          <Heading small>{say(name)}</Heading>
          <View className="notice-line">
            <Text>{say(what)}</Text>
          </View>
          <Dial id={`call-${phone}`} phone={phone} />
        </View>
      ))}
    </>
  );
}
