import { type Line, linesOf } from '@yimatong/shared/declaration/lines';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import './declaration.scss';

/** What is declared, read before or after sending. */
export function Lines({ of }: { of: Parameters<typeof linesOf>[0] }) {
  const say = useSay();
  return (
    <View className="declaration-lines">
      {linesOf(of).map(({ label, value }: Line) => (
        <View key={label.en} className="declaration-line">
          <Text className="declaration-line__label">{say(label)}</Text>
          <Text>{say(value)}</Text>
        </View>
      ))}
    </View>
  );
}
