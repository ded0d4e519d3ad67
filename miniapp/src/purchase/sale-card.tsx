import { useState } from 'react';
import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import { purchaseContract, type PurchaseListed } from '@yimatong/shared/purchase/contract';
import { boughtLine } from '@yimatong/shared/purchase/lines';
import { ProposalCard } from '../code/withdrawal/proposal-card';
import { ProposeSheet } from '../code/withdrawal/propose-sheet';
import { useSay } from '../core/say';
import { Link } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { useSubmit } from '../core/use-submit';
import { momentIn } from '../core/when';

const words = {
  forOther: { zh: '代他人购买', en: 'For somebody else' },
  means: {
    zh: '确认后：用药人因这次购药产生的黄码取消，记录保留并标为已撤销。',
    en: 'Confirmed: the yellow that this purchase made goes, and the record stays, marked as withdrawn.',
  },
  withdraw: { zh: '申请撤销', en: 'Propose a withdrawal' },
  confirmedBy: {
    zh: '由本店另一位同事或市县指挥部确认',
    en: 'A colleague of this pharmacy, or the supervisor of the area, confirms it',
  },
};

const changes = [purchaseContract.sales, purchaseContract.proposals];

/** A sale, and the two steps of taking it back. */
export function SaleCard({ sale }: { sale: PurchaseListed }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const proposing = useSubmit(purchaseContract.propose, { changes, done: () => setAsking(false) });
  const deciding = useSubmit(purchaseContract.decide, { changes });
  const { id, at, maskedName, medicines, isForOther, state, proposal } = sale;
  const params = { purchaseId: id };
  return (
    <View id={`sale-${id}`} className="ui-card">
      <View className="whom-record__head">
        <Text className="whom-record__who">{maskedName}</Text>
        <Text className="whom-record__note">{say(momentIn(at))}</Text>
      </View>
      {medicines.map((bought, i) => (
        <Text key={i} className="whom-record__line">
          {say(boughtLine(bought))}
        </Text>
      ))}
      {isForOther && <Text className="whom-record__note">{say(words.forOther)}</Text>}
      {state === 'withdrawn' && (
        <Text className="whom-record__note">{say(recordStateLabels.withdrawn)}</Text>
      )}
      {proposal !== undefined && (
        <ProposalCard
          id={id}
          means={words.means}
          proposal={proposal}
          busy={deciding.busy}
          failure={deciding.failure}
          onDecide={(decision) => void deciding.submit({ params, body: { decision } })}
        />
      )}
      {state === 'recorded' && (
        <Link id={`withdraw-${id}`} label={words.withdraw} onTap={() => setAsking(true)} />
      )}
      {isAsking && (
        <ProposeSheet
          by={words.confirmedBy}
          busy={proposing.busy}
          failure={proposing.failure}
          onClose={() => setAsking(false)}
          onPropose={(reason) => void proposing.submit({ params, body: { reason } })}
        />
      )}
    </View>
  );
}
