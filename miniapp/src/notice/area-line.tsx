import type { RiskArea } from '@yimatong/shared/code/risk-area';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';

const onwards = { zh: '至今', en: 'until now' };

/** A key area with its days, in full: years matter here. */
export function AreaLine({ area: { name, from, until, cites } }: { area: RiskArea }) {
  const say = useSay();
  return (
    <View className="notice-area">
      <Text className="notice-area__name">{say(name)}</Text>
      <View className="notice-line">
        {from} – {until ?? say(onwards)}
      </View>
      <View className="notice-about">{cites}</View>
    </View>
  );
}
