import type { PersonId } from '@yimatong/shared/core/id';
import { type Declared, declarationContract } from '@yimatong/shared/declaration/contract';
import { mayGoOnDuty } from '@yimatong/shared/declaration/duty';
import { kindLabels, linesOf } from '@yimatong/shared/declaration/lines';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '还没有申报', en: 'Nothing declared yet' };
const emptyHelp = {
  zh: '申领健康码、每天打卡和其他申报的内容会出现在这里。',
  en: 'The claim of your code, your check-ins and other declarations appear here.',
};
const allowed = { zh: '当时绿码：可以返岗、复学', en: 'Green then: allowed to go' };
const refused = { zh: '当时不是绿码：不能返岗、复学', en: 'Not green then: not allowed to go' };
const corrects = { zh: '更正了当天先前的申报', en: 'Corrects an earlier one of that day' };

/** What was declared (U2–U6). */
export function Declarations({ personId }: { personId: PersonId }) {
  const pages = usePages(declarationContract.mine, {
    given: (before: Declared['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  const corrected = new Set(
    (pages.state.status === 'ready' ? pages.state.value : []).flatMap(({ declarations }) =>
      declarations.flatMap(({ corrects: earlier }) => earlier ?? []),
    ),
  );
  return (
    <RecordList
      empty={empty}
      emptyHelp={emptyHelp}
      pages={pages}
      itemsOf={({ declarations }) => declarations}
    >
      {(declared) => (
        <Record key={declared.id} declared={declared} isReplaced={corrected.has(declared.id)} />
      )}
    </RecordList>
  );
}

const filedAtDoor = { zh: '征得同意，上门代填：', en: 'Filed at the door, with consent:' };
const replaced = { zh: '已被当天后来的申报更正', en: 'Corrected by a later one of that day' };

function Record({ declared, isReplaced }: { declared: Declared; isReplaced: boolean }) {
  const say = useSay();
  const { declaration } = declared;
  return (
    <View className="ui-card records-record">
      <View className="records-record__head">
        <Text className="records-record__what">{say(kindLabels[declaration.kind])}</Text>
        <Text className="records-record__when">{say(momentIn(declared.at))}</Text>
      </View>
      {linesOf(declaration).map(({ label, value }) => (
        <View key={label.en} className="records-record__line">
          <Text className="records-record__label">{say(label)}</Text>
          <Text className="records-record__value">{say(value)}</Text>
        </View>
      ))}
      {declared.outcome && (
        <Text className="records-record__note">
          {say(mayGoOnDuty(declared.outcome) ? allowed : refused)}
        </Text>
      )}
      {declared.filedBy && (
        <Text className="records-record__note">
          {say(filedAtDoor)} {declared.filedBy.placeName}
        </Text>
      )}
      {isReplaced && <Text className="records-record__note">{say(replaced)}</Text>}
      {declared.corrects !== undefined && (
        <Text className="records-record__note">{say(corrects)}</Text>
      )}
    </View>
  );
}
