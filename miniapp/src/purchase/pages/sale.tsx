import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { PlaceId } from '@yimatong/shared/core/id';
import { AddressFields } from '../../code/whom/address-fields';
import { BeforeField } from '../../code/whom/before-field';
import { ReceiptPage } from '../../code/whom/receipt-page';
import { RecordingPage } from '../../code/whom/recording-page';
import { SpotFields } from '../../code/whom/spot-fields';
import { usePlace } from '../../code/whom/use-place';
import { BoundField } from '../../core/fields';
import { useSay } from '../../core/say';
import { Text } from '../../core/ui/native';
import { Card, Row, Rows } from '../../core/ui/show';
import { MedicinesField } from '../medicines-field';
import { PatientFields } from '../patient-fields';
import { type Done, PAGE, useSale } from '../use-sale';

definePageConfig({ navigationBarTitleText: '购药登记' });

const words = {
  title: { zh: '购药登记', en: 'Medicine purchase' },
  today: { zh: '今天的登记', en: 'Today’s sales' },
  todayNote: { zh: '各药品数量；申请和确认撤销', en: 'Counts; propose and confirm withdrawals' },
  buyers: { zh: '购药人', en: 'The buyer: ' },
  buyersAddress: { zh: '购药人目前所在地址', en: 'The buyer’s current address' },
  addressHelp: {
    zh: '如与现住址不同请更正，只用于本次登记',
    en: 'Correct it if they stay elsewhere: for this record alone',
  },
  next: { zh: '登记下一位', en: 'The next customer' },
  own: {
    zh: '请告诉购药人：健康码从今天起按规定转为黄码（红码不变），每天打卡，满 14 天恢复绿码。',
    en: 'Tell the buyer: from today their code is yellow by the rules (red stays red), until 14 days of daily check-in.',
  },
  other: {
    zh: '请告诉购药人：这次购药记入实际用药人的健康码，不影响购药人自己的；购药人在“我的记录”里能看到代买记录。',
    en: 'Tell the buyer: it is recorded with the patient’s code and does not touch theirs; they see it in their records.',
  },
};

export default function SalePage() {
  const { placeId, name } = usePlace();
  // Another customer is another form, with a draft of its own.
  const [customer, setCustomer] = useState(1);
  return (
    <Sale
      key={`${placeId} ${customer}`}
      placeId={placeId}
      place={name}
      onNext={() => setCustomer(customer + 1)}
    />
  );
}

interface Props {
  placeId: PlaceId;
  place: string | undefined;
  onNext: () => void;
}

function Sale({ placeId, place, onNext }: Props) {
  const { form, fresh, done, open, ...sending } = useSale(placeId);
  const isForOther = form.methods.watch('patient') !== undefined;
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
            onTap={() => void Taro.navigateTo({ url: `/purchase/pages/today?placeId=${placeId}` })}
          />
        </Rows>
      }
    >
      <BeforeField form={form} placeId={placeId} fresh={fresh} />
      <PatientFields form={form} />
      <BoundField form={form} name="medicines">
        {({ id, value, onChange, mistake }) => (
          <MedicinesField id={id} value={value} onChange={onChange} mistake={mistake} />
        )}
      </BoundField>
      <SpotFields form={form} {...(isForOther && { whose: words.buyers })} />
      <AddressFields
        form={form}
        {...(isForOther && { label: words.buyersAddress })}
        help={words.addressHelp}
        optional
      />
    </RecordingPage>
  );
}

function Receipt({ done, onNext }: { done: Done; onNext: () => void }) {
  const say = useSay();
  const { recorded, name, isForOther } = done;
  return (
    <ReceiptPage
      title={words.title}
      at={recorded.answer?.at ?? recorded.at}
      name={name}
      isSent={recorded.answer !== undefined}
      next={words.next}
      onNext={onNext}
    >
      <Card>
        <Text id="tell-buyer">{say(isForOther ? words.other : words.own)}</Text>
      </Card>
    </ReceiptPage>
  );
}
