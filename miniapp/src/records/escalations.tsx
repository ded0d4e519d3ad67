import type { PersonId } from '@yimatong/shared/core/id';
import { type EscalationOfMe, escalationContract } from '@yimatong/shared/escalation/contract';
import {
  answerLabels,
  escalationReasonLabels,
  escalationStateLabels,
} from '@yimatong/shared/escalation/watch';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '没有上报记录', en: 'Nothing was reported' };
const emptyHelp = {
  zh: '在卡口被拦下并上报市县指挥部时，会记在这里。',
  en: 'When a gate stops you and reports it to the command, it appears here.',
};

/** Where one was stopped and reported, and what became of it (V3). */
export function Escalations({ personId }: { personId: PersonId }) {
  const pages = usePages(escalationContract.ofMe, {
    given: (before: EscalationOfMe['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <RecordList
      empty={empty}
      emptyHelp={emptyHelp}
      pages={pages}
      itemsOf={({ escalations }) => escalations}
    >
      {(one) => <Reported key={one.id} one={one} />}
    </RecordList>
  );
}

function Reported({ one: { placeName, reason, state, answer, at } }: { one: EscalationOfMe }) {
  const say = useSay();
  return (
    <View className="ui-card records-record">
      <View className="records-record__head">
        <Text className="records-record__what">{placeName}</Text>
        <Text className="records-record__when">{say(momentIn(at))}</Text>
      </View>
      <Text className="records-record__note">{say(escalationReasonLabels[reason])}</Text>
      <Text className="records-look__outcome">
        {say(answer === undefined ? escalationStateLabels[state] : answerLabels[answer])}
      </Text>
    </View>
  );
}
