import { useRouter } from '@tarojs/taro';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { Answer } from '@yimatong/shared/core/contract';
import type { EscalationId } from '@yimatong/shared/core/id';
import { dayIn } from '@yimatong/shared/core/say';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import {
  answerLabels,
  type Escalation,
  escalationReasonLabels,
} from '@yimatong/shared/escalation/watch';
import { Page } from '../../core/page';
import { useSay, type Words } from '../../core/say';
import { Button } from '../../core/ui/button';
import { dial, Text, View } from '../../core/ui/native';
import { Card, Shape } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { momentIn, timeIn } from '../../core/when';
import { AnswerFoot, AnswerForm, useAnswering } from '../answer-form';
import { Photos } from '../photos';
import '../escalation.scss';

definePageConfig({ navigationBarTitleText: '卡口上报' });

const words = {
  title: { zh: '卡口上报', en: 'Reported by a gate' },
  reason: { zh: '上报原因', en: 'Why' },
  note: { zh: '情况说明', en: 'What happens' },
  place: { zh: '卡口', en: 'Where' },
  at: { zh: '上报时间', en: 'When' },
  age: { zh: '年龄', en: 'Age' },
  why: { zh: '颜色原因', en: 'Why this colour' },
  none: { zh: '没有', en: 'Nothing' },
  call: { zh: '拨打本人电话', en: 'Call the person' },
  answered: { zh: '已答复', en: 'Answered' },
};

export default function OnePage() {
  const escalationId = (useRouter().params['id'] ?? '') as EscalationId;
  const { state, reload } = useRoute(
    escalationContract.one,
    { params: { escalationId } },
    // Each look is audited: it is read again by hand, and after the answer.
    { freshUntil: () => Infinity },
  );
  const answering = useAnswering(escalationId, () => void reload());
  const isOpen = state.status === 'ready' && state.value.escalation.answer === undefined;
  return (
    <Page
      title={words.title}
      loaded={state}
      onRetry={() => void reload()}
      foot={isOpen ? <AnswerFoot by={answering} /> : undefined}
    >
      {(seen) => (
        <>
          <Who seen={seen} />
          <What of={seen.escalation} />
          {seen.escalation.photos > 0 && <Photos of={seen.escalation} />}
          {seen.escalation.answer === undefined ? (
            <AnswerForm by={answering} />
          ) : (
            <Given of={seen.escalation} />
          )}
        </>
      )}
    </Page>
  );
}

type Seen = Answer<typeof escalationContract.one>;

function Who({ seen: { escalation, age, phone, colour, reasons } }: { seen: Seen }) {
  const say = useSay();
  const { maskedName } = escalation;
  return (
    <View id="who" className="ui-card">
      <View className="escalation-who">
        <Shape of={colour} />
        <View className="escalation-who__words">
          <Text className="escalation-who__name">{maskedName}</Text>
          <Text>
            {say(colourLabels[colour])}
            {age !== undefined && ` · ${say({ zh: `${age} 岁`, en: `${age} years` })}`}
          </Text>
        </View>
      </View>
      <Line
        label={words.why}
        value={
          reasons.length === 0
            ? words.none
            : reasons.map(({ says, since }) => `${say(says)} · ${say(dayIn(since))}`).join('\n')
        }
      />
      {phone !== undefined && (
        <Button id="call" kind="secondary" label={words.call} onTap={() => dial(phone)} />
      )}
    </View>
  );
}

const What = ({ of: { reason, note, placeName, address, at } }: { of: Escalation }) => (
  <Card>
    <Line label={words.reason} value={escalationReasonLabels[reason]} />
    {note !== undefined && <Line label={words.note} value={note} />}
    <Line label={words.place} value={`${placeName}\n${address}`} />
    <Line label={words.at} value={momentIn(at)} />
  </Card>
);

function Line({ label, value }: { label: Words; value: Words }) {
  const say = useSay();
  return (
    <View className="escalation-line">
      <Text className="escalation-line__label">{say(label)}</Text>
      <Text className="escalation-line__value">{say(value)}</Text>
    </View>
  );
}

function Given({ of: { answer, letPassUntil, usedAt } }: { of: Escalation }) {
  const say = useSay();
  if (answer === undefined) return null;
  return (
    <Card title={words.answered}>
      <View id="given">
        <Text className="escalation-answer">{say(answerLabels[answer.kind])}</Text>
        {answer.text !== undefined && <Text className="escalation-text">{answer.text}</Text>}
        <Text className="escalation-text escalation-note">{say(momentIn(answer.at))}</Text>
        {letPassUntil !== undefined && (
          <Text className="escalation-text">
            {say(usedAt === undefined ? openUntil(timeIn(letPassUntil)) : usedIn(timeIn(usedAt)))}
          </Text>
        )}
      </View>
    </Card>
  );
}

const openUntil = (time: string): Words => ({
  zh: `${time} 前在该卡口可登记放行一次。`,
  en: `Good for one pass at that gate until ${time}.`,
});
const usedIn = (time: string): Words => ({
  zh: `已于 ${time} 登记放行。`,
  en: `Recorded as passed at ${time}.`,
});
