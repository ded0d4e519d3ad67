import { useEffect } from 'react';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { answerLabels, type Escalation } from '@yimatong/shared/escalation/watch';
import { CallHotline } from '../code/call-hotline';
import { feedback } from '../core/feedback';
import { Page } from '../core/page';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Heading, Live, Text } from '../core/ui/native';
import { Card, Done } from '../core/ui/show';
import { useRoute } from '../core/use-route';
import { momentIn, timeIn } from '../core/when';
import { backToGate } from './back-to-gate';
import { WhoStopped } from './who-stopped';

const words = {
  title: { zh: '上报处理', en: 'Report to the command' },
  sent: { zh: '已上报', en: 'Reported' },
  open: {
    zh: '市县指挥部已收到提醒，还没有打开。请让对方在旁边等候；可以先查验下一位，答复会显示在查验页。',
    en: 'The command was told and has not opened it yet. Ask the person to wait; you can go on, the answer appears at the gate.',
  },
  seen: {
    zh: '市县指挥部正在查看，请稍候。',
    en: 'The command is reading it. Please wait.',
  },
  answer: { zh: '指挥部答复', en: 'The command’s answer' },
  next: { zh: '继续查验', en: 'On with the gate' },
  rescan: { zh: '重新扫码，登记放行', en: 'Scan again to record the pass' },
};
/** Two people wait for it. */
const ASKED_EVERY_MS = 10_000;

/** Reported: what becomes of it, as soon as it is known. */
export function Answered({ first, rescan }: { first: Escalation; rescan: () => void }) {
  const say = useSay();
  const { state } = useRoute(escalationContract.ofMine, {}, { everyMs: ASKED_EVERY_MS });
  const found =
    state.status === 'ready'
      ? state.value.escalations.find(({ id }) => id === first.id)
      : undefined;
  const one = found ?? first;
  const { at, answer, state: how, letPassUntil, maskedName, usedAt } = one;
  const mayPass = letPassUntil !== undefined && usedAt === undefined;
  const isAnswered = answer !== undefined;
  useEffect(() => {
    if (isAnswered) feedback('problem');
  }, [isAnswered]);
  return (
    <Page
      title={words.title}
      foot={
        <>
          {mayPass && (
            <Button
              id="rescan"
              label={words.rescan}
              onTap={() => void backToGate(2).then(rescan)}
            />
          )}
          <Button
            id="to-gate"
            kind={mayPass ? 'secondary' : 'primary'}
            label={words.next}
            onTap={() => void backToGate(2)}
          />
        </>
      }
    >
      <Live id="reported" className="escalation-sent">
        <Done size="large" />
        <Heading>{say(words.sent)}</Heading>
        <Text className="escalation-note">
          {maskedName} · {say(momentIn(at))}
        </Text>
      </Live>
      {isAnswered && <WhoStopped of={one} />}
      <Card title={words.answer}>
        <Live id="the-answer">
          {answer === undefined ? (
            <Text>{say(how === 'seen' ? words.seen : words.open)}</Text>
          ) : (
            <Text className="escalation-answer">{say(answerLabels[answer.kind])}</Text>
          )}
          {answer?.text !== undefined && <Text className="escalation-text">{answer.text}</Text>}
          {letPassUntil !== undefined && (
            <Text className="escalation-text">{say(untilIn(timeIn(letPassUntil)))}</Text>
          )}
        </Live>
      </Card>
      <CallHotline toCommand />
    </Page>
  );
}

export const untilIn = (time: string) => ({
  zh: `${time} 前在本卡口重新扫码，可登记放行一次。`,
  en: `Scan again here before ${time} to record one pass.`,
});
