import Taro, { useRouter } from '@tarojs/taro';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { addressLine } from '@yimatong/shared/core/address';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import type { ObservationId } from '@yimatong/shared/core/id';
import { documentLabels, maskedNumber } from '@yimatong/shared/core/person';
import {
  caseTypeLabels,
  type Observed,
  observationContract,
} from '@yimatong/shared/observation/contract';
import { nowInstant } from '../../core/clock';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { dial, Heading, Text } from '../../core/ui/native';
import { Card, Notice, Row, Rows } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { dateIn } from '../../core/when';
import { Curve } from '../curve';
import { EndingCard } from '../ending-card';
import { FollowUps } from '../follow-ups';
import { dayOfIn, periodOf } from '../words';
import '../observation.scss';

definePageConfig({ navigationBarTitleText: '医学观察', enablePullDownRefresh: true });

const words = {
  title: { zh: '医学观察', en: 'Medical observation' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '观察地址', en: 'Where they stay' },
  caseNumber: { zh: '病例编号', en: 'Case number' },
  caseType: { zh: '病例类型', en: 'Case type' },
  onset: { zh: '发病日期', en: 'Onset' },
  hospital: { zh: '登记医院', en: 'Hospital' },
  period: { zh: '观察期', en: 'Period' },
  curve: { zh: '体温曲线（℃）', en: 'Temperature (°C)' },
  hatched: {
    zh: '斜线为未见到本人的日子，虚线为发热界限。',
    en: 'Hatched: not seen that day. Dashed: fever.',
  },
  follow: { zh: '登记今天的随访', en: 'Record today’s follow-up' },
  correct: { zh: '更正今天的随访', en: 'Correct today’s follow-up' },
  end: { zh: '提出结束观察', en: 'Propose the end' },
  missed: {
    zh: '昨天没有见到本人，请今天务必随访。',
    en: 'Not seen yesterday: please see them today.',
  },
  finished: {
    zh: '观察天数已到，可以提出结束观察。',
    en: 'The days are over: the end can be proposed.',
  },
};

const to = (url: string) => () => void Taro.navigateTo({ url });

export default function ObservationPage() {
  const id = useRouter().params['id'] as ObservationId;
  const { state, reload } = useRoute(
    observationContract.one,
    { params: { observationId: id } },
    { keepAs: `observation.${id}` },
  );
  const observed = state.status === 'ready' ? state.value : undefined;
  const today = dayOf(nowInstant());
  const isSeen = observed?.calendar.days.some(
    ({ day, state: of }) => day === today && of === 'done',
  );
  return (
    <Page
      title={words.title}
      loaded={state}
      onRetry={() => void reload()}
      foot={
        observed?.mayFollow === true && (
          <Button
            id="follow"
            kind={isSeen === true ? 'secondary' : 'primary'}
            label={isSeen === true ? words.correct : words.follow}
            onTap={to(`/observation/pages/follow?id=${id}`)}
          />
        )
      }
    >
      {(one) => <Shown one={one} />}
    </Page>
  );
}

function Shown({ one }: { one: Observed }) {
  const say = useSay();
  const { calendar } = one;
  const today = dayOf(nowInstant());
  return (
    <>
      <Heading>{one.name}</Heading>
      <Text className="observation-lead">
        {[
          say(dayOfIn(one, today)),
          say(countsOf(one)),
          say({ zh: `${one.age} 岁`, en: `age ${one.age}` }),
        ].join(' · ')}
      </Text>
      {calendar.missedYesterday && calendar.isDue && <Notice kind="warn" words={words.missed} />}
      {calendar.isFinished && one.mayPropose && !one.ending && <Notice words={words.finished} />}
      <EndingCard one={one} />
      <Card title={words.curve}>
        <Curve days={calendar.days} feverFrom={ruleSetOn(numberOf(today)).feverFrom} />
        <Text className="observation-note">{say(words.hatched)}</Text>
      </Card>
      <Details one={one} />
      <FollowUps of={one} />
      {one.mayPropose && !one.ending && (
        <Button
          id="end"
          kind="secondary"
          label={words.end}
          onTap={to(`/observation/pages/end?id=${one.id}`)}
        />
      )}
    </>
  );
}

const countsOf = ({ calendar: { done, missed, notReached, addedDays } }: Observed) => ({
  zh: `已访 ${done} 天，漏访 ${missed + notReached} 天${addedDays > 0 ? `，顺延 ${addedDays} 天` : ''}`,
  en: `${done} seen, ${missed + notReached} not${addedDays > 0 ? `, ${addedDays} added` : ''}`,
});

function Details({ one }: { one: Observed }) {
  const { address, details, placeName } = one;
  const phone = one.phone?.replace(/^\+86/, '');
  return (
    <Rows>
      {phone !== undefined && (
        <Row id="dial" label={words.phone} value={phone} onTap={() => dial(phone)} />
      )}
      <Row label={words.address} note={addressLine(address)} />
      <Row label={words.period} note={periodOf(one)} />
      <Row label={words.hospital} note={placeName} />
      {details && (
        <>
          <Row label={words.caseNumber} value={details.caseNumber} />
          <Row label={words.caseType} value={caseTypeLabels[details.caseType]} />
          {details.onsetOn !== undefined && (
            <Row label={words.onset} value={dateIn(details.onsetOn)} />
          )}
          {details.document !== undefined && (
            <Row
              label={documentLabels[details.document.type]}
              note={maskedNumber(details.document.number)}
            />
          )}
        </>
      )}
    </Rows>
  );
}
