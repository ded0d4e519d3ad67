import type { PersonId } from '@yimatong/shared/core/id';
import { type Declared, declarationContract } from '@yimatong/shared/declaration/contract';
import { kindLabels, linesOf } from '@yimatong/shared/declaration/lines';
import { useSay } from '../../core/say';
import { Text, View } from '../../core/ui/native';
import { usePages } from '../../core/use-pages';
import { momentIn } from '../../core/when';
import { OwnPage } from '../own-page';
import { RecordList } from '../record-list';
import '../account.scss';

definePageConfig({ navigationBarTitleText: '我的申报记录', enablePullDownRefresh: true });

const title = { zh: '我的申报记录', en: 'My declarations' };
const empty = { zh: '还没有申报', en: 'Nothing declared yet' };
const emptyHelp = {
  zh: '申领健康码和每天打卡的内容会出现在这里。',
  en: 'The claim of your code and your daily check-ins appear here.',
};
const corrects = { zh: '更正了当天先前的申报', en: 'Corrects an earlier one of that day' };

export default function RecordsPage() {
  return <OwnPage title={title}>{(personId) => <Records personId={personId} />}</OwnPage>;
}

function Records({ personId }: { personId: PersonId }) {
  const pages = usePages(declarationContract.mine, {
    given: (before: Declared['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <RecordList
      title={title}
      empty={empty}
      emptyHelp={emptyHelp}
      pages={pages}
      itemsOf={({ declarations }) => declarations}
    >
      {(declared) => <Record key={declared.id} declared={declared} />}
    </RecordList>
  );
}

function Record({ declared }: { declared: Declared }) {
  const say = useSay();
  const { declaration } = declared;
  return (
    <View className="ui-card account-record">
      <View className="account-record__head">
        <Text className="account-record__what">{say(kindLabels[declaration.kind])}</Text>
        <Text className="account-record__when">{say(momentIn(declared.at))}</Text>
      </View>
      {linesOf(declaration).map(({ label, value }) => (
        <View key={label.en} className="account-record__line">
          <Text className="account-record__label">{say(label)}</Text>
          <Text className="account-record__value">{say(value)}</Text>
        </View>
      ))}
      {declared.corrects !== undefined && (
        <Text className="account-record__note">{say(corrects)}</Text>
      )}
    </View>
  );
}
