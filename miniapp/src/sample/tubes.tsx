import type { PlaceId } from '@yimatong/shared/core/id';
import { sampleContract, type Tube } from '@yimatong/shared/sample/contract';
import { type ResultState, testResultLabels } from '@yimatong/shared/sample/result';
import { tubeKindLabels } from '@yimatong/shared/sample/tube';
import type { Said } from '@yimatong/shared/core/say';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Card, Notice } from '../core/ui/show';
import { usePages } from '../core/use-pages';
import { timeIn } from '../core/when';

const words = {
  title: { zh: '今天的采样管', en: 'Today’s tubes' },
  none: { zh: '今天还没有采样。', en: 'No sample was taken today.' },
  more: { zh: '显示更多', en: 'Show more' },
  people: { zh: '已采人数', en: 'People' },
  open: { zh: '采样中', en: 'Open' },
  closed: { zh: '已封管', en: 'Closed' },
  awaiting: { zh: '待结果', en: 'Awaiting' },
};

/** The site's day: how many people, which tubes, what of them is known. */
export function Tubes({ placeId }: { placeId: PlaceId }) {
  const say = useSay();
  const pages = usePages(sampleContract.tubes, {
    given: (after: string | undefined) => ({ query: { placeId, ...(after && { after }) } }),
    nextOf: ({ next }) => next,
  });
  if (pages.state.status === 'loading') return null;
  if (pages.state.status === 'failed')
    return <Notice kind="error" words={pages.state.failure.says} />;
  const { value } = pages.state;
  const counts = value[0]?.counts;
  const tubes = value.flatMap((page) => page.tubes);
  return (
    <Card title={words.title}>
      {tubes.length === 0 && <Text className="sample-note">{say(words.none)}</Text>}
      {counts && tubes.length > 0 && (
        <View className="sample-figures">
          {(['people', 'open', 'closed', 'awaiting'] as const).map((figure) => (
            <View key={figure} className="sample-figures__one">
              <Text id={`figure-${figure}`} className="sample-figures__count">
                {counts[figure]}
              </Text>
              <Text className="sample-note">{say(words[figure])}</Text>
            </View>
          ))}
        </View>
      )}
      {tubes.map((tube) => (
        <OneTube key={tube.tubeNumber} tube={tube} />
      ))}
      {pages.more && (
        <Button
          id="more-tubes"
          kind="secondary"
          label={words.more}
          busy={pages.loadingMore}
          onTap={pages.more}
        />
      )}
    </Card>
  );
}

function OneTube({ tube }: { tube: Tube }) {
  const say = useSay();
  const { tubeNumber, kind, people, size, state, openedAt, result } = tube;
  return (
    <View className="sample-line">
      <View className="sample-line__head">
        <Text className="sample-line__number">{tubeNumber}</Text>
        <Text className="sample-line__state">{say(result ? resultIn(result) : words[state])}</Text>
      </View>
      <Text className="sample-note">
        {say(tubeKindLabels[kind])} · {people}/{size} · {timeIn(openedAt)}
      </Text>
      {result?.reason !== undefined && <Text className="sample-note">{result.reason}</Text>}
    </View>
  );
}

const standing: Record<Exclude<ResultState, 'recorded'>, Said> = {
  proposed: { zh: '待确认', en: 'to be confirmed' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  rejected: { zh: '退回核对', en: 'sent back' },
};

/** `阳性（待确认）`: what one person says alone is not yet so. */
function resultIn({ result, state }: NonNullable<Tube['result']>): Said {
  const { zh, en } = testResultLabels[result];
  if (state === 'recorded') return { zh, en };
  return { zh: `${zh}（${standing[state].zh}）`, en: `${en} (${standing[state].en})` };
}
