import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { dayOf } from '@yimatong/shared/core/day';
import type { ObservationId } from '@yimatong/shared/core/id';
import { Ending, observationContract, outcomeLabels } from '@yimatong/shared/observation/contract';
import { nowInstant } from '../../core/clock';
import { ChoiceField, DateField, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Notice } from '../../core/ui/show';
import { useSubmit } from '../../core/use-submit';
import { DonePage } from '../done-page';
import '../observation.scss';

definePageConfig({ navigationBarTitleText: '结束观察' });

const words = {
  title: { zh: '结束观察', en: 'End the observation' },
  two: {
    zh: '结束观察由您提出，另一位医护人员或市县督导员确认后生效。',
    en: 'You propose the end; it takes effect once another clinician or the supervisor confirms it.',
  },
  outcome: { zh: '转归', en: 'Outcome' },
  endOn: { zh: '结束日期', en: 'Last day' },
  note: { zh: '说明', en: 'Note' },
  noteHelp: {
    zh: '天数未满提前解除的，须写明原因。',
    en: 'Required when released before the days are over.',
  },
  send: { zh: '提出结束观察', en: 'Propose the end' },
  done: { zh: '已提出', en: 'Proposed' },
  doneHelp: {
    zh: '请另一位医护人员或市县督导员打开这份观察，核对后确认。',
    en: 'Ask another clinician or the supervisor to open this observation, read and confirm it.',
  },
};
const EndForm = z.object(Ending.shape);

export default function EndPage() {
  const observationId = useRouter().params['id'] as ObservationId;
  const today = dayOf(nowInstant());
  const [isDone, setDone] = useState(false);
  const form = useFormOf(EndForm, { known: { endOn: today } });
  const { submit, busy, failure } = useSubmit(observationContract.proposeEnd, {
    changes: [observationContract.one, observationContract.due],
    failed: form.refuse,
    done: () => setDone(true),
  });
  if (isDone) return <DonePage title={words.title} done={words.done} help={words.doneHelp} />;
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure && <Notice kind="error" words={failure.says} />}
          <Button
            id="send"
            label={words.send}
            busy={busy}
            onTap={() => form.send((body) => submit({ params: { observationId }, body }))}
          />
        </>
      }
    >
      <Notice words={words.two} />
      <ChoiceField
        form={form}
        name="outcome"
        label={words.outcome}
        options={optionsOf(outcomeLabels)}
      />
      <DateField form={form} name="endOn" label={words.endOn} until={today} />
      <TextField
        form={form}
        name="note"
        label={words.note}
        help={words.noteHelp}
        lines
        optional
        maxLength={500}
      />
    </Page>
  );
}
