import Taro from '@tarojs/taro';
import { useState } from 'react';
import { matchLabels } from '@yimatong/shared/code/whom';
import { dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { ageOf, type Before } from '../../code/whom/before';
import { BeforeField } from '../../code/whom/before-field';
import { ReceiptPage } from '../../code/whom/receipt-page';
import { RecordingPage } from '../../code/whom/recording-page';
import { usePlace } from '../../code/whom/use-place';
import { nowInstant } from '../../core/clock';
import { useSay } from '../../core/say';
import { Text } from '../../core/ui/native';
import { Card, Row, Rows } from '../../core/ui/show';
import { FindingsFields } from '../findings-fields';
import { type Done, PAGE, useVisit } from '../use-visit';

definePageConfig({ navigationBarTitleText: '发热门诊登记' });

const words = {
  title: { zh: '发热门诊登记', en: 'Fever clinic visit' },
  today: { zh: '今天的登记', en: 'Today’s visits' },
  todayNote: {
    zh: '查看、更正；申请和确认撤销',
    en: 'Read, correct; propose and confirm withdrawals',
  },
  next: { zh: '登记下一位', en: 'The next patient' },
  turned: {
    zh: '就诊当天起，健康码按规定转为黄码（红码不变）；本人在“我的记录”里能看到这次就诊，看不到病情和医生意见。',
    en: 'From today on the code is yellow by the rules (red stays red). The person sees this visit in their records, and neither case nor opinion.',
  },
};

export default function VisitPage() {
  const { placeId, name } = usePlace();
  // Another patient is another form, with a draft of its own.
  const [patient, setPatient] = useState(1);
  return (
    <Visit
      key={`${placeId} ${patient}`}
      placeId={placeId}
      place={name}
      onNext={() => setPatient(patient + 1)}
    />
  );
}

interface Props {
  placeId: PlaceId;
  place: string | undefined;
  onNext: () => void;
}

function Visit({ placeId, place, onNext }: Props) {
  const { form, fresh, done, open, ...sending } = useVisit(placeId);
  const before = form.methods.watch('before') as Before | undefined;
  if (done !== undefined) return <Receipt done={done} onNext={onNext} />;
  return (
    <RecordingPage
      title={words.title}
      place={place}
      page={PAGE}
      form={form}
      onOpen={open}
      {...sending}
      ways={
        <Rows>
          <Row
            id="today"
            label={words.today}
            note={words.todayNote}
            onTap={() => void Taro.navigateTo({ url: `/clinic/pages/today?placeId=${placeId}` })}
          />
        </Rows>
      }
    >
      <BeforeField form={form} placeId={placeId} fresh={fresh} />
      <FindingsFields
        form={form}
        age={before && ageOf(before, dayOf(nowInstant()))}
        asksAge={before !== undefined}
      />
    </RecordingPage>
  );
}

function Receipt({ done, onNext }: { done: Done; onNext: () => void }) {
  const say = useSay();
  const { recorded, name } = done;
  const { answer } = recorded;
  return (
    <ReceiptPage
      title={words.title}
      at={answer?.at ?? recorded.at}
      name={name}
      isSent={answer !== undefined}
      next={words.next}
      onNext={onNext}
    >
      {answer !== undefined && (
        <Card>
          <Text className="whom-record__line">{say(matchLabels[answer.match])}</Text>
          {answer.match === 'found' && (
            <Text className="whom-record__note">{say(words.turned)}</Text>
          )}
        </Card>
      )}
    </ReceiptPage>
  );
}
