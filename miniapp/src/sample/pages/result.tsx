import { useState } from 'react';
import * as z from 'zod/mini';
import { Day, dayOf } from '@yimatong/shared/core/day';
import { sampleContract, type Tube } from '@yimatong/shared/sample/contract';
import { Laboratory } from '@yimatong/shared/sample/laboratory';
import { TestResult, testResultLabels } from '@yimatong/shared/sample/result';
import { TubeNumber } from '@yimatong/shared/sample/tube';
import { nowInstant } from '../../core/clock';
import { ChoiceField, DateField, TextField } from '../../core/fields';
import { useFormOf } from '../../core/form';
import { goBack } from '../../core/go';
import { newId } from '../../core/id';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { optionsOf } from '../../core/ui/choices';
import { Heading, Live, Text } from '../../core/ui/native';
import { Done, Notice } from '../../core/ui/show';
import { useSubmit } from '../../core/use-submit';
import { BarField } from '../bar-field';
import { lastLaboratory, testedOn } from '../tested';
import '../sample.scss';

definePageConfig({ navigationBarTitleText: '录入结果' });

const words = {
  title: { zh: '录入结果', en: 'Enter a result' },
  number: { zh: '采样管编号', en: 'Tube number' },
  numberHelp: { zh: '扫管身条码，或照着填写', en: 'Scan its bar code, or type it' },
  result: { zh: '检测结果', en: 'Result' },
  day: { zh: '检测日期', en: 'Tested on' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  laboratoryHelp: { zh: '填写一次，下次自动填好', en: 'Filled in by itself the next time' },
  positive: {
    zh: '阳性结果提交后不会马上生效：须由另一位工作人员确认，确认后相关人员才会转码。',
    en: 'A positive result does nothing by itself: somebody else confirms it, and only then codes turn.',
  },
  send: { zh: '提交结果', en: 'Record the result' },
  recorded: { zh: '结果已登记', en: 'The result is recorded' },
  proposed: { zh: '已提交，待另一人确认', en: 'Sent: somebody else confirms it' },
  next: { zh: '录入下一个', en: 'The next result' },
  back: { zh: '返回', en: 'Back' },
};

const ResultForm = z.strictObject({
  tubeNumber: TubeNumber,
  result: TestResult,
  day: Day,
  laboratory: Laboratory,
});

export default function ResultPage() {
  const [tube, setTube] = useState<Tube>();
  return tube ? (
    <Recorded tube={tube} onNext={() => setTube(undefined)} />
  ) : (
    <Entry onRecorded={setTube} />
  );
}

function Entry({ onRecorded }: { onRecorded: (tube: Tube) => void }) {
  const today = dayOf(nowInstant());
  const [id, setId] = useState(() => newId('tres'));
  const form = useFormOf(ResultForm, {
    known: { day: today, laboratory: lastLaboratory.get() ?? '' },
    draft: 'sample.result',
  });
  const { submit, busy, failure } = useSubmit(sampleContract.report, {
    changes: [sampleContract.tubes, sampleContract.proposed],
    failed: (why) => {
      form.refuse(why);
      if (why.code === 'core.id-reused') setId(newId('tres'));
    },
    done: (tube) => {
      form.forget();
      onRecorded(tube);
    },
  });
  const isPositive = form.methods.watch('result') === 'positive';
  const send = ({ day, ...result }: z.output<typeof ResultForm>) => {
    lastLaboratory.set(result.laboratory);
    return submit({ body: { id, ...result, testedAt: testedOn(day) } });
  };
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          <Button id="send" label={words.send} busy={busy} onTap={() => form.send(send)} />
        </>
      }
    >
      <BarField form={form} name="tubeNumber" label={words.number} help={words.numberHelp} />
      <ChoiceField
        form={form}
        name="result"
        label={words.result}
        options={optionsOf(testResultLabels)}
      />
      {isPositive && <Notice kind="warn" words={words.positive} />}
      <DateField form={form} name="day" label={words.day} until={today} />
      <TextField
        form={form}
        name="laboratory"
        label={words.laboratory}
        help={words.laboratoryHelp}
        maxLength={60}
      />
    </Page>
  );
}

function Recorded({ tube, onNext }: { tube: Tube; onNext: () => void }) {
  const say = useSay();
  const { result } = tube;
  const isProposed = result?.state === 'proposed';
  return (
    <Page
      title={words.title}
      foot={
        <>
          <Button id="next" label={words.next} onTap={onNext} />
          <Button id="back" kind="secondary" label={words.back} onTap={goBack} />
        </>
      }
    >
      <Live id="recorded" className="sample-receipt">
        <Done size="large" />
        <Heading>{say(isProposed ? words.proposed : words.recorded)}</Heading>
        <Text className="sample-tube">
          {tube.tubeNumber}
          {result && ` · ${say(testResultLabels[result.result])}`}
        </Text>
      </Live>
    </Page>
  );
}
