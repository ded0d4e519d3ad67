import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { dayOf } from '@yimatong/shared/core/day';
import { pathOf } from '@yimatong/shared/core/contract';
import type { ObservationId } from '@yimatong/shared/core/id';
import { symptomLabels } from '@yimatong/shared/core/symptom';
import { observationContract } from '@yimatong/shared/observation/contract';
import { Missed, notReachedLabels, Seen } from '@yimatong/shared/observation/follow-up';
import { nowInstant } from '../../core/clock';
import {
  ChoiceField,
  ChoicesField,
  Restored,
  TemperatureField,
  TextField,
} from '../../core/fields';
import { useFormOf } from '../../core/form';
import { newId } from '../../core/id';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Text } from '../../core/ui/native';
import { Notice } from '../../core/ui/show';
import { type Recorded, useRecording } from '../../core/use-outbox';
import { dateIn } from '../../core/when';
import { DonePage, waits } from '../done-page';
import '../observation.scss';

definePageConfig({ navigationBarTitleText: '登记随访' });

const words = {
  title: { zh: '登记随访', en: 'Follow-up' },
  result: { zh: '见到本人了吗？', en: 'Did you see them?' },
  seen: { zh: '见到本人', en: 'Seen' },
  'not-reached': { zh: '没有见到', en: 'Not reached' },
  temperature: { zh: '体温', en: 'Temperature' },
  cough: { zh: '干咳', en: 'Dry cough' },
  yes: { zh: '有', en: 'Yes' },
  no: { zh: '没有', en: 'No' },
  symptoms: { zh: '其他症状', en: 'Other symptoms' },
  noSymptoms: { zh: '没有其他症状', en: 'None of these' },
  reason: { zh: '原因', en: 'Why' },
  note: { zh: '备注', en: 'Note' },
  send: { zh: '提交', en: 'Record' },
  done: { zh: '已登记', en: 'Recorded' },
  doneHelp: {
    zh: '日历和体温曲线已更新。填错了可以再登记一次，以最后一次为准，原记录保留。',
    en: 'Calendar and curve are up to date. A mistake is mended by recording again: the last one counts, both are kept.',
  },
};
const { 'dry-cough': _, ...otherSymptoms } = symptomLabels;

/** A cough is answered, never assumed. */
const Coughs = z.pipe(
  z.enum(['yes', 'no']),
  z.transform((answer) => answer === 'yes'),
);
const FollowForm = z.discriminatedUnion('result', [
  z.object({ ...Seen.shape, dryCough: Coughs }),
  z.object(Missed.shape),
]);

export default function FollowPage() {
  const say = useSay();
  const observationId = useRouter().params['id'] as ObservationId;
  const [known] = useState(() => ({
    id: newId<'foll'>('foll'),
    day: dayOf(nowInstant()),
  }));
  const form = useFormOf(FollowForm, { known, draft: `follow.${observationId}.${known.day}` });
  const [done, setDone] = useState<Recorded<typeof observationContract.followUp>>();
  const path = pathOf(observationContract.followUp, { observationId }) as `/${string}`;
  const { record, busy, failure } = useRecording(
    { ...observationContract.followUp, path },
    {
      page: '/observation/pages/follow',
      what: words.title,
      changes: [observationContract.one, observationContract.due, observationContract.figures],
      refused: form.refuse,
    },
  );
  if (done !== undefined)
    return (
      <DonePage
        title={words.title}
        done={done.answer ? words.done : waits.done}
        help={done.answer ? words.doneHelp : waits.help}
      />
    );
  const result = form.methods.watch('result');
  const send = () =>
    form.send(async (body) => {
      const recorded = await record(body, undefined);
      if (recorded === undefined) return;
      form.forget();
      setDone(recorded);
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
      <Text className="observation-lead">{say(dateIn(known.day))}</Text>
      <Restored of={form} />
      <ChoiceField
        form={form}
        name="result"
        label={words.result}
        options={[
          { code: 'seen', label: words.seen },
          { code: 'not-reached', label: words['not-reached'] },
        ]}
      />
      {result === 'seen' && (
        <>
          <TemperatureField form={form} name="temperature" label={words.temperature} />
          <ChoiceField
            form={form}
            name="dryCough"
            label={words.cough}
            options={[
              { code: 'no', label: words.no },
              { code: 'yes', label: words.yes },
            ]}
          />
          <ChoicesField
            form={form}
            name="symptoms"
            label={words.symptoms}
            options={optionsOf(otherSymptoms)}
            noneLabel={words.noSymptoms}
            twoColumns
          />
        </>
      )}
      {result === 'not-reached' && (
        <ChoiceField
          form={form}
          name="reason"
          label={words.reason}
          options={optionsOf(notReachedLabels)}
        />
      )}
      <TextField form={form} name="note" label={words.note} lines optional maxLength={500} />
    </Page>
  );
}
