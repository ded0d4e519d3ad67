import Taro from '@tarojs/taro';
import type { PersonId } from '@yimatong/shared/core/id';
import { type Vaccination, vaccinationContract } from '@yimatong/shared/sample/vaccination';
import { vaccineOf } from '@yimatong/shared/sample/vaccine';
import { LOGIN_PAGE } from '../core/page';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { EmptyState, ErrorState, Loading } from '../core/ui/states';
import { useRoute } from '../core/use-route';
import { dateIn } from '../core/when';

const empty = { zh: '还没有接种记录', en: 'No vaccination yet' };
const emptyHelp = {
  zh: '在接种点登记的疫苗会出现在这里。',
  en: 'What a vaccination site records appears here.',
};
const words = {
  vaccine: { zh: '疫苗', en: 'Vaccine' },
  maker: { zh: '企业', en: 'Maker' },
  batch: { zh: '批号', en: 'Batch' },
  where: { zh: '接种点', en: 'Where' },
} as const;

/** Which vaccines were given (V8). */
export function Vaccinations({ personId }: { personId: PersonId }) {
  const { state, reload } = useRoute(vaccinationContract.mine, { query: { personId } });
  if (state.status === 'loading') return <Loading />;
  if (state.status === 'failed')
    return (
      <ErrorState
        failure={state.failure}
        onRetry={() => void reload()}
        onSignIn={() => void Taro.navigateTo({ url: LOGIN_PAGE })}
      />
    );
  const { vaccinations } = state.value;
  return (
    <>
      {vaccinations.length === 0 && <EmptyState title={empty} help={emptyHelp} />}
      {vaccinations.map((one) => (
        <Given key={one.id} one={one} />
      ))}
    </>
  );
}

function Given({ one: { dose, on, vaccine, batchNumber, placeName } }: { one: Vaccination }) {
  const say = useSay();
  const known = vaccineOf(vaccine);
  const lines = [
    [words.vaccine, known ? say(known.name) : vaccine],
    [words.maker, known ? say(known.maker) : ''],
    [words.batch, batchNumber],
    [words.where, placeName ?? ''],
  ] as const;
  return (
    <View className="ui-card records-record">
      <View className="records-record__head">
        <Text className="records-record__what">
          {say({ zh: `第 ${dose} 剂`, en: `Dose ${dose}` })}
        </Text>
        <Text className="records-record__when">{say(dateIn(on))}</Text>
      </View>
      {lines
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <View key={label.en} className="records-record__line">
            <Text className="records-record__label">{say(label)}</Text>
            <Text className="records-record__value">{value}</Text>
          </View>
        ))}
    </View>
  );
}
