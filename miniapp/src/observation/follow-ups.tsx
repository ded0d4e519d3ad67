import { roleLabels } from '@yimatong/shared/core/contract';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import type { Observed } from '@yimatong/shared/observation/contract';
import { type FollowUp, notReachedLabels } from '@yimatong/shared/observation/follow-up';
import { useSay, type Words } from '../core/say';
import { Text } from '../core/ui/native';
import { Card, Row } from '../core/ui/show';
import { dateIn, momentIn } from '../core/when';

const words = {
  title: { zh: '随访记录', en: 'Follow-ups' },
  none: { zh: '还没有随访。', en: 'Nobody has followed up yet.' },
  cough: { zh: '干咳', en: 'Dry cough' },
  nothing: { zh: '无症状', en: 'No symptoms' },
  corrected: { zh: '已更正', en: 'Corrected' },
};

/** Every look, newest first; a corrected one stays and says so. */
export function FollowUps({ of: { followUps } }: { of: Observed }) {
  const say = useSay();
  const corrected = new Set(followUps.map(({ followUp }) => followUp.corrects));
  return (
    <Card title={words.title}>
      {followUps.length === 0 && <Text className="observation-note">{say(words.none)}</Text>}
      {followUps.map(({ followUp, at, role }) => {
        const by = [say(momentIn(at)), say(roleLabels[role])];
        const told = [...found(followUp).map(say), ...(followUp.note ? [followUp.note] : [])];
        return (
          <Row
            key={followUp.id}
            label={dateIn(followUp.day)}
            note={[told.join('、'), by.join(' ')].filter((line) => line !== '').join(' · ')}
            value={
              corrected.has(followUp.id)
                ? words.corrected
                : followUp.result === 'seen'
                  ? `${followUp.temperature.toFixed(1)} ℃`
                  : notReachedLabels[followUp.reason]
            }
          />
        );
      })}
    </Card>
  );
}

function found(followUp: FollowUp): Words[] {
  if (followUp.result !== 'seen') return [];
  const had = [
    ...(followUp.dryCough ? [words.cough] : []),
    ...followUp.symptoms.map((one) => symptomLabels[one]),
  ];
  return had.length > 0 ? had : [words.nothing];
}
