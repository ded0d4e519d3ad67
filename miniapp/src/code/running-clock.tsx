import { clockTimeOf, dayOf, instantOf } from '@yimatong/shared/core/day';
import { useNow } from '../core/clock';
import { useSay } from '../core/say';
import { Ornament, Text, View } from '../core/ui/native';
import { weekdayIn } from '../core/when';
import './code.scss';

/** The time with its seconds and a mark that moves: a screenshot has neither. By the server's clock. */
export function RunningClock() {
  const say = useSay();
  // Four times a second, so that no second is skipped.
  const at = instantOf(useNow(250));
  return (
    <View className="code-clock">
      <Text className="code-clock__day">{say(weekdayIn(dayOf(at)))}</Text>
      <Text id="clock" className="code-clock__time">
        {clockTimeOf(at)}
      </Text>
      <View className="code-clock__track">
        <Ornament className="code-clock__mark" />
      </View>
    </View>
  );
}
