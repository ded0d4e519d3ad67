import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import {
  atTheDoorContract,
  consentLabels,
  DoorRegistration,
} from '@yimatong/shared/account/at-the-door';
import type { PlaceId } from '@yimatong/shared/core/id';
import { situationLabels, symptomLabels } from '@yimatong/shared/core/symptom';
import { AddressFields } from '../../code/whom/address-fields';
import { DocumentFields } from '../../code/whom/document-fields';
import { ChoiceField, ChoicesField, Restored, TextField, TickField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { goBack } from '../../core/go';
import { newId } from '../../core/id';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Notice } from '../../core/ui/show';
import { type Recorded, useRecording } from '../../core/use-outbox';
import { CardOffer } from '../card-offer';
import { DonePage, waits } from '../done-page';
import '../doorstep.scss';

definePageConfig({ navigationBarTitleText: '代办登记' });

const words = {
  title: { zh: '为没有手机的人登记', en: 'Somebody without a phone' },
  consent: {
    zh: '请当面说明：登记姓名、证件和住址，代为申领健康码；本人以后有手机，用同样的姓名和证件登录即可接着用。征得同意后再填写。',
    en: 'Say it to them: name, document and address are registered and a code is claimed. With a phone of their own later, the same name and document go on with it. Fill in only once they agree.',
  },
  name: { zh: '姓名', en: 'Name' },
  symptoms: { zh: '现在有下列症状吗？', en: 'Any of these symptoms now?' },
  noSymptoms: { zh: '没有下列症状', en: 'None of these' },
  situations: { zh: '有下列情况吗？', en: 'Does any of these apply?' },
  noSituations: { zh: '没有下列情况', en: 'None of these' },
  by: { zh: '谁同意的', en: 'Who agreed' },
  tick: {
    zh: '已当面核对证件，已读出承诺，对方同意登记',
    en: 'I compared the document, read out the pledge, and they agree',
  },
  send: { zh: '提交登记', en: 'Register' },
  done: { zh: '已登记并申领健康码', en: 'Registered, with a code' },
  doneHelp: { zh: '可以为对方办理纸质卡。', en: 'A printed card can be issued now.' },
  already: { zh: '这个证件已经登记过', en: 'This document is registered already' },
  alreadyHelp: {
    zh: '不用再登记。可在上门核查里按姓名和证件号查找。',
    en: 'Nothing more is needed. Find them by name and document when checking at the door.',
  },
  back: { zh: '返回名单', en: 'Back to the list' },
};
const RegisterForm = z.object(DoorRegistration.shape);
type Registration = z.output<typeof RegisterForm>;

export default function RegisterPage() {
  const placeId = useRouter().params['placeId'] as PlaceId;
  const [known] = useState(() => ({
    id: newId<'decl'>('decl'),
    placeId,
    document: { type: 'resident-id' as const },
  }));
  const form = useFormOf(RegisterForm, {
    known,
    draft: `door-registration.${placeId}`,
    unkept: ['document.number'],
  });
  const [done, setDone] = useState<{
    of: Registration;
    recorded: Recorded<typeof atTheDoorContract.register>;
  }>();
  const { record, busy, failure } = useRecording(atTheDoorContract.register, {
    page: '/doorstep/pages/register',
    what: words.title,
    refused: form.refuse,
  });
  if (done !== undefined) return <Registered {...done} />;
  const send = () =>
    form.send(async (of) => {
      const recorded = await record(of, undefined);
      if (recorded === undefined) return;
      form.forget();
      setDone({ of, recorded });
    });
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button id="send" label={words.send} busy={busy} onTap={send} />
        </>
      }
    >
      <Notice words={words.consent} />
      <Restored of={form} />
      <TextField form={form} name="name" label={words.name} maxLength={60} />
      <DocumentFields form={form} />
      <AddressFields form={form} />
      <ChoicesField
        form={form}
        name="symptoms"
        label={words.symptoms}
        options={optionsOf(symptomLabels)}
        noneLabel={words.noSymptoms}
        twoColumns
      />
      <ChoicesField
        form={form}
        name="situations"
        label={words.situations}
        options={optionsOf(situationLabels)}
        noneLabel={words.noSituations}
      />
      <ChoiceField
        form={form}
        name="consentBy"
        label={words.by}
        options={optionsOf(consentLabels)}
      />
      <TickField form={form} name="consented" label={words.tick} />
    </Page>
  );
}

function Registered({
  of,
  recorded: { answer },
}: {
  of: Registration;
  recorded: Recorded<typeof atTheDoorContract.register>;
}) {
  const [isIssued, setIssued] = useState(false);
  const isNew = answer?.outcome === 'registered';
  const told =
    answer === undefined
      ? waits
      : isNew
        ? { done: words.done, help: isIssued ? undefined : words.doneHelp }
        : { done: words.already, help: words.alreadyHelp };
  return (
    <DonePage
      title={words.title}
      {...told}
      foot={
        <Button
          id="back"
          kind={isNew && !isIssued ? 'secondary' : 'primary'}
          label={words.back}
          onTap={goBack}
        />
      }
    >
      {isNew && <CardOffer of={of} onIssued={() => setIssued(true)} />}
    </DonePage>
  );
}
