import { type Progress, reportStateLabels } from '@yimatong/shared/report/progress';
import { useSay } from '../core/say';
import { Group, Ornament, Text, View } from '../core/ui/native';
import { momentIn } from '../core/when';
import './report.scss';

const label = { zh: '处理进展', en: 'Progress' };

/** Every state it has had with its time, the latest first. */
export function ProgressShown({ of }: { of: Progress }) {
  const say = useSay();
  return (
    <Group id="progress" role="list" label={say(label)} className="report-progress">
      {[...of].reverse().map(({ state, at }, i) => (
        <View key={at} className={`report-step${i === 0 ? ' report-step--latest' : ''}`}>
          <Ornament className="report-step__dot" />
          <View className="report-step__words">
            <Text className="report-step__state">{say(reportStateLabels[state])}</Text>
            <Text className="report-when">{say(momentIn(at))}</Text>
          </View>
        </View>
      ))}
    </Group>
  );
}
