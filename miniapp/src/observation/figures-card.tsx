import type { Answer } from '@yimatong/shared/core/contract';
import type { Said } from '@yimatong/shared/core/say';
import { observationContract } from '@yimatong/shared/observation/contract';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { Card } from '../core/ui/show';
import { useRoute } from '../core/use-route';
import type { Where } from './use-where';

const words = {
  title: { zh: '随访指标（近 60 天）', en: 'Follow-up in the last 60 days' },
  open: { zh: '在观察', en: 'Under observation' },
  seenToday: { zh: '今天已访', en: 'Seen today' },
  missedYesterday: { zh: '昨天漏访', en: 'Missed yesterday' },
  within48Hours: { zh: '48 小时内首访', en: 'First seen within 48 h' },
  neverSeen: { zh: '超 48 小时未见', en: 'Never seen in 48 h' },
  lost: { zh: '失访', en: 'Lost' },
} as const;

type Figures = Answer<typeof observationContract.figures>;

const lines = (of: Figures): [Said, string][] => [
  [words.open, String(of.open)],
  [words.seenToday, String(of.seenToday)],
  [words.missedYesterday, String(of.missedYesterday)],
  [words.within48Hours, `${of.within48Hours} / ${of.after48Hours}`],
  [words.neverSeen, String(of.neverSeen)],
  [words.lost, `${of.lost} / ${of.ended}`],
];

/** How well people are followed. */
export function FiguresCard({ where }: { where: Where }) {
  const say = useSay();
  const { state } = useRoute(observationContract.figures, { query: where });
  if (state.status !== 'ready' || state.value.open + state.value.ended === 0) return null;
  return (
    <Card title={words.title}>
      <View className="observation-figures">
        {lines(state.value).map(([label, number]) => (
          <View key={label.en} className="observation-figure">
            <Text className="observation-figure__number">{number}</Text>
            <Text className="observation-note">{say(label)}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
