import type { PersonId } from '@yimatong/shared/core/id';
import { type OwnSample, sampleContract } from '@yimatong/shared/sample/contract';
import { shownResultLabels } from '@yimatong/shared/sample/result';
import { tubeKindLabels } from '@yimatong/shared/sample/tube';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '还没有核酸检测记录', en: 'No test yet' };
const emptyHelp = {
  zh: '采样和检测结果会出现在这里。',
  en: 'Your samples and their results appear here.',
};
const words = {
  where: { zh: '采样点', en: 'Where' },
  kind: { zh: '方式', en: 'Kind' },
  tube: { zh: '采样管', en: 'Tube' },
  tested: { zh: '检测', en: 'Tested' },
  undone: { zh: '误登记，已撤销', en: 'Entered by mistake and taken back' },
} as const;

/** What was sampled, and what came of it (V8): a positive result only once it is confirmed. */
export function Samples({ personId }: { personId: PersonId }) {
  const pages = usePages(sampleContract.mine, {
    given: (before: OwnSample['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <RecordList
      empty={empty}
      emptyHelp={emptyHelp}
      pages={pages}
      itemsOf={({ samples }) => samples}
    >
      {(sample) => <Sampled key={sample.id} sample={sample} />}
    </RecordList>
  );
}

function Sampled({ sample }: { sample: OwnSample }) {
  const say = useSay();
  const { at, placeName, kind, tubeNumber, result, testedAt, laboratory, undone } = sample;
  const lines = [
    [words.where, placeName ?? ''],
    [words.kind, say(tubeKindLabels[kind])],
    [words.tube, tubeNumber],
    ...(testedAt === undefined
      ? []
      : [[words.tested, `${laboratory ?? ''} ${say(momentIn(testedAt))}`] as const]),
  ] as const;
  return (
    <View className="ui-card records-record">
      <View className="records-record__head">
        <Text className="records-record__what">
          {say(undone === true ? words.undone : shownResultLabels[result])}
        </Text>
        <Text className="records-record__when">{say(momentIn(at))}</Text>
      </View>
      {lines.map(([label, value]) => (
        <View key={label.en} className="records-record__line">
          <Text className="records-record__label">{say(label)}</Text>
          <Text className="records-record__value">{value}</Text>
        </View>
      ))}
    </View>
  );
}
