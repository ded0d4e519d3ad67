import { symptomLabels } from '@yimatong/shared/core/symptom';
import type { PersonId } from '@yimatong/shared/core/id';
import { doorstepContract } from '@yimatong/shared/doorstep/contract';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { momentIn } from '../core/when';
import { OwnList } from './own-list';

const empty = { zh: '没有上门核查记录', en: 'No checks at your door' };
const emptyHelp = {
  zh: '网格员上门核查后，时间、体温和症状会显示在这里。',
  en: 'Once a grid worker has checked at your door, time, temperature and symptoms appear here.',
};
const none = { zh: '没有症状', en: 'No symptoms' };
const filed = { zh: '已征得同意代为打卡', en: 'Filed as the day’s check-in, with consent' };

/** What a grid worker has written down at the door (V9). */
export function DoorChecks({ personId }: { personId: PersonId }) {
  const say = useSay();
  return (
    <OwnList
      route={doorstepContract.mine}
      personId={personId}
      itemsOf={({ checks }) => checks}
      empty={empty}
      emptyHelp={emptyHelp}
    >
      {(one) => (
        <View key={one.id} className="ui-card">
          <Text className="records-record__what">{one.placeName}</Text>
          <Text className="records-record__note">
            {one.temperature.toFixed(1)} ℃ ·{' '}
            {one.symptoms.length === 0
              ? say(none)
              : one.symptoms.map((symptom) => say(symptomLabels[symptom])).join('、')}
          </Text>
          {one.filed && <Text className="records-record__note">{say(filed)}</Text>}
          <Text className="records-record__when">{say(momentIn(one.at))}</Text>
        </View>
      )}
    </OwnList>
  );
}
