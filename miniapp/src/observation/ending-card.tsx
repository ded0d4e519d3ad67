import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import {
  observationContract,
  outcomeLabels,
  type Observed,
} from '@yimatong/shared/observation/contract';
import type { Said } from '@yimatong/shared/core/say';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { Text, View } from '../core/ui/native';
import { Card, Notice } from '../core/ui/show';
import { useSubmit } from '../core/use-submit';
import { nowInstant } from '../core/clock';
import { dateIn, momentIn } from '../core/when';

const words = {
  proposed: { zh: '待确认的结束', en: 'The end, to be confirmed' },
  confirmed: { zh: '已结束', en: 'Ended' },
  own: {
    zh: '您提出的，须由另一位医护人员或市县督导员确认。',
    en: 'Proposed by you: another clinician or the supervisor must confirm it.',
  },
  released: {
    zh: '确认后只解除这次观察造成的红码；其他原因和 14 天打卡不受影响。',
    en: 'Confirming releases what this observation made of the code; other reasons and the 14 days stay.',
  },
  stays: {
    zh: '确认后健康码仍为红码。',
    en: 'After confirming the code stays red.',
  },
  confirm: { zh: '确认结束', en: 'Confirm the end' },
  reject: { zh: '退回', en: 'Send it back' },
  takeBack: { zh: '撤回', en: 'Take it back' },
};

/** The end as one proposed it; a second person confirms it or sends it back. */
export function EndingCard({ one }: { one: Observed }) {
  const say = useSay();
  const { submit, busy, failure } = useSubmit(observationContract.decideEnd, {
    changes: [observationContract.one, observationContract.due, observationContract.figures],
  });
  const { ending } = one;
  if (!ending) return null;
  const { outcome, endOn, note, state, isOwn, proposedAt } = ending;
  const decide = (decision: 'confirmed' | 'rejected') => () =>
    void submit({ params: { observationId: one.id }, body: { decision, outcome, endOn } });
  const isOpen = state === 'proposed';
  return (
    <Card title={isOpen ? words.proposed : words.confirmed}>
      <View id="ending">
        <Text>
          {say(outcomeLabels[outcome])} · {say(dateIn(endOn))}
        </Text>
      </View>
      {note !== undefined && <View>{note}</View>}
      <Text className="observation-note">{say(momentIn(proposedAt))}</Text>
      {isOpen &&
        toWeigh(one).map((fact) => (
          <Text key={fact.en} className="observation-fact">
            {say(fact)}
          </Text>
        ))}
      {isOpen && <Notice words={outcome === 'released' ? words.released : words.stays} />}
      {isOpen && isOwn && <Notice words={words.own} />}
      {failure && <Notice kind="error" words={failure.says} />}
      {one.mayConfirm && (
        <Button id="confirm" label={words.confirm} busy={busy} onTap={decide('confirmed')} />
      )}
      {isOpen && (one.mayConfirm || isOwn) && (
        <Button
          id="reject"
          kind="secondary"
          label={isOwn ? words.takeBack : words.reject}
          busy={busy}
          onTap={decide('rejected')}
        />
      )}
    </Card>
  );
}

/** What whoever confirms has to weigh: the days on which nobody saw them, and the last fever. */
function toWeigh({ calendar: { days, missed, notReached } }: Observed): Said[] {
  const { feverFrom } = ruleSetOn(numberOf(dayOf(nowInstant())));
  const hot = days.findLast(({ temperature = 0 }) => temperature >= feverFrom);
  const unseen = missed + notReached;
  return [
    unseen > 0
      ? { zh: `漏访 ${unseen} 天`, en: `Not seen on ${unseen} days` }
      : { zh: '没有漏访', en: 'No day was missed' },
    hot?.temperature !== undefined
      ? {
          zh: `最近一次体温异常：${dateIn(hot.day).zh} ${hot.temperature.toFixed(1)} ℃`,
          en: `Last abnormal temperature: ${dateIn(hot.day).en}, ${hot.temperature.toFixed(1)} °C`,
        }
      : { zh: '没有异常体温的记录', en: 'No abnormal temperature on record' },
  ];
}
