import type { PersonId } from '@yimatong/shared/core/id';
import { observationContract, outcomeLabels } from '@yimatong/shared/observation/contract';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { dateIn } from '../core/when';
import { OwnList } from './own-list';

const empty = { zh: '没有医学观察记录', en: 'No medical observation' };
const emptyHelp = {
  zh: '医院登记医学观察后，开始日期、地点和进展会显示在这里。',
  en: 'Once a hospital puts you under observation, since when, where and how far it is appears here.',
};
const open = { zh: '观察中', en: 'Under observation' };

/** Since when, where and how far one is under observation; nothing of the case (V6). */
export function Observations({ personId }: { personId: PersonId }) {
  const say = useSay();
  return (
    <OwnList
      route={observationContract.mine}
      personId={personId}
      itemsOf={({ observations }) => observations}
      empty={empty}
      emptyHelp={emptyHelp}
    >
      {({ id, placeName, startOn, days, done, until, endOn, outcome }) => {
        const [from, last] = [dateIn(startOn), dateIn(endOn ?? until)];
        return (
          <View key={id} className="ui-card">
            <Text className="records-record__what">{placeName}</Text>
            <Text className="records-record__note">
              {say({ zh: `${from.zh} 至 ${last.zh}`, en: `${from.en} – ${last.en}` })}
            </Text>
            <Text className="records-record__note">
              {say({ zh: `随访 ${done} / ${days} 天`, en: `Seen on ${done} of ${days} days` })}
            </Text>
            <Text className="records-record__when">
              {say(outcome === undefined ? open : outcomeLabels[outcome])}
            </Text>
          </View>
        );
      }}
    </OwnList>
  );
}
