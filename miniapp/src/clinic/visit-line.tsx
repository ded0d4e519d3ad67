import { type VisitListed } from '@yimatong/shared/clinic/contract';
import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import type { Said } from '@yimatong/shared/core/say';
import { useSay } from '../core/say';
import { Tap, Text, View } from '../core/ui/native';
import { timeIn } from '../core/when';

/** A visit in the list: no more of a name than tells it from the next. */
export function VisitLine({ visit, onTap }: { visit: VisitListed; onTap: () => void }) {
  const say = useSay();
  const { id, at, maskedName, temperature, amended, state } = visit;
  return (
    <Tap id={`visit-${id}`} className="ui-card" onTap={onTap}>
      <View className="whom-record__head">
        <Text className="whom-record__who">{maskedName}</Text>
        <Text>{timeIn(at)}</Text>
      </View>
      <Text className="whom-record__line">{temperature.toFixed(1)} ℃</Text>
      {(state !== 'recorded' || amended > 0) && (
        <Text className="whom-record__note">
          {[
            ...(state === 'recorded' ? [] : [say(recordStateLabels[state])]),
            ...(amended > 0 ? [say(times(amended))] : []),
          ].join(' · ')}
        </Text>
      )}
    </Tap>
  );
}

const times = (amended: number): Said => ({
  zh: `更正过 ${amended} 次`,
  en: `Corrected ${amended} ${amended === 1 ? 'time' : 'times'}`,
});
