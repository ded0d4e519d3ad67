import { clinicContract, type OwnVisit } from '@yimatong/shared/clinic/contract';
import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import type { PersonId } from '@yimatong/shared/core/id';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '没有发热门诊就诊记录', en: 'No visit to a fever clinic' };
const emptyHelp = {
  zh: '医院登记的发热门诊就诊会列在这里：地点、时间和体温。',
  en: 'Visits that a hospital recorded appear here: place, time and temperature.',
};

/** Visits to fever clinics: what, where and when (V5). */
export function Visits({ personId }: { personId: PersonId }) {
  const pages = usePages(clinicContract.mine, {
    given: (before: OwnVisit['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <RecordList empty={empty} emptyHelp={emptyHelp} pages={pages} itemsOf={({ visits }) => visits}>
      {(visit) => <Visited key={visit.id} visit={visit} />}
    </RecordList>
  );
}

function Visited({ visit: { at, placeName, temperature, state } }: { visit: OwnVisit }) {
  const say = useSay();
  return (
    <View className="ui-card">
      <Text className="records-record__what">{placeName}</Text>
      <Text className="records-record__note">{temperature.toFixed(1)} ℃</Text>
      {state !== 'recorded' && (
        <Text className="records-record__note">{say(recordStateLabels[state])}</Text>
      )}
      <Text className="records-record__when">{say(momentIn(at))}</Text>
    </View>
  );
}
