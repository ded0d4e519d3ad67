/** After a check-in: a message tomorrow evening, should it be forgotten (U3). Nothing where nothing can be sent. */
import { useState } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { dayIn } from '@yimatong/shared/core/say';
import { reminderContract } from '@yimatong/shared/reminder/contract';
import { useSay } from '../core/say';
import { type Subscribing, subscribing } from '../core/subscribe';
import { Button } from '../core/ui/button';
import { Text } from '../core/ui/native';
import { Card, Notice } from '../core/ui/show';
import { useRoute } from '../core/use-route';
import { useSubmit } from '../core/use-submit';

export const RemindOffer = ({ personId }: { personId: PersonId }) =>
  subscribing === undefined ? null : <Offer {...{ personId }} by={subscribing} />;

const title = { zh: '怕忘记打卡？', en: 'Afraid to forget?' };
const help = {
  zh: '明天晚上 7 点还没打卡，就给您发一条提醒。只发一次，不会有别的消息。',
  en: 'One message if you have not checked in by 7 p.m. on the next day. One only, and nothing else.',
};
const remind = { zh: '明天提醒我打卡', en: 'Remind me tomorrow' };
const declined = {
  zh: '没有开通提醒。以后打卡后还可以再开通。',
  en: 'No reminder was set. You can set one after any check-in.',
};
const setFor = (day: { zh: string; en: string }) => ({
  zh: `已开通：从${day.zh}起，哪天晚上 7 点还没打卡，就提醒您一次。`,
  en: `Set: on the first day from ${day.en} without a check-in by 7 p.m. you are reminded, once.`,
});

function Offer({ personId, by }: { personId: PersonId; by: Subscribing }) {
  const say = useSay();
  const [refused, setRefused] = useState(false);
  const given = { params: { personId }, query: { platform: by.platform } };
  const { state } = useRoute(reminderContract.offer, given);
  const asking = useSubmit(reminderContract.ask, { changes: [reminderContract.offer] });
  if (state.status !== 'ready' || state.value.templateId === undefined) return null;

  const { templateId } = state.value;
  const from = asking.answer?.from ?? state.value.from;
  const ask = async () => {
    setRefused(false);
    if (!(await by.ask(templateId))) setRefused(true);
    else await asking.submit({ params: { personId }, body: { platform: by.platform } });
  };
  return (
    <Card title={title}>
      {from === undefined ? (
        <>
          <Text className="declaration-remind">{say(help)}</Text>
          <Button
            id="remind"
            kind="secondary"
            label={remind}
            busy={asking.busy}
            onTap={() => void ask()}
          />
        </>
      ) : (
        <Text id="reminds">{say(setFor(dayIn(from)))}</Text>
      )}
      {refused && <Notice words={declined} />}
      {asking.failure && <Notice kind="error" words={asking.failure.says} />}
    </Card>
  );
}
