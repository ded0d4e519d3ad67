import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import type { PersonId } from '@yimatong/shared/core/id';
import { type OwnPurchase, purchaseContract } from '@yimatong/shared/purchase/contract';
import { boughtLine } from '@yimatong/shared/purchase/lines';
import { CallHotline } from '../code/call-hotline';
import { useSay } from '../core/say';
import { Text, View } from '../core/ui/native';
import { usePages } from '../core/use-pages';
import { momentIn } from '../core/when';
import { RecordList } from './record-list';

const empty = { zh: '没有购药记录', en: 'No purchase of medicine' };
const emptyHelp = {
  zh: '药店登记的退热、止咳类药品会列在这里。',
  en: 'Fever and cough medicine that a pharmacy recorded appears here.',
};
const words = {
  bought: {
    zh: '代他人购买，记入对方的健康码，不影响您',
    en: 'For somebody else: recorded with their code, not yours',
  },
  taken: {
    zh: '他人凭您的手机号代买。如非您本人用药，请拨打下面的电话，或到该药店申请撤销。',
    en: 'Bought by somebody else for your number. If it was not for you, call below, or ask the pharmacy to withdraw it.',
  },
};

/** Medicine bought for oneself, by whomever, and by oneself for others (V7). */
export function Purchases({ personId }: { personId: PersonId }) {
  const pages = usePages(purchaseContract.mine, {
    given: (before: OwnPurchase['id'] | undefined) => ({
      query: { personId, ...(before && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <>
      <RecordList
        empty={empty}
        emptyHelp={emptyHelp}
        pages={pages}
        itemsOf={({ purchases }) => purchases}
      >
        {(purchase) => <Purchased key={purchase.id} of={purchase} />}
      </RecordList>
      <CallHotline />
    </>
  );
}

function Purchased({ of: purchase }: { of: OwnPurchase }) {
  const say = useSay();
  const { at, placeName, medicines, as, isForOther, state } = purchase;
  return (
    <View className="ui-card">
      <Text className="records-record__what">{placeName}</Text>
      {medicines.map((bought, i) => (
        <Text key={i} className="records-record__note">
          {say(boughtLine(bought))}
        </Text>
      ))}
      {isForOther && <Text className="records-record__note">{say(words[as])}</Text>}
      {state !== 'recorded' && (
        <Text className="records-record__note">{say(recordStateLabels[state])}</Text>
      )}
      <Text className="records-record__when">{say(momentIn(at))}</Text>
    </View>
  );
}
