import { useEffect, useState } from 'react';
import type { Match } from '@yimatong/shared/code/whom';
import { matchLabels } from '@yimatong/shared/code/whom';
import type { Instant } from '@yimatong/shared/core/day';
import { EnterByHand } from '../../code/whom/by-hand';
import { go, goBack } from '../../core/go';
import { useOnline } from '../../core/network';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Live, Text, View } from '../../core/ui/native';
import { Done, Notice } from '../../core/ui/show';
import { momentIn } from '../../core/when';
import type { Outcome } from '../figures';
import { isStanding } from '../scanned';
import { PassFields } from './pass-fields';
import { BY_HAND_PAGE, useByHand } from './use-by-hand';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '手工登记' });

const words = {
  title: { zh: '手工登记', en: 'Entry by hand' },
  lead: {
    zh: '先请对方出示健康码或纸质卡。确实没有的，核对证件后登记；本人已申领健康码的，按现在的颜色判断。',
    en: 'First ask for the code or the printed card. Without either, compare the document and enter the person; whoever has claimed a code is judged by its colour now.',
  },
  judged: {
    zh: '提交时按此人现在的健康码判断：不符合要求的不登记通行，会显示颜色；没有健康码的直接登记。',
    en: 'Judged by their code as of now: where it does not do, no pass is recorded and the colour is shown; whoever has no code is recorded as entered.',
  },
  offline: {
    zh: '没有网络，查不到颜色，请核对证件。',
    en: 'No network, so no colour can be looked up: check the papers.',
  },
  unclaimed: {
    zh: '此人还没有申领健康码；申领后，这条记录会归到本人名下',
    en: 'This person has not claimed a code; once they do, this record becomes theirs',
  },
  who: { zh: '登记的人', en: 'Who' },
  change: { zh: '改一下', en: 'Change' },
  passed: { zh: '登记通行', en: 'Record: passed' },
  stopped: { zh: '登记劝返', en: 'Record: stopped' },
  donePassed: { zh: '已登记通行', en: 'Recorded: passed' },
  doneStopped: { zh: '已登记劝返', en: 'Recorded: stopped' },
  waits: {
    zh: '已存在本机，联网后自动上传。',
    en: 'Safe on this phone, sent once there is network.',
  },
  next: { zh: '登记下一位', en: 'The next person' },
  back: { zh: '回到查验', en: 'Back to the gate' },
};

export default function ByHandPage() {
  const say = useSay();
  const { entered, enter, again, form, record, busy, failure, done } = useByHand();
  const [isOpen, setOpen] = useState(true);
  const isOnline = useOnline();
  useEffect(() => {
    if (!isStanding()) go.gate();
  }, []);
  if (done !== undefined) return <Recorded {...done} onNext={again} />;
  if (entered === undefined || isOpen)
    return (
      <Page title={words.title}>
        <View className="gate-words">{say(words.lead)}</View>
        <OutboxCard
          page={BY_HAND_PAGE}
          onOpen={(one) => {
            enter(one);
            setOpen(true);
          }}
        />
        <EnterByHand
          onDone={({ entered: next }) => {
            enter(next);
            setOpen(false);
          }}
          onBack={goBack}
          {...(entered && { known: entered })}
        />
      </Page>
    );
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          {isOnline ? (
            <Text className="gate-note">{say(words.judged)}</Text>
          ) : (
            <Notice kind="warn" words={words.offline} />
          )}
          <Text className="verdict__along">{say(form.along)}</Text>
          <Button
            id="hand-passed"
            label={words.passed}
            busy={busy}
            onTap={() => record('passed')}
          />
          <Button
            id="hand-stopped"
            kind="secondary"
            label={words.stopped}
            disabled={busy}
            onTap={() => record('stopped')}
          />
        </>
      }
    >
      <View id="hand-who" className="ui-card">
        <Text className="gate-queue">{entered.name}</Text>
        {entered.document !== undefined && (
          <View className="gate-note">{tailOf(entered.document.number)}</View>
        )}
        <Button
          id="hand-change"
          kind="secondary"
          label={words.change}
          onTap={() => setOpen(true)}
        />
      </View>
      <PassFields form={form} stops={false} />
    </Page>
  );
}

const tailOf = (number: string): string => `•••• ${number.slice(-4)}`;

const becameOf = (match: Match | undefined) => {
  if (match === undefined) return words.waits;
  return match === 'waiting' ? words.unclaimed : matchLabels[match];
};

interface RecordedProps {
  outcome: Outcome;
  at: Instant;
  /** Undefined where it waits on this phone. */
  match: Match | undefined;
  onNext: () => void;
}

function Recorded({ outcome, at, match, onNext }: RecordedProps) {
  const say = useSay();
  return (
    <Page
      title={words.title}
      foot={
        <>
          <Button id="hand-next" label={words.next} onTap={onNext} />
          <Button id="hand-back" kind="secondary" label={words.back} onTap={goBack} />
        </>
      }
    >
      <Live urgent id="hand-recorded" className="verdict__head gate-receipt">
        <Done size="large" />
        <Heading>{say(outcome === 'passed' ? words.donePassed : words.doneStopped)}</Heading>
        <Text className="gate-note">{say(momentIn(at))}</Text>
        <Text className="verdict__line">{say(becameOf(match))}</Text>
      </Live>
    </Page>
  );
}
