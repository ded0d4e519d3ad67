import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { roleLabels } from '@yimatong/shared/core/contract';
import { type Day, dayOf, numberOf } from '@yimatong/shared/core/day';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import type { Observed } from '@yimatong/shared/observation/contract';
import { type FollowUp, notReachedLabels } from '@yimatong/shared/observation/follow-up';
import { useSay, type Words } from '../core/say';
import { Text, View } from '../core/ui/native';
import { Card, Row } from '../core/ui/show';
import { dateIn, momentIn, timeIn } from '../core/when';

const words = {
  title: { zh: '随访记录', en: 'Follow-ups' },
  none: { zh: '还没有随访。', en: 'Nobody has followed up yet.' },
  cough: { zh: '干咳', en: 'Dry cough' },
  nothing: { zh: '无症状', en: 'No symptoms' },
  fever: { zh: '体温异常', en: 'Abnormal temperature' },
  corrected: { zh: '已更正', en: 'Corrected' },
  missed: { zh: '未随访', en: 'Not followed up' },
};

type Look = Observed['followUps'][number];

/** Every look, newest first; a corrected one stays and says so. A day on which nobody looked has its line. */
export function FollowUps({ of: { followUps, calendar } }: { of: Observed }) {
  const say = useSay();
  const corrected = new Set(followUps.map(({ followUp }) => followUp.corrects));
  const lines: { day: Day; look?: Look }[] = [
    ...followUps.map((look) => ({ day: look.followUp.day, look })),
    ...calendar.days.filter(({ state }) => state === 'missed').map(({ day }) => ({ day })),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
  return (
    <Card title={words.title}>
      {lines.length === 0 && <Text className="observation-note">{say(words.none)}</Text>}
      {lines.map(({ day, look }) =>
        look === undefined ? (
          <Row key={day} label={dateIn(day)} value={words.missed} />
        ) : (
          <OneLook
            key={look.followUp.id}
            look={look}
            isCorrected={corrected.has(look.followUp.id)}
          />
        ),
      )}
    </Card>
  );
}

function OneLook({ look, isCorrected }: { look: Look; isCorrected: boolean }) {
  const say = useSay();
  const { followUp, at, role } = look;
  const { feverFrom } = ruleSetOn(numberOf(followUp.day));
  const isHigh = followUp.result === 'seen' && followUp.temperature >= feverFrom;
  const told = [...found(followUp, isHigh).map(say), ...(followUp.note ? [followUp.note] : [])];
  const when = dayOf(at) === followUp.day ? timeIn(at) : say(momentIn(at));
  const value = isCorrected
    ? words.corrected
    : followUp.result === 'seen'
      ? `${followUp.temperature.toFixed(1)} ℃`
      : notReachedLabels[followUp.reason];
  return (
    <View className="ui-row">
      <View className="ui-row__main">
        <Text>{say(dateIn(followUp.day))}</Text>
        <Text className="ui-row__note">
          {[told.join('、'), `${when} ${say(roleLabels[role])}`]
            .filter((line) => line !== '')
            .join(' · ')}
        </Text>
      </View>
      <Text className={`ui-row__value${isHigh && !isCorrected ? ' observation-high' : ''}`}>
        {say(value)}
      </Text>
    </View>
  );
}

function found(followUp: FollowUp, isHigh: boolean): Words[] {
  if (followUp.result !== 'seen') return [];
  const had = [
    ...(isHigh ? [words.fever] : []),
    ...(followUp.dryCough ? [words.cough] : []),
    ...followUp.symptoms.map((one) => symptomLabels[one]),
  ];
  return had.length > 0 ? had : [words.nothing];
}
